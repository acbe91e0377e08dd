package io.bellwether.app.init;

import io.bellwether.core.expression.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ways of writing numbers that are texts to a reader: {@code 1.234,56-}, {@code (1,234.50)}, {@code € 12}, {@code 12,5 %}.
 *
 * @param parts what may stand between thousands
 * @param point what stands before the fraction
 */
record Amounts(String parts, char point) {
    /** In the place of a unit: there are several. */
    static final String SEVERAL = "several";

    /** What stands for a number that there is none. */
    static final String NOTHING = "(?i)\\s*(-{1,3}|–|—|n/?a|null|none|nil|#n/a|\\.|\\?)?\\s*";

    /** What remains of a text without what numbers are made of. */
    static final String TOKEN = "[0-9.,’''\\s\\x{a0}\\x{202f}()+\\-\\x{2212}]";

    private static final List<Amounts> WAYS = List.of(
            new Amounts(",", '.'),
            new Amounts(".", ','),
            new Amounts(" \u00a0\u202f", ','),
            new Amounts(" \u00a0\u202f", '.'),
            new Amounts("'’", '.'),
            new Amounts("'’", ','));

    private static final Set<String> SIGNS = Set.of(
            "€", "$", "£", "¥", "%", "Fr.", "Fr", "kr", "kr.", "zł", "Kč", "₹", "₽", "₺", "R$", "US$", "C$", "A$");

    static List<Amounts> ways() {
        return WAYS;
    }

    /** Whether what stands beside the numbers is a currency or per cent. */
    static boolean isUnit(String token) {
        String code = token.matches("\\W?[A-Z]{3}\\W?") ? token.replaceAll("\\W", "") : "";
        return token.isEmpty() || SIGNS.contains(token) || Currencies.code(code).isPresent();
    }

    /** The texts of a column that go this way, with that beside the number or nothing. */
    String form(String token) {
        String beside = token.isEmpty() ? "" : "[" + token + "]{0," + token.length() + "}";
        String gap = "[\\s\\x{a0}\\x{202f}]*";
        String minus = "[-+\\x{2212}]?";
        String body = "([0-9]{1,3}([" + parts + "][0-9]{3})+|[0-9]{1,15})([" + point + "][0-9]+)?";
        return gap + "[(]?" + minus + gap + beside + gap + minus + gap + body + gap + beside + gap + minus + "[)]?"
                + gap;
    }

    /** An expression that makes the number; {@code some} where other texts stand for none. */
    Readings.Way way(String token, int scale, boolean signed, boolean some) {
        String digits = "regexp_replace(" + Readings.COLUMN + ", '[^0-9" + (scale == 0 ? "" : point) + "]', '')";
        String text = point == ',' && scale > 0 ? "replace(" + digits + ", ',', '.')" : digits;
        String number = (some ? "try_cast(" : "cast(") + text + " as decimal(18, " + scale + "))";
        if (token.equals("%")) {
            number = number + " * 0.01";
        }
        if (signed) {
            number = "case when regexp_matches(" + Readings.COLUMN + ", '[(\u2212-]') then -1 else 1 end * " + number;
        }
        return new Readings.Way(Type.DECIMAL, number, form(token));
    }

    /** The currency of what stands beside the numbers, where only one has it. */
    static Optional<String> currency(@Nullable String token) {
        return token == null || token.isEmpty()
                ? Optional.empty()
                : Currencies.sign(token.matches("\\W?[A-Z]{3}\\W?") ? token.replaceAll("\\W", "") : token);
    }
}

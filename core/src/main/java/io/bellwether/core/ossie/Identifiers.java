package io.bellwether.core.ossie;

import io.bellwether.core.expression.ExpressionParser;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as SQL has them: regular ones mean the same whatever their case, those in double quotes are as they stand. */
final class Identifiers {
    private static final Pattern REGULAR = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")+\"");

    private Identifiers() {}

    static boolean isRegular(String name) {
        return REGULAR.matcher(name).matches();
    }

    static boolean isQuoted(String name) {
        return QUOTED.matcher(name).matches();
    }

    /** Without the quotes around it, if it stands in some. */
    static String plain(String name) {
        return isQuoted(name) ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Two names are one where this is the same. */
    static String normal(String name) {
        return isRegular(name) ? name.toUpperCase(Locale.ROOT) : plain(name);
    }

    /**
     * Whether a name in quotes means the one that a model spells so. In quotes {@code "REGION"} is {@code region} and
     * {@code "region"} is not, as SQL has it; a name that needs quotes or has capitals may be written as it is spelled.
     */
    static boolean means(String inQuotes, String spelled) {
        boolean folds = isRegular(spelled);
        boolean plain =
                folds && spelled.equals(spelled.toLowerCase(Locale.ROOT)) && !ExpressionParser.isReserved(spelled);
        return folds && inQuotes.equals(spelled.toUpperCase(Locale.ROOT)) || !plain && inQuotes.equals(spelled);
    }
}

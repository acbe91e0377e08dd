package io.bellwether.core.expression;

import io.bellwether.core.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Functions of other engines and tools that are others of ours in other words; no dialect has to know them. */
final class Spellings {
    /** What a function is, from its arguments. */
    private interface Meaning {
        Expr of(List<Expr> arguments, Span span);
    }

    /** @param instead how it is written without it */
    record Spelling(int least, int most, String instead, Meaning meaning) {
        Expr of(List<Expr> arguments, Span span) {
            return meaning.of(arguments, span);
        }
    }

    private static final Map<String, Spelling> ALL = new TreeMap<>();

    private static final String PI = "3.141592653589793";

    static {
        conditions();
        texts();
        numbers();
        dates();
    }

    private Spellings() {}

    static @Nullable Spelling of(String name) {
        return ALL.get(name);
    }

    static Set<String> names() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    private static void conditions() {
        say(3, "case", (a, at) -> new Expr.Case(List.of(new Expr.When(a.get(0), a.get(1))), a.get(2), at), "iff");
        say(
                3,
                "case",
                (a, at) -> {
                    Expr known = call(Function.IS_NOT_NULL, at, a.get(0));
                    return new Expr.Case(List.of(new Expr.When(known, a.get(1))), a.get(2), at);
                },
                "nvl2");
        ALL.put("decode", new Spelling(3, 100, "case", Spellings::decoded));
        say(1, "coalesce(x, 0)", (a, at) -> call(Function.COALESCE, at, a.get(0), number("0", at)), "zeroifnull");
        say(1, "nullif(x, 0)", (a, at) -> call(Function.NULLIF, at, a.get(0), number("0", at)), "nullifzero");
    }

    private static void texts() {
        say(2, "position(x in y)", (a, at) -> call(Function.POSITION, at, a.get(0), a.get(1)), "charindex");
        say(2, "position(y in x)", (a, at) -> call(Function.POSITION, at, a.get(1), a.get(0)), "strpos", "instr");
        say(
                2,
                "position(y in x) > 0",
                (a, at) -> call(Function.GREATER, at, call(Function.POSITION, at, a.get(1), a.get(0)), number("0", at)),
                "contains");
        say(
                2,
                "right(x, length(y)) = y",
                (a, at) -> {
                    Expr length = call(Function.LENGTH, at, a.get(1));
                    return call(Function.EQUAL, at, call(Function.RIGHT, at, a.get(0), length), a.get(1));
                },
                "endswith",
                "ends_with");
        say(2, "starts_with(x, y)", (a, at) -> call(Function.STARTS_WITH, at, a.get(0), a.get(1)), "startswith");
        ALL.put(
                "overlay",
                new Spelling(3, 4, "left(x, n - 1) || y || substring(x, n + length(y))", Spellings::overlaid));
        say(1, "length(x)", (a, at) -> call(Function.LENGTH, at, a.get(0)), "len");
    }

    private static void numbers() {
        say(
                2,
                "ln(y) / ln(x)",
                (a, at) -> a.get(0) instanceof Expr.NumberLiteral base
                                && base.value().intValue() == 10
                        ? call(Function.LOG10, at, a.get(1))
                        : logarithm(a.get(0), a.get(1), at),
                "log");
        say(1, "ln(x) / ln(2)", (a, at) -> logarithm(number("2", at), a.get(0), at), "log2");
        say(1, "x * x", (a, at) -> call(Function.MULTIPLY, at, a.get(0), a.get(0)), "square");
        say(
                1,
                "1 / tan(x)",
                (a, at) -> call(Function.DIVIDE, at, number("1", at), call(Function.TAN, at, a.get(0))),
                "cot");
        say(
                1,
                "cast(x as decimal)",
                (a, at) -> new Expr.Cast(a.get(0), Type.DECIMAL, 38, 10, at),
                "to_number",
                "to_decimal");
        ALL.put("pi", new Spelling(0, 0, PI, (a, at) -> number(PI, at)));
        for (String name : List.of("trunc", "truncate")) {
            ALL.put(name, new Spelling(1, 2, "sign(x) * floor(abs(x))", Spellings::truncated));
        }
    }

    private static Expr overlaid(List<Expr> a, Span at) {
        Expr one = number("1", at);
        Expr length = a.size() > 3 ? a.get(3) : call(Function.LENGTH, at, a.get(1));
        Expr before =
                call(Function.SUBSTRING, at, a.get(0), one, call(Function.SUBTRACT, at, a.get(2), number("1", at)));
        Expr after = call(Function.SUBSTRING, at, a.get(0), call(Function.ADD, at, a.get(2), length));
        return call(Function.CONCAT, at, call(Function.CONCAT, at, before, a.get(1)), after);
    }

    /** {@code decode(x, 1, 'one', 2, 'two', 'many')}; NULL is found, too. */
    private static Expr decoded(List<Expr> a, Span at) {
        List<Expr.When> whens = new ArrayList<>();
        for (int i = 1; i + 1 < a.size(); i += 2) {
            whens.add(new Expr.When(call(Function.IS_NOT_DISTINCT_FROM, at, a.get(0), a.get(i)), a.get(i + 1)));
        }
        return new Expr.Case(List.copyOf(whens), a.size() % 2 == 0 ? a.getLast() : null, at);
    }

    private static Expr lastDay(List<Expr> a, Span at) {
        Expr start = call(Function.DATE_TRUNC, at, new Expr.TextLiteral("month", at), a.get(0));
        Expr next = later("month", number("1", at), start, at);
        return call(Function.TO_DATE, at, later("day", number("-1", at), next, at));
    }

    /** So many years, months and days after a day that all engines know. */
    private static Expr day(List<Expr> a, Span at) {
        Expr base = new Expr.DateLiteral(java.time.LocalDate.of(2000, 1, 1), at);
        Expr year = later("year", call(Function.SUBTRACT, at, a.get(0), number("2000", at)), base, at);
        Expr month = later("month", call(Function.SUBTRACT, at, a.get(1), number("1", at)), year, at);
        return call(
                Function.TO_DATE, at, later("day", call(Function.SUBTRACT, at, a.get(2), number("1", at)), month, at));
    }

    private static Expr logarithm(Expr base, Expr of, Span at) {
        return call(Function.DIVIDE, at, call(Function.LN, at, of), call(Function.LN, at, base));
    }

    /** Towards zero, at a number of decimals that is written as a number; else at those of whole numbers. */
    private static Expr truncated(List<Expr> a, Span at) {
        Expr value = a.getFirst();
        BigDecimal step = a.size() > 1 && a.get(1) instanceof Expr.NumberLiteral decimals
                ? BigDecimal.ONE.scaleByPowerOfTen(-Math.clamp(decimals.value().longValue(), -15, 15))
                : BigDecimal.ONE;
        if (step.compareTo(BigDecimal.ONE) == 0) {
            Expr whole = call(Function.FLOOR, at, call(Function.ABS, at, value));
            return call(Function.MULTIPLY, at, call(Function.SIGN, at, value), whole);
        }
        Expr steps = new Expr.NumberLiteral(
                new BigDecimal(BigDecimal.ONE.divide(step).toPlainString()), at);
        Expr whole = call(Function.FLOOR, at, call(Function.MULTIPLY, at, call(Function.ABS, at, value), steps));
        Expr back =
                call(Function.MULTIPLY, at, whole, new Expr.NumberLiteral(new BigDecimal(step.toPlainString()), at));
        return call(Function.MULTIPLY, at, call(Function.SIGN, at, value), back);
    }

    private static void dates() {
        say(1, "to_date(x)", (a, at) -> call(Function.TO_DATE, at, a.get(0)), "date");
        say(1, "cast(x as timestamp)", (a, at) -> new Expr.Cast(a.get(0), Type.TIMESTAMP, 0, 0, at), "to_timestamp");
        say(2, "dateadd(month, n, x)", (a, at) -> later("month", a.get(1), a.get(0), at), "add_months");
        say(1, "extract(isodow from x)", (a, at) -> part("isodow", a.get(0), at), "dayofweekiso", "dayofweek_iso");
        say(1, "the last day of the month", Spellings::lastDay, "last_day");
        say(3, "date", Spellings::day, "make_date", "date_from_parts", "datefromparts");
        say(1, "extract(doy from x)", (a, at) -> part("doy", a.get(0), at), "dayofyear");
        say(1, "extract(day from x)", (a, at) -> part("day", a.get(0), at), "dayofmonth");
        say(1, "extract(week from x)", (a, at) -> part("week", a.get(0), at), "weekofyear");
        say(1, "extract(dow from x) + 1", (a, at) -> dayOfWeek(a.get(0), at), "dayofweek");
        say(2, "x + n days", (a, at) -> shifted(a, Function.ADD, at), "date_add");
        say(2, "x - n days", (a, at) -> shifted(a, Function.SUBTRACT, at), "date_sub");
    }

    /** {@code date_add(x, interval '7' day)}, or so many days. */
    private static Expr shifted(List<Expr> a, Function by, Span at) {
        if (a.get(1) instanceof Expr.IntervalLiteral) {
            return call(by, at, a.get(0), a.get(1));
        }
        Expr days = by == Function.ADD ? a.get(1) : call(Function.NEGATE, at, a.get(1));
        return later("day", days, a.get(0), at);
    }

    private static Expr later(String unit, Expr count, Expr time, Span at) {
        return call(Function.DATE_ADD, at, new Expr.TextLiteral(unit, at), count, time);
    }

    /** From Sunday, 1. */
    static Expr dayOfWeek(Expr time, Span at) {
        return call(Function.ADD, at, part("dow", time, at), number("1", at));
    }

    private static Expr part(String part, Expr time, Span at) {
        return call(Function.EXTRACT, at, new Expr.TextLiteral(part, at), time);
    }

    static Expr call(Function function, Span at, Expr... arguments) {
        return new Expr.Call(function, new ArrayList<>(List.of(arguments)), at);
    }

    static Expr number(String value, Span at) {
        return new Expr.NumberLiteral(new BigDecimal(value), at);
    }

    private static void say(int arguments, String instead, Meaning meaning, String... names) {
        for (String name : names) {
            ALL.put(name, new Spelling(arguments, arguments, instead, meaning));
        }
    }
}

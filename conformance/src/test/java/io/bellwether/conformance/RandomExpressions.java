package io.bellwether.conformance;

import java.util.List;
import java.util.Random;

/** Expressions over {@link NastyRows} that have a type, each as a person could write it. */
final class RandomExpressions {
    /** What an expression gives. */
    enum Kind {
        WHOLE,
        DECIMAL,
        DOUBLE,
        TEXT,
        DAY,
        MOMENT,
        TRUTH
    }

    private final Random random;

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    String any() {
        return of(kind(), 1 + random.nextInt(3));
    }

    Kind kind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    String of(Kind kind, int depth) {
        if (depth == 0 || random.nextInt(12) == 0) {
            return leaf(kind);
        }
        if (random.nextInt(8) == 0) {
            return general(kind, depth - 1);
        }
        return switch (kind) {
            case WHOLE -> whole(depth - 1);
            case DECIMAL -> decimal(depth - 1);
            case DOUBLE -> inexact(depth - 1);
            case TEXT -> text(depth - 1);
            case DAY -> day(depth - 1);
            case MOMENT -> moment(depth - 1);
            case TRUTH -> truth(depth - 1);
        };
    }

    /** An aggregate of a field that has the kind. */
    String aggregate(Kind kind, String field) {
        String value = "nasty." + field;
        return switch (kind) {
            case WHOLE, DECIMAL, DOUBLE ->
                switch (random.nextInt(6)) {
                    case 0 -> one("avg", "stddev_samp", "var_pop") + "(" + value + ")";
                    case 1 -> "sum(" + value + ") filter (where " + value + " > 0)";
                    case 2 -> "sum(" + value + ") / nullif(count(" + value + "), 0)";
                    case 3 -> "sum(distinct " + value + ")";
                    default -> one("sum", "min", "max", "count", "median") + "(" + value + ")";
                };
            case TEXT ->
                random.nextInt(3) == 0
                        ? "listagg(" + value + ", '; ') within group (order by nasty.id)"
                        : one("min(", "max(", "count(distinct ") + value + ")";
            case DAY, MOMENT -> one("min(", "max(", "count(distinct ") + value + ")";
            case TRUTH -> "count(*) filter (where " + value + ")";
        };
    }

    private String leaf(Kind kind) {
        return switch (kind) {
            case WHOLE -> one("i", "j", "id", "0", "3", "(-2)", "7");
            case DECIMAL -> one("n", "m", "0.05", "(-1.5)", "2.25");
            case DOUBLE -> one("x", "y", "cast(2.5 as double)", "cast(n as double)");
            case TEXT -> one("t", "u", "digits", "''", "'ab'", "'ß'", "' a '");
            case DAY -> one("day", "date '2024-02-29'");
            case MOMENT -> one("seen", "timestamp '2025-12-31 23:59:59'");
            case TRUTH -> one("i > 2", "t is null", "u = 'A'", "n < 1", "x >= y");
        };
    }

    private String general(Kind kind, int depth) {
        String value = of(kind, depth);
        return switch (random.nextInt(kind == Kind.TRUTH ? 1 : 4)) {
            case 0 -> "case when " + of(Kind.TRUTH, depth) + " then " + value + " else " + of(kind, depth) + " end";
            case 1 -> "coalesce(" + value + ", " + of(kind, depth) + ")";
            case 2 -> "nullif(" + value + ", " + leaf(kind) + ")";
            default -> one("greatest", "least") + "(" + value + ", " + of(kind, depth) + ")";
        };
    }

    private String whole(int depth) {
        String a = of(Kind.WHOLE, depth);
        return switch (random.nextInt(11)) {
            case 0 -> "(" + a + " + " + of(Kind.WHOLE, depth) + ")";
            case 1 -> "(" + a + " - " + of(Kind.WHOLE, depth) + ")";
            case 2 -> "(" + a + " * " + of(Kind.WHOLE, depth) + ")";
            case 3 -> "(" + a + " % " + of(Kind.WHOLE, depth) + ")";
            case 4 -> one("abs", "sign") + "(" + a + ")";
            case 5 -> "length(" + of(Kind.TEXT, depth) + ")";
            case 6 -> "position(" + leaf(Kind.TEXT) + " in " + of(Kind.TEXT, depth) + ")";
            case 7 -> one("cast", "try_cast") + "(" + of(Kind.TEXT, depth) + " as integer)";
            case 8 -> "cast(" + of(random.nextBoolean() ? Kind.DECIMAL : Kind.DOUBLE, depth) + " as integer)";
            case 9 ->
                "extract("
                        + one(
                                "year", "quarter", "month", "week", "day", "hour", "minute", "dow", "isodow", "doy",
                                "isoyear")
                        + " from " + of(Kind.MOMENT, depth) + ")";
            default ->
                "date_diff('" + one("year", "quarter", "month", "week", "day", "hour") + "', " + of(Kind.MOMENT, depth)
                        + ", " + of(Kind.MOMENT, depth) + ")";
        };
    }

    private String decimal(int depth) {
        String a = of(Kind.DECIMAL, depth);
        return switch (random.nextInt(8)) {
            case 0 -> "(" + a + " + " + of(random.nextBoolean() ? Kind.DECIMAL : Kind.WHOLE, depth) + ")";
            case 1 -> "(" + a + " - " + of(Kind.DECIMAL, depth) + ")";
            case 2 -> "(" + a + " * " + leaf(random.nextBoolean() ? Kind.DECIMAL : Kind.WHOLE) + ")";
            case 3 -> one("abs", "-") + "(" + a + ")";
            case 4 -> "round(" + a + ", " + one("0", "1", "2") + ")";
            case 5 -> one("cast", "try_cast") + "(" + of(Kind.TEXT, depth) + " as decimal(18, 3))";
            case 6 -> one("floor", "ceil", "round") + "(" + a + ")";
            default -> "cast(" + of(random.nextBoolean() ? Kind.WHOLE : Kind.DOUBLE, depth) + " as decimal(18, 2))";
        };
    }

    private String inexact(int depth) {
        String a = of(Kind.DOUBLE, depth);
        return switch (random.nextInt(10)) {
            case 0 -> "(" + a + " + " + of(Kind.DOUBLE, depth) + ")";
            case 1 -> "(" + a + " * " + of(Kind.DOUBLE, depth) + ")";
            case 2 -> "(" + of(number(), depth) + " / " + of(number(), depth) + ")";
            case 3 -> one("sqrt", "ln", "log10", "exp") + "(" + of(number(), depth) + ")";
            case 4 -> "power(" + of(number(), depth) + ", " + leaf(number()) + ")";
            case 5 -> one("sin", "cos", "atan", "asin", "acos", "radians", "degrees") + "(" + leaf(number()) + ")";
            case 6 -> "round(" + a + ", " + one("0", "1", "2") + ")";
            case 7 -> one("cast", "try_cast") + "(" + of(Kind.TEXT, depth) + " as double)";
            case 8 -> one("floor", "ceil", "round", "abs", "-") + "(" + a + ")";
            default -> "(" + a + " - " + of(number(), depth) + ")";
        };
    }

    private Kind number() {
        return Kind.values()[random.nextInt(3)];
    }

    private String text(int depth) {
        String a = of(Kind.TEXT, depth);
        return switch (random.nextInt(12)) {
            case 0 -> one("lower", "upper", "trim", "ltrim", "rtrim", "reverse") + "(" + a + ")";
            case 1 -> "substring(" + a + ", " + place(depth) + ")";
            case 2 -> "substring(" + a + ", " + place(depth) + ", " + place(depth) + ")";
            case 3 -> one("left", "right") + "(" + a + ", " + one("2", "0", "(-2)", "j", "id - 4") + ")";
            case 4 -> "replace(" + a + ", " + leaf(Kind.TEXT) + ", " + leaf(Kind.TEXT) + ")";
            case 5 -> "(" + a + " || " + of(Kind.TEXT, depth) + ")";
            case 6 -> "concat(" + a + ", " + leaf(Kind.TEXT) + ")";
            case 7 -> "split_part(" + a + ", ',', " + one("1", "2", "9", "id") + ")";
            case 8 -> one("lpad", "rpad") + "(" + a + ", " + one("3", "0", "j") + ", " + one("'x'", "'xy'", "u") + ")";
            case 9 -> "repeat(" + leaf(Kind.TEXT) + ", " + one("2", "0", "j") + ")";
            case 10 -> "cast(" + of(random.nextBoolean() ? Kind.WHOLE : Kind.DAY, depth) + " as varchar)";
            default -> one("trim", "ltrim", "rtrim") + "(" + a + ", 'a')";
        };
    }

    private String place(int depth) {
        return one("1", "2", "i", "j", "id - 3", "length(" + of(Kind.TEXT, depth) + ") - 2", "position('a' in t)");
    }

    private String day(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> "cast(" + of(Kind.MOMENT, depth) + " as date)";
            case 1 -> one("cast", "try_cast") + "(" + leaf(Kind.TEXT) + " as date)";
            case 2 -> "date_trunc('" + one("month", "year", "week", "quarter") + "', " + leaf(Kind.DAY) + ")";
            default -> leaf(Kind.DAY);
        };
    }

    private String moment(int depth) {
        String a = of(Kind.MOMENT, depth);
        return switch (random.nextInt(4)) {
            case 0 -> "date_trunc('" + one("hour", "day", "week", "month", "quarter", "year") + "', " + a + ")";
            case 1 -> "(" + a + one(" + ", " - ") + "interval '3' " + one("day", "month", "hour", "year") + ")";
            case 2 -> "date_add('" + one("day", "month", "hour") + "', " + one("j", "2", "-1") + ", " + a + ")";
            default -> "cast(" + of(Kind.DAY, depth) + " as timestamp)";
        };
    }

    private String truth(int depth) {
        Kind kind = Kind.values()[random.nextInt(6)];
        String a = of(kind, depth);
        return switch (random.nextInt(8)) {
            case 0 -> "(" + a + one(" = ", " <> ") + of(kind, depth) + ")";
            case 1 -> "(" + of(number(), depth) + one(" < ", " <= ", " > ", " >= ") + of(number(), depth) + ")";
            case 2 -> "(" + a + one(" is null", " is not null") + ")";
            case 3 -> "(" + of(Kind.TRUTH, depth) + one(" and ", " or ") + of(Kind.TRUTH, depth) + ")";
            case 4 -> "(not " + of(Kind.TRUTH, depth) + ")";
            case 5 -> "(" + a + " in (" + leaf(kind) + ", " + leaf(kind) + "))";
            case 6 -> "(" + of(Kind.TEXT, depth) + " like " + one("'a%'", "'%_b%'", "'%\\%'", "''", "u") + ")";
            default -> "starts_with(" + of(Kind.TEXT, depth) + ", " + leaf(Kind.TEXT) + ")";
        };
    }

    private String one(String... options) {
        return List.of(options).get(random.nextInt(options.length));
    }
}

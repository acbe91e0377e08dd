package io.bellwether.engine.duckdb;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type that a column of texts may have.
 *
 * @param type DuckDB's name of it; a decimal's scale is known once its texts were looked at
 * @param holds a condition over {@code «»}, the text without spaces around it: whether it comes back from the value as it was
 * @param value an expression over {@code «»}; empty where the reader itself reads the type
 */
record CsvType(String type, String holds, String value) {
    private static final String ISO =
            matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?)?");
    private static final String COLONS = "regexp_replace(«», ' ?([-+][0-9]{2}):?([0-9]{2})$', '\\1:\\2')";

    static final CsvType TEXT = new CsvType("VARCHAR", "true", "");
    static final CsvType TRUTH = new CsvType("BOOLEAN", "lower(«») in ('true', 'false')", "");
    static final CsvType WHOLE = new CsvType("BIGINT", matches(CsvValue.WHOLE), "");
    static final CsvType DECIMAL = new CsvType("DECIMAL", matches(CsvValue.WHOLE + "|" + CsvValue.DECIMAL), "");
    static final CsvType DOUBLE = new CsvType(
            "DOUBLE",
            matches(CsvValue.WHOLE + "|" + CsvValue.DECIMAL + "|" + CsvValue.EXPONENT)
                    + " and isfinite(try_cast(«» as double))",
            "");
    static final CsvType DAY = new CsvType(
            "DATE", matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}") + " and try_cast(«» as date) is not null", "");
    static final CsvType MOMENT = new CsvType("TIMESTAMP", ISO + " and try_cast(«» as timestamp) is not null", "");
    static final CsvType INSTANT = new CsvType(
            "TIMESTAMP WITH TIME ZONE",
            matches(
                            "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?( ?(Z|UTC|[-+][0-9]{2}(:?[0-9]{2})?))")
                    + " and try_cast(" + COLONS + " as timestamptz) is not null",
            "cast(" + COLONS + " as timestamptz)");

    /** A way of writing dates, with ISO's among them. */
    static CsvType dates(String format) {
        boolean time = format.contains("%H") || format.contains("%I");
        String parsed = "try_strptime(«», " + Sql.string(format) + ")";
        String iso = "case when " + ISO + " then try_cast(«» as timestamp) end";
        String value = "coalesce(" + iso + ", " + parsed + ")";
        return new CsvType(
                time ? "TIMESTAMP" : "DATE",
                value + " is not null" + (time ? "" : " and date_trunc('day', " + value + ") = " + value),
                "cast(" + value + " as " + (time ? "timestamp" : "date") + ")");
    }

    /**
     * Numbers as people and other programs write them: {@code 1.234,56-}, {@code (1,234.50)}, {@code € 12}, {@code 12.5 %}.
     */
    static CsvType numbers(Way way, int scale) {
        String sign = "[$€£¥]";
        String body = "([0-9]{1,3}([" + way.parts() + "][0-9]{3})+|0|[1-9][0-9]{0,14})([" + way.point() + "][0-9]+)?";
        String after = way.share() ? "%" : sign + "?";
        String form = "[(]?-?\\s?" + sign + "?\\s?-?" + body + "\\s?" + after + "-?[)]?";
        String digits = "regexp_replace(«», '[^0-9" + way.point() + "]', '', 'g')";
        String plain = way.point() == '.' ? digits : "replace(" + digits + ", '" + way.point() + "', '.')";
        String amount = "cast(" + plain + " as decimal(38, " + scale + "))" + (way.share() ? " / 100" : "");
        String type = "DECIMAL(38," + (way.share() ? scale + 2 : scale) + ")";
        return new CsvType(
                type,
                matches(form),
                "cast(case when regexp_matches(«», '^[(]|-') then -(" + amount + ") else " + amount + " end as " + type
                        + ")");
    }

    /**
     * A way of writing numbers.
     *
     * @param parts what stands between thousands
     * @param point what stands before the fraction
     * @param share whether they are per cent
     */
    record Way(char parts, char point, boolean share) {}

    static String matches(String pattern) {
        return "regexp_full_match(«», " + Sql.string(pattern) + ")";
    }

    /** The condition for a column. */
    String holds(String column) {
        return holds.replace("«»", text(column));
    }

    /** The value of a column; the column itself where the reader reads the type. */
    String value(String column) {
        String name = Sql.identifier(column);
        return value.isEmpty() ? name : value.replace("«»", "nullif(" + text(column) + ", '')") + " as " + name;
    }

    /** The same without a name. */
    String plain(String column) {
        String of = "nullif(" + text(column) + ", '')";
        return value.isEmpty() ? "try_cast(" + of + " as " + type + ")" : value.replace("«»", of);
    }

    /** The value of a column that the reader hands out as a text. */
    String converted(String column) {
        String name = Sql.identifier(column);
        return value.isEmpty() && !type.equals("VARCHAR")
                ? "cast(nullif(" + text(column) + ", '') as " + type + ") as " + name
                : value(column);
    }

    /** Whether the reader has to hand out texts. */
    boolean isConverted() {
        return !value.isEmpty();
    }

    CsvType as(String other) {
        return new CsvType(other, holds, value);
    }

    private static String text(String column) {
        return "trim(" + Sql.identifier(column) + ")";
    }

    /** The types that the values of a sample may have, the narrowest first; text where they may have none. */
    static List<CsvType> candidates(List<String> texts) {
        List<String> sample = texts.stream()
                .filter(t -> !t.matches("(?i)[-+]?(nan|inf|infinity)"))
                .toList();
        if (sample.isEmpty()) {
            return List.of(WHOLE, DECIMAL, DOUBLE, DAY, MOMENT);
        }
        String first = sample.getFirst();
        List<String> formats = CsvValue.formats(first);
        if (!formats.isEmpty()) {
            return formats.stream().map(CsvType::dates).toList();
        }
        if (first.matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*")) {
            List<CsvType> others = sample.stream()
                    .flatMap(text -> CsvValue.formats(text).stream())
                    .distinct()
                    .map(CsvType::dates)
                    .toList();
            return Stream.concat(Stream.of(DAY, MOMENT, INSTANT), others.stream())
                    .collect(Collectors.toList());
        }
        if (first.equalsIgnoreCase("true") || first.equalsIgnoreCase("false")) {
            return List.of(TRUTH);
        }
        return first.matches(".*[0-9].*") && first.matches("[-+(\\s$€£¥0-9.,)%e]+")
                ? List.of(WHOLE, DECIMAL, DOUBLE)
                : List.of();
    }
}

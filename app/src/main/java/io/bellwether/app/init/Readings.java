package io.bellwether.app.init;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ways to make a date of a column that is none as it stands; the column stands as {@link #COLUMN} in them. */
final class Readings {
    static final String COLUMN = "«»";

    private static final String MONTHS = "(0[1-9]|1[0-2])";
    private static final String DAYS = "(0[1-9]|[12][0-9]|3[01])";

    private static final Set<String> HAPPENED =
            Set.of("created", "updated", "started", "ended", "paid", "opened", "closed");

    private Readings() {}

    /** A reading as the embedded engine has it: there a pattern is replaced once, if nothing else is said. */
    static String engine(String reading, String quoted) {
        return reading.replaceAll("(regexp_replace\\(" + COLUMN + ", '[^']*', '')\\)", "$1, 'g')")
                .replaceAll("dateadd\\(second, (.*), (timestamp '[^']*')\\)", "($2 + to_seconds(cast($1 as bigint)))")
                .replaceAll("dateadd\\(day, (.*), (date '[^']*')\\)", "cast($2 + cast($1 as integer) as date)")
                .replace(COLUMN, quoted);
    }

    /**
     * One way.
     *
     * @param expression in our words, which the embedded engine understands too
     * @param form what each text looks like, as a pattern
     */
    record Way(Type type, String expression, String form) {}

    /** What is worth a try for a column of that name and type. */
    static List<Way> of(Column column) {
        Meaning meaning = Meaning.of(column.name());
        boolean moment = meaning.any(Vocabulary.MOMENTS);
        boolean text = column.type() == Type.TEXT;
        boolean whole = column.type() == Type.INTEGER;
        List<Way> ways = new ArrayList<>();
        if (whole && (moment || meaning.any(HAPPENED))) {
            ways.add(epoch(COLUMN, "1[0-9]{9}"));
            ways.add(epoch("floor(" + COLUMN + " / 1000)", "1[0-9]{12}"));
            ways.add(epoch("floor(" + COLUMN + " / 1000000)", "1[0-9]{15}"));
        }
        if (moment && (text || whole)) {
            ways.addAll(digits(text ? COLUMN : "cast(" + COLUMN + " as varchar)"));
        }
        if (whole && meaning.isOf(Set.of("date", "day", "datum"))) {
            // As a spreadsheet counts days, from 1954 to 2064.
            ways.add(new Way(Type.DATE, "dateadd(day, " + COLUMN + ", date '1899-12-30')", "[2-5][0-9]{4}"));
        }
        if (text && moment) {
            ways.add(date(
                    "right(" + COLUMN + ", 4) || '-' || " + parts(COLUMN, 1, 2) + " || '-01'",
                    MONTHS + "[-./][0-9]{4}"));
            ways.add(quarter("left(" + COLUMN + ", 4)", "right(" + COLUMN + ", 1)", "[0-9]{4}[- ]?Q[1-4]"));
            ways.add(quarter("right(" + COLUMN + ", 4)", parts(COLUMN, 2, 1), "Q[1-4][- /][0-9]{4}"));
        }
        if (text) {
            ways.addAll(texts());
        }
        return ways;
    }

    /** 20260131, the same with a time, 202601. */
    private static List<Way> digits(String digits) {
        String month = parts(digits, 1, 4) + dash(parts(digits, 5, 2));
        String day = month + dash(parts(digits, 7, 2));
        String form = "(19|20)[0-9]{2}" + MONTHS;
        return List.of(
                date(day, form + DAYS),
                date(day, form + DAYS + "T?([0-9]{4}|[0-9]{6})Z?"),
                date(month + " || '-01'", form));
    }

    private static List<Way> texts() {
        String day = "[0-9]{4}-" + MONTHS + "-" + DAYS;
        String moment = day + "[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?";
        return List.of(
                date(COLUMN, day),
                date("replace(" + COLUMN + ", '/', '-')", "[0-9]{4}/" + MONTHS + "/" + DAYS),
                date("replace(" + COLUMN + ", '/', '-') || '-01'", "[0-9]{4}[-/]" + MONTHS),
                new Way(Type.TIMESTAMP, "cast(" + COLUMN + " as timestamp)", moment),
                new Way(Type.TIMESTAMP_TZ, "cast(" + COLUMN + " as timestamptz)", moment + "(Z|[-+][0-9]{2}:[0-9]{2})"),
                days(".", 1, 2),
                days("/", 1, 2),
                days("/", 2, 1));
    }

    /** A day, a month and a year with something between. */
    private static Way days(String point, int day, int month) {
        String form = day == 1
                ? "(0?[1-9]|[12][0-9]|3[01])\\P(0?[1-9]|1[0-2])"
                : "(0?[1-9]|1[0-2])\\P(0?[1-9]|[12][0-9]|3[01])";
        return date(
                piece(point, 3) + dash(two(piece(point, month))) + dash(two(piece(point, day))),
                (form + "\\P(19|20)[0-9]{2}").replace("\\P", "\\" + point));
    }

    private static Way quarter(String year, String quarter, String form) {
        String month = "lpad(cast(cast(" + quarter + " as integer) * 3 - 2 as varchar), 2, '0')";
        return date(year + " || '-' || " + month + " || '-01'", form);
    }

    /** Seconds since 1970, from 2001 to 2033. */
    private static Way epoch(String seconds, String form) {
        return new Way(Type.TIMESTAMP, "dateadd(second, " + seconds + ", timestamp '1970-01-01 00:00:00')", form);
    }

    private static Way date(String text, String form) {
        return new Way(Type.DATE, "cast(" + text + " as date)", form);
    }

    private static String parts(String text, int from, int length) {
        return "substring(" + text + ", " + from + ", " + length + ")";
    }

    private static String piece(String point, int which) {
        return "split_part(" + COLUMN + ", '" + point + "', " + which + ")";
    }

    private static String two(String digits) {
        return "lpad(" + digits + ", 2, '0')";
    }

    private static String dash(String text) {
        return " || '-' || " + text;
    }
}

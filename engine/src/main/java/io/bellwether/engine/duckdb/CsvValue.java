package io.bellwether.engine.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the texts of a CSV file look like: which types and which ways of writing are worth a try. */
final class CsvValue {
    static final String WHOLE = "-?(0|[1-9][0-9]{0,17})";
    /** As people write: a point and digits behind it. */
    static final String DECIMAL = "-?(0|[1-9][0-9]*)?\\.[0-9]+";
    /** As programs write doubles; 1E2 is a code. */
    static final String EXPONENT = "-?[0-9](\\.[0-9]+)?e[-+][0-9]{2,3}";

    private static final Pattern NUMBER = Pattern.compile(WHOLE + "|" + DECIMAL + "|" + EXPONENT);
    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}([ T].*)?");
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})([./-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})(.*)");
    private static final Pattern YEAR_FIRST = Pattern.compile("[0-9]{4}([./])[0-9]{1,2}\\1[0-9]{1,2}(.*)");
    private static final Pattern NAMED =
            Pattern.compile("([0-9]{1,2})([ -]|\\. )(\\p{Alpha}{3,9})[ -]([0-9]{4}|[0-9]{2})(.*)");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\p{Alpha}{3,9}) ([0-9]{1,2}), ([0-9]{4})(.*)");

    private CsvValue() {}

    /** Whether it is plainly a number, a date or true or false, and no name of a column. */
    static boolean isTyped(String text) {
        return NUMBER.matcher(text).matches()
                || DATE.matcher(text).matches()
                || text.equalsIgnoreCase("true")
                || text.equalsIgnoreCase("false");
    }

    /** The formats of DuckDB's strptime in which the text may be a date, the day first before the month first; or none. */
    static List<String> formats(String text) {
        return formats(text, false);
    }

    /** @param told whether it is known to be a date: then more is one */
    static List<String> formats(String text, boolean told) {
        if (told && text.matches("[0-9]{8}")) {
            return List.of("%Y%m%d");
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            String time = time(day.group(5));
            boolean two = day.group(4).length() == 2;
            // 10-12-11 is a number of a part as often as a date.
            if (time == null || two && day.group(2).equals("-") && !told) {
                return List.of();
            }
            String s = day.group(2);
            String year = two ? "%y" : "%Y";
            List<String> formats = new ArrayList<>();
            formats.add("%d" + s + "%m" + s + year + time);
            if (!s.equals(".")) {
                formats.add("%m" + s + "%d" + s + year + time);
            }
            return formats;
        }
        Matcher year = YEAR_FIRST.matcher(text);
        if (year.matches()) {
            return one("%Y" + year.group(1) + "%m" + year.group(1) + "%d", year.group(2));
        }
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            String month = named.group(3).length() == 3 ? "%b" : "%B";
            String end = named.group(2).equals("-") ? "-" : " ";
            return one(
                    "%d" + named.group(2) + month + end + (named.group(4).length() == 2 ? "%y" : "%Y"), named.group(5));
        }
        Matcher first = MONTH_FIRST.matcher(text);
        return first.matches()
                ? one((first.group(1).length() == 3 ? "%b" : "%B") + " %d, %Y", first.group(4))
                : List.of();
    }

    private static List<String> one(String format, String rest) {
        String time = time(rest);
        return time == null ? List.of() : List.of(format + time);
    }

    /** The format of what follows a date: nothing, or a time; null for what is none. */
    private static @org.jspecify.annotations.Nullable String time(String rest) {
        String seconds = rest.matches(".*\\d:\\d{2}:\\d{2}.*") ? ":%S" : "";
        if (rest.isEmpty()) {
            return "";
        }
        if (rest.matches("(?i),? ?\\d{1,2}:\\d{2}(:\\d{2})? ?[AP]M")) {
            return before(rest) + "%I:%M" + seconds
                    + (rest.contains(" ") && rest.matches("(?i).*\\d [AP]M") ? " %p" : "%p");
        }
        if (rest.matches("[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?")) {
            return before(rest) + "%H:%M" + seconds + (rest.contains(".") ? ".%f" : "");
        }
        return null;
    }

    private static String before(String rest) {
        return rest.replaceAll("\\d.*", "");
    }
}

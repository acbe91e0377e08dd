package io.bellwether.app.manual;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers as spreadsheets of half of the world write them: {@code 1.234,5}. A file whose fields are parted by semicolons has them, as
 * its commas would part the fields otherwise; in any other file a comma in a number is refused, as nobody can tell what it means.
 */
final class Commas {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+|\\d{1,3}(\\.\\d{3})+),\\d+\\s?%?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+\\s?%?");

    private Commas() {}

    /** Whether one of these values has a decimal comma: then a point parts thousands in all of them. */
    static boolean areIn(List<String> values) {
        return values.stream().anyMatch(value -> DECIMAL.matcher(value).matches());
    }

    /** A value with its decimals behind a point, and nothing between its thousands. */
    static String point(String value) {
        return DECIMAL.matcher(value).matches() || GROUPED.matcher(value).matches()
                ? value.replace(".", "").replace(',', '.')
                : value;
    }
}

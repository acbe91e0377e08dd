package io.bellwether.core.time;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many periods of one kind: {@code 28 days}, {@code 1 fiscal_year}.
 *
 * @param count at least 1
 * @param unit the word of a {@link Grain}, or the name of a grain that a calendar table defines
 * @param dayByDay whether each day looks so far back on its own, as dbt counts: a month before 29, 30 and 31 March is three
 *     times 28 February, and nothing is a month after 30 January. Else a month before March is February, each day once.
 */
public record TimeStep(int count, String unit, boolean dayByDay) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})?\\s*([a-z]\\w*)(\\s+by day)?");
    private static final Map<String, String> SHORT = Map.of(
            "s", "second", "min", "minute", "h", "hour", "d", "day", "w", "week", "mo", "month", "q", "quarter", "y",
            "year");

    public TimeStep(int count, String unit) {
        this(count, unit, false);
    }

    /**
     * {@code 28 days}, {@code month}, {@code 28d}, {@code 2mo}, {@code 1 month by day}; empty where that is no count and a unit. A unit that is no
     * {@link Grain} is kept as written: a calendar table may define it.
     */
    public static Optional<TimeStep> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        int count = form.group(1) == null ? 1 : Integer.parseInt(form.group(1));
        return count < 1
                ? Optional.empty()
                : Optional.of(new TimeStep(count, unit(form.group(2)), form.group(3) != null));
    }

    private static String unit(String word) {
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return SHORT.getOrDefault(word, Grain.of(one).map(Grain::word).orElse(word));
    }

    /** The grain, or empty where a calendar table defines it. */
    public Optional<Grain> grain() {
        return Grain.of(unit);
    }

    /** As people say it: {@code 28 days}, {@code 1 fiscal year}. */
    public String text() {
        return count + " " + unit.replace('_', ' ') + (count == 1 ? "" : "s") + (dayByDay ? " by day" : "");
    }

    @Override
    public String toString() {
        return count + " " + unit + (dayByDay ? " by day" : "");
    }
}

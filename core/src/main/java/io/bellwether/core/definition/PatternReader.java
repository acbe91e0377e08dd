package io.bellwether.core.definition;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.time.WeekPattern;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a fiscal year of weeks: {@code pattern: 4-4-5}, {@code year_ends: last saturday of january} (or
 * {@code saturday nearest the end of january}), {@code year_named_by: start}.
 */
final class PatternReader {
    private static final List<String> PATTERNS = List.of("4-4-5", "4-5-4", "5-4-4");
    private static final Pattern ENDS =
            Pattern.compile("(?:last (\\w+) (?:of|in) (\\w+)|(\\w+) nearest (?:to )?(?:the )?end of (\\w+))");

    private PatternReader() {}

    /**
     * @param weekStarts what {@code week_starts} says, or null
     * @param yearStarts what {@code fiscal_year_starts} says, or null
     */
    static @Nullable WeekPattern pattern(
            Keys calendar, @Nullable Located<String> weekStarts, @Nullable Located<String> yearStarts) {
        Located<String> weeks = calendar.word("pattern", PATTERNS);
        Located<String> ends = calendar.text("year_ends");
        Located<String> named = calendar.word("year_named_by", List.of("start", "end"));
        if (!calendar.has("pattern")) {
            alone(calendar, ends == null ? named : ends, ends == null ? "year_named_by" : "year_ends");
            return null;
        }
        if (ends == null) {
            calendar.missing("year_ends", "last saturday of january");
        }
        boolean byStart = named != null && named.value().equals("start");
        WeekPattern read = weeks == null || ends == null ? null : read(calendar, weeks, ends, byStart);
        if (read != null) {
            check(calendar, read, weekStarts, yearStarts);
        }
        return read;
    }

    private static void alone(Keys calendar, @Nullable Located<String> key, String name) {
        if (key != null) {
            String message = "\"" + name + "\" needs a \"pattern\": other fiscal years are made of months";
            calendar.problems().add(Code.APART, key.span(), message, "add pattern: 4-4-5, or take it away");
        }
    }

    private static @Nullable WeekPattern read(
            Keys calendar, Located<String> weeks, Located<String> ends, boolean namedByStart) {
        Matcher rule = ENDS.matcher(ends.value().strip().toLowerCase(Locale.ROOT));
        boolean matches = rule.matches();
        boolean nearest = matches && rule.group(3) != null;
        Optional<DayOfWeek> day = matches ? word(DayOfWeek.values(), rule.group(nearest ? 3 : 1)) : Optional.empty();
        Optional<Month> month = matches ? word(Month.values(), rule.group(nearest ? 4 : 2)) : Optional.empty();
        if (day.isEmpty() || month.isEmpty()) {
            String message = "\"" + Amounts.shortened(ends.value()) + "\" does not say when a year ends";
            String fix = "write last saturday of january, or saturday nearest the end of january";
            calendar.problems().add(Code.PERIOD, ends.span(), message, fix);
            return null;
        }
        List<Integer> lengths =
                List.of(weeks.value().split("-")).stream().map(Integer::valueOf).toList();
        return new WeekPattern(lengths, day.get(), month.get(), nearest, namedByStart);
    }

    private static <E extends Enum<E>> Optional<E> word(E[] values, String word) {
        return List.of(values).stream()
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** Years of whole weeks leave nothing to say about when either begins. */
    private static void check(
            Keys calendar,
            WeekPattern pattern,
            @Nullable Located<String> weekStarts,
            @Nullable Located<String> yearStarts) {
        String first = pattern.weekStarts().name().toLowerCase(Locale.ROOT);
        if (weekStarts != null && !weekStarts.value().equals(first)) {
            String message = "years that end on a " + pattern.ends().name().toLowerCase(Locale.ROOT)
                    + " are made of weeks that start on " + first;
            calendar.problems().add(Code.APART, weekStarts.span(), message, "write week_starts: " + first);
        }
        if (yearStarts != null) {
            String message = "\"fiscal_year_starts\" and \"pattern\" exclude each other";
            calendar.problems().add(Code.APART, yearStarts.span(), message, "take fiscal_year_starts away");
        }
    }
}

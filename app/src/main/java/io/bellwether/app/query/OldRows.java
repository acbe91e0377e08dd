package io.bellwether.app.query;

import io.bellwether.core.catalog.Connection;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Answers of servers, which do not tell whether their rows have changed: given again for a while, and never without a word. */
final class OldRows {
    private OldRows() {}

    /** For how many nanoseconds an answer over the dataset may be given again. */
    static long keep(Dataset dataset) {
        return dataset.source()
                .connection()
                .map(connection -> connection.keepAnswers().toNanos())
                .orElse(0L);
    }

    /** {@code warehouse: as it was 12 s ago; answers are kept for 1 min}. */
    static String note(Plan plan, long age, long holds) {
        String places = plan.sources().keySet().stream()
                .flatMap(dataset -> dataset.source().connection().stream())
                .map(Connection::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return places + ": as it was " + text(Duration.ofNanos(age)) + " ago; answers are kept for "
                + text(Duration.ofNanos(holds));
    }

    private static String text(Duration duration) {
        long seconds = duration.toSeconds();
        List<Object> parts = seconds < 60
                ? List.of(Math.max(1, seconds), "s")
                : seconds < 3_600 ? List.of(seconds / 60, "min") : List.of(seconds / 3_600, "h");
        return parts.getFirst() + " " + parts.getLast();
    }
}

package io.bellwether.app.review;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Objective;
import io.bellwether.core.catalog.ReviewCadence;
import io.bellwether.core.time.Due;
import io.bellwether.core.time.Grain;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which objectives are to be reviewed: a pure function of their cadences, the calendar, and when they were reviewed last. */
public final class ReviewsDue {
    private ReviewsDue() {}

    /** @param last null for never */
    public record Reminder(
            Objective objective, Grain cadence, @Nullable LocalDate last, Due due) {}

    /** Those that are due, then those that are not yet; the longest overdue first. */
    public static List<Reminder> of(Catalog catalog, Map<String, LocalDate> last, LocalDate today) {
        return catalog.objectives().values().stream()
                .flatMap(objective -> ReviewCadence.of(objective, catalog).stream()
                        .map(cadence -> reminder(catalog, objective, cadence, last.get(objective.name()), today)))
                .sorted(Comparator.comparing((Reminder r) -> r.due().state(), Comparator.reverseOrder())
                        .thenComparing(r -> r.due().missed(), Comparator.reverseOrder())
                        .thenComparing(r -> r.due().next()))
                .toList();
    }

    private static Reminder reminder(
            Catalog catalog, Objective objective, Grain cadence, @Nullable LocalDate last, LocalDate today) {
        Due due = Due.of(cadence, catalog.workspace().calendar(), last, today);
        return new Reminder(objective, cadence, last, due);
    }
}

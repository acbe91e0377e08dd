package io.bellwether.app.promise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a KPI.
 *
 * @param action {@code retarget}, {@code promote}, {@code demote}, {@code retire}, {@code keep}
 * @param change one sentence: what it changes
 * @param promise what the KPI promises by it, as {@link Promised#json}; null where that stays
 * @param lifecycle the word of its lifecycle by it; null where that stays
 * @param dossier the evidence that was shown, as JSON; null where none was
 * @param withdrawn whether it did not come about: its file could not be written
 */
public record Decision(
        long id,
        String kpi,
        String action,
        Instant recordedAt,
        String person,
        String reason,
        String change,
        @Nullable String promise,
        @Nullable String lifecycle,
        @Nullable String dossier,
        boolean withdrawn) {}

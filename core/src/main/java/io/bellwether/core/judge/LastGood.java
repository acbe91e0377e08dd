package io.bellwether.core.judge;

import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The newest number that can be trusted, for where there is none now. It is shown beside the reason, never as today's.
 *
 * @param end of the data that it stands on, exclusive
 * @param windowText what it was measured over: {@code Oct 2026}, {@code 1 Jan – 13 Nov 2026}
 */
public record LastGood(BigDecimal value, LocalDateTime end, String windowText) {
    /** The last day that it speaks for. */
    public LocalDate day() {
        return end.minusNanos(1).toLocalDate();
    }

    /** {@code £8.7M (1 Jan – 13 Nov 2026)}. */
    public String text(Unit unit) {
        return NumberText.tile(value, unit) + " (" + windowText + ")";
    }
}

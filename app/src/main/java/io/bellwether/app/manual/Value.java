package io.bellwether.app.manual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked value.
 *
 * @param period by its name in the workspace's calendar
 * @param starts the period's first day
 * @param members one for each dimension, in their order
 * @param number in the metric's unit; null to take back what is there
 * @param reason why it is corrected, or null
 */
public record Value(
        String period,
        LocalDate starts,
        List<String> members,
        @Nullable BigDecimal number,
        @Nullable String reason) {
    /** What there is one value of. */
    public record Cell(String period, List<String> members) {}

    public Cell cell() {
        return new Cell(period, members);
    }

    boolean same(@Nullable BigDecimal other) {
        return number == null ? other == null : other != null && number.compareTo(other) == 0;
    }
}

package io.bellwether.core.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The share of the way that is expected at each moment, e(t). */
public sealed interface TargetPath {
    record Linear() implements TargetPath {}

    /** The share that the same point had reached in the mean of up to three earlier years. */
    record Seasonal() implements TargetPath {}

    /** 0 until the end. */
    record Step() implements TargetPath {}

    /** Linear between dated milestones, in order; a milestone is met at the end of its day. */
    record Milestones(List<Milestone> milestones) implements TargetPath {}

    /** @param share of the way, 0 to 1 */
    record Milestone(LocalDate date, BigDecimal share) {}
}

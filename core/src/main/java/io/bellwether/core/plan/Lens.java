package io.bellwether.core.plan;

import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Gaps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Through what an aggregate looks at time: which rows make its value for a period.
 *
 * @param frame which rows count, or null for those of the period
 * @param pick which of a frame's values stands for a longer period
 * @param offsets from where the value is taken, the outermost metric's first
 * @param overTime which moments of a period count, or null for all
 * @param gaps what becomes of periods without rows
 * @param filler what a step without rows counts as in the mean of a period's steps; null where it is left out of the mean
 */
record Lens(
        Timing.@Nullable Frame frame,
        Timing.Pick pick,
        List<Timing.Offset> offsets,
        Timing.@Nullable OverTime overTime,
        Gaps gaps,
        @Nullable BigDecimal filler) {
    static final Lens PLAIN = new Lens(null, Timing.Pick.END, List.of(), null, Gaps.LEFT_OUT, null);

    /** Whether the rows of a period make its value. */
    boolean isPlain() {
        return !moves() && gaps == Gaps.LEFT_OUT;
    }

    /** Whether other rows than those of the period make its value. */
    boolean moves() {
        return frame != null || !offsets.isEmpty();
    }

    /** Whether rows decide which moments of a period count at all. */
    boolean choosesMoments() {
        return overTime != null || frame != null && pick != Timing.Pick.END;
    }

    /** This one, with another inside of it. */
    Lens over(
            Timing.@Nullable Frame inner,
            Timing.Pick innerPick,
            Timing.@Nullable Offset offset,
            Timing.@Nullable OverTime innerOverTime,
            Gaps innerGaps,
            Span place) {
        if (frame != null && inner != null) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.MALFORMED,
                    Exprs.place(place),
                    "a window over a metric that has a window already",
                    "put the window on the metric without one"));
        }
        List<Timing.Offset> all = new ArrayList<>(offsets);
        if (offset != null) {
            all.add(offset);
        }
        return new Lens(
                frame == null ? inner : frame,
                frame == null ? innerPick : pick,
                List.copyOf(all),
                overTime == null ? innerOverTime : overTime,
                gaps.or(innerGaps),
                filler);
    }

    /** This one, where an aggregate that is a metric by itself has its gaps filled with a number. */
    Lens filledWith(Timing.@Nullable Fill fill) {
        boolean isMean = frame != null && pick == Timing.Pick.AVERAGE;
        return isMean && fill != null && fill.gaps() == Gaps.ONCE
                ? new Lens(frame, pick, offsets, overTime, gaps, fill.value())
                : this;
    }
}

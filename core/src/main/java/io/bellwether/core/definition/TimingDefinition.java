package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import io.bellwether.core.time.Gaps;
import io.bellwether.core.time.TimeStep;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a metric's value follows from rows at their times, as written.
 *
 * @param time {@code dataset.field}, or null
 * @param pick one of the words, or null
 */
public record TimingDefinition(
        @Nullable Located<String> time,
        @Nullable FrameDefinition frame,
        @Nullable Located<String> pick,
        @Nullable OffsetDefinition offset,
        @Nullable OverTimeDefinition overTime,
        @Nullable FillDefinition fill) {
    /** Which rows count; units and grains are not looked up yet. */
    public sealed interface FrameDefinition {
        record Window(Located<TimeStep> length) implements FrameDefinition {}

        record ToDate(Located<String> grain) implements FrameDefinition {}

        record AllTime() implements FrameDefinition {}
    }

    /** From where a value is taken; units and grains are not looked up yet. */
    public sealed interface OffsetDefinition {
        record Back(Located<TimeStep> by) implements OffsetDefinition {}

        record ToStart(Located<String> grain) implements OffsetDefinition {}
    }

    /** @param by {@code dataset.field}s */
    public record OverTimeDefinition(Located<String> choose, List<Located<String>> by) {}

    public record FillDefinition(@Nullable BigDecimal value, Gaps gaps) {}
}

package io.bellwether.core.definition;

import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.TimeStep;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A metric as written. */
public record MetricDefinition(
        Located<String> name,
        @Nullable Located<String> label,
        @Nullable Located<String> description,
        Formula formula,
        @Nullable Excerpt where,
        TimingDefinition timing,
        @Nullable Located<String> unit,
        @Nullable Located<String> direction,
        @Nullable Located<String> category,
        @Nullable Located<String> owner,
        List<Located<String>> tags,
        @Nullable Located<String> grain,
        List<MetricTestDefinition> tests,
        @Nullable Located<TemporalAmount> expectedEvery) {
    /** What makes its value. */
    public sealed interface Formula {
        /** @param inputs names of the formula's own for other metrics */
        record Written(Excerpt expression, List<Input> inputs) implements Formula {}

        /**
         * @param from a dataset or a metric: what happens first
         * @param to a dataset or a metric: what follows
         * @param by whom it happens to
         * @param within how much later at most, or null
         * @param rate whether the result is the share, else what follows
         */
        record Conversion(
                Located<String> from,
                Located<String> to,
                Pair by,
                List<Pair> same,
                @Nullable Located<TimeStep> within,
                boolean rate,
                Span span)
                implements Formula {}

        /**
         * No formula: people type it in.
         *
         * @param expression what is done with their values
         */
        record Manual(DatasetDefinition.ManualDefinition manual, Excerpt expression) implements Formula {}
    }

    /** {@code before: { metric: bookings, offset: 14 days, where: … }}. */
    public record Input(
            Located<String> name,
            Located<String> metric,
            @Nullable Excerpt where,
            TimingDefinition.@Nullable OffsetDefinition offset) {}

    /**
     * What must hold for its value in each period.
     *
     * @param atLeast or null; where both bounds are null, there must be a value
     * @param per of what length the periods are, or null for the metric's own grain
     * @param warns whether a failure is a warning only
     */
    public record MetricTestDefinition(
            @Nullable Located<Quantity> atLeast,
            @Nullable Located<Quantity> atMost,
            @Nullable Located<String> per,
            boolean warns,
            Span span) {}

    /** A field of what happens first, and the same of what follows. */
    public record Pair(Located<String> base, Located<String> follower) {}
}

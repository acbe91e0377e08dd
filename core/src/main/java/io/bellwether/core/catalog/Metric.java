package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeStep;
import io.bellwether.core.unit.Unit;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that describes, most often a number. Sealed: each kind is a record of its own; what all share stands in {@link About}.
 */
public sealed interface Metric {
    About about();

    default String name() {
        return about().name();
    }

    /** The formula as a person wrote it, on one line, and what it does with time: {@code revenue, over 28 days}. */
    default String text() {
        return switch (this) {
            case Expression m ->
                m.expression().span().text().strip().replaceAll("\\s+", " ")
                        + m.timing().words();
            case Conversion m ->
                m.base().dataset() + " followed by " + m.follower().dataset()
                        + (m.within() == null ? "" : " within " + m.within().text());
        };
    }

    /** The metrics that the formula reads, each once, in order. */
    default Set<String> inputNames() {
        return switch (this) {
            case Expression m -> {
                Set<String> names = new LinkedHashSet<>();
                Datasets.metrics(m.expression()).forEach(ref -> names.add(m.metric(ref)));
                yield names;
            }
            case Conversion ignored -> Set.of();
        };
    }

    /** Whether the value of a group depends on other groups: no other metric is made of such a one, and no KPI. */
    default boolean isWindowed() {
        return this instanceof Expression m && Exprs.isWindowed(m.expression());
    }

    /**
     * What people read and search by.
     *
     * @param grain how its time is cut where a question does not say, or null for days or its time's own grain
     */
    record About(
            String name,
            String label,
            @Nullable String description,
            Unit unit,
            Direction direction,
            @Nullable String category,
            @Nullable String owner,
            List<String> tags,
            @Nullable Grain grain,
            Watch watch,
            Span span) {}

    /**
     * What must hold for its values, so that they can be trusted.
     *
     * @param expectedEvery how often rows must come for it, in the place of what its datasets say; or null
     */
    record Watch(List<MetricTest> tests, @Nullable TemporalAmount expectedEvery) {
        /** Only what its datasets say. */
        public static final Watch NONE = new Watch(List.of(), null);

        public Watch {
            tests = List.copyOf(tests);
        }
    }

    /**
     * An aggregate expression over datasets, or a formula over other metrics, or both.
     *
     * @param expression over {@link Expr.Aggregate}s (whose insides hold {@link Expr.FieldRef}s) and
     *     {@link Expr.MetricRef}s; outside of aggregates no field stands
     * @param inputs what a {@link Expr.MetricRef} means that is a name of this formula's own; others are metrics
     * @param where a row condition on every aggregate that the metric stands on, its inputs' too; or null
     */
    record Expression(
            About about,
            Expr expression,
            Map<String, Input> inputs,
            @Nullable Expr where,
            Timing timing) implements Metric {
        /** A plain one, its rows placed by {@code time} where that is not null. */
        public Expression(About about, Expr expression, Expr.@Nullable FieldRef time, @Nullable Expr where) {
            this(about, expression, Map.of(), where, Timing.by(time));
        }

        /** The metric that a name of the formula means. */
        public String metric(Expr.MetricRef ref) {
            Input input = inputs.get(ref.metric());
            return input == null ? ref.metric() : input.metric();
        }

        public Expr.@Nullable FieldRef time() {
            return timing.time();
        }
    }

    /**
     * Another metric as one formula sees it.
     *
     * @param where on its rows, here only; or null
     * @param offset from where it is taken, here only; or null
     */
    record Input(String metric, @Nullable Expr where, Timing.@Nullable Offset offset) {}

    /**
     * Of these events, how many are followed by those. An event that follows counts once, for the latest event before it
     * of the same entity, at that one's time and with that one's properties.
     *
     * @param same pairs of fields that must be equal too, the base's first
     * @param within how much later at most, or null for any time
     * @param rate whether the result is the share of base events, else what the followers come to
     */
    record Conversion(
            About about,
            Event base,
            Event follower,
            List<Pair> same,
            @Nullable TimeStep within,
            boolean rate,
            Timing.@Nullable Fill fill)
            implements Metric {}

    /**
     * Rows of one dataset that happen.
     *
     * @param value what they come to: their count, a sum
     * @param entity to whom they happen
     * @param time when
     */
    record Event(
            Expr.Aggregate value, @Nullable Expr where, String dataset, Expr.FieldRef entity, Expr.FieldRef time) {}

    /** Two fields that are compared. */
    record Pair(Expr.FieldRef base, Expr.FieldRef follower) {}
}

package io.bellwether.core.expression;

import io.bellwether.core.source.Span;
import io.bellwether.core.time.TimeCut;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An SQL expression as a tree of our own: only what the allow-list knows can be in it, so rendering it is always safe.
 * Every node knows its place in the file.
 */
public sealed interface Expr {
    Span span();

    /** A literal. */
    sealed interface Literal extends Expr {}

    record NumberLiteral(BigDecimal value, Span span) implements Literal {}

    record TextLiteral(String value, Span span) implements Literal {}

    record BooleanLiteral(boolean value, Span span) implements Literal {}

    record NullLiteral(Span span) implements Literal {}

    /** {@code DATE '2011-01-31'}. */
    record DateLiteral(java.time.LocalDate value, Span span) implements Literal {}

    /** {@code TIMESTAMP '2011-01-31 12:00:00'}. */
    record TimestampLiteral(java.time.LocalDateTime value, Span span) implements Literal {}

    /** The day or the moment of which a question is asked, {@code CURRENT_DATE}: its as-of, in the calendar's zone. */
    record Now(Type type, Span span) implements Expr {}

    /** {@code INTERVAL '3' DAY}: a count of one unit, {@code SECOND} to {@code YEAR}. */
    record IntervalLiteral(long count, String unit, Span span) implements Literal {}

    /**
     * A name as written, before it is resolved: {@code sales.amount} or {@code revenue}.
     *
     * @param qualifier all before the last dot, or null
     */
    record Name(@Nullable String qualifier, String name, Span span) implements Expr {
        /** {@code qualifier.name}, or the bare name. */
        public String text() {
            return qualifier == null ? name : qualifier + "." + name;
        }
    }

    /**
     * A field, resolved: {@code dataset} and {@code field} exist.
     *
     * @param dataset a dataset's name; or the role in which one is reached, {@code host}, {@code listing.host}, which
     *     means something only together with the rows that it is reached from; or {@code self} for those rows themselves
     */
    record FieldRef(String dataset, String field, Type type, Span span) implements Expr {}

    /** {@code time.month}: the time of the metric that the condition is for, cut as the word says. */
    record TimeRef(TimeCut cut, Type type, Span span) implements Expr {}

    /** {@code calendar(time, 'fiscal_week')}: a time cut as the workspace's calendar has it. */
    record CalendarRef(Expr time, TimeCut cut, Type type, Span span) implements Expr {}

    /**
     * {@code per(orders, customers.id)}: a metric's value for what the row is about.
     *
     * @param by the fields that say so, each one value for the row
     */
    record Per(String metric, List<FieldRef> by, Type type, Span span) implements Expr {}

    /** A physical column of the source that a field's own expression stands on, resolved. */
    record ColumnRef(String column, Type type, Span span) implements Expr {}

    /** Another metric by name, resolved to exist. */
    record MetricRef(String metric, Span span) implements Expr {}

    /** A scalar function or operator of the allow-list, see {@link Function}. */
    record Call(Function function, List<Expr> arguments, Span span) implements Expr {}

    /** {@code CASE WHEN … THEN … ELSE … END}; a simple case is written out as a searched one by the parser. */
    record Case(List<When> whens, @Nullable Expr otherwise, Span span) implements Expr {}

    /** One branch of a {@link Case}. */
    record When(Expr condition, Expr result) {}

    /**
     * {@code CAST(x AS type)}; for a decimal with precision and scale, else both 0.
     *
     * @param orNull whether what is no such value is NULL, {@code TRY_CAST}
     */
    record Cast(Expr value, Type type, int precision, int scale, boolean orNull, Span span) implements Expr {
        public Cast(Expr value, Type type, int precision, int scale, Span span) {
            this(value, type, precision, scale, false, span);
        }
    }

    /** {@code x IN (a, b)}: values only, never a subquery. */
    record In(Expr value, List<Expr> options, boolean negated, Span span) implements Expr {}

    /**
     * An aggregate over the rows of one dataset (and what it joins to).
     *
     * @param argument null for {@code count(*)}
     * @param filter the condition of {@code FILTER (WHERE …)}, or null
     * @param fraction of a percentile, 0 to 1; null for the others
     */
    record Aggregate(
            AggregateFunction function,
            @Nullable Expr argument,
            @Nullable Expr filter,
            @Nullable BigDecimal fraction,
            Span span)
            implements Expr {}

    /**
     * A value that rows around a row give it: {@code fn(…) OVER (PARTITION BY … ORDER BY … frame)}.
     *
     * @param frame null for the one that SQL has where nothing is said
     */
    record Window(
            WindowFunction function,
            List<Expr> arguments,
            List<Expr> partition,
            List<WindowOrder> order,
            @Nullable Frame frame,
            Span span)
            implements Expr {}

    record WindowOrder(Expr by, boolean descending, boolean nullsFirst) {}

    /** @param rows whether it counts rows, else values of what rows are ordered by */
    record Frame(boolean rows, FrameEnd from, FrameEnd to) {}

    /** @param count for {@link Edge#PRECEDING} and {@link Edge#FOLLOWING} */
    record FrameEnd(Edge edge, long count) {}

    /** Where a frame begins or ends. */
    enum Edge {
        UNBOUNDED_PRECEDING,
        PRECEDING,
        CURRENT_ROW,
        FOLLOWING,
        UNBOUNDED_FOLLOWING
    }
}

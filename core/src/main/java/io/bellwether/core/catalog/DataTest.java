package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Severity;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A promise about a dataset's rows. A failing test of severity error takes the judgement away from the KPIs on it. */
public sealed interface DataTest {
    Severity severity();

    Span span();

    /** The field is never null. */
    record NotNull(String field, Severity severity, Span span) implements DataTest {}

    /** No two rows share the values of the fields. */
    record Unique(List<String> fields, Severity severity, Span span) implements DataTest {}

    /** The field holds one of the values. */
    record AcceptedValues(String field, List<String> values, Severity severity, Span span) implements DataTest {}

    /**
     * Every row whose fields are not null has its row there.
     *
     * @param to the other dataset
     * @param toFields of it, by the position of {@code fields}
     */
    record Related(List<String> fields, String to, List<String> toFields, Severity severity, Span span)
            implements DataTest {}

    /**
     * How many rows there are.
     *
     * @param atLeast or null
     * @param atMost or null
     * @param per in the last whole period of that length whose data is complete; null for all rows
     */
    record RowCount(
            @Nullable Long atLeast,
            @Nullable Long atMost,
            @Nullable Grain per,
            Severity severity,
            Span span) implements DataTest {}

    /**
     * The number of rows of the last whole period is not far from that of the one before.
     *
     * @param share how far at most, as a share of the earlier
     * @param minimum fewer rows in the earlier one say nothing
     */
    record VolumeChange(BigDecimal share, Grain grain, long minimum, Severity severity, Span span)
            implements DataTest {}

    /** Every row of a file can be read: none is set aside. */
    record Readable(Severity severity, Span span) implements DataTest {}

    /** The condition is true for every row. */
    record Condition(Expr condition, Severity severity, Span span) implements DataTest {}
}

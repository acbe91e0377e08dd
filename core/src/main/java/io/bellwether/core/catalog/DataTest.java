package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Severity;
import io.bellwether.core.source.Span;
import java.util.List;

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

    /** The condition is true for every row. */
    record Condition(Expr condition, Severity severity, Span span) implements DataTest {}
}

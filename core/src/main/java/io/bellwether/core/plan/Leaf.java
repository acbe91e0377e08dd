package io.bellwether.core.plan;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate that metrics stand on, with every condition that its metrics and the question's slice put on it. Two leaves
 * that say the same are equal, so that each is computed once.
 *
 * @param home the dataset whose rows are counted, each once
 * @param time the field that places a row in a period, or null for a dataset without time
 */
record Leaf(
        AggregateFunction function,
        @Nullable Expr argument,
        @Nullable Expr filter,
        @Nullable BigDecimal fraction,
        String home,
        Expr.@Nullable FieldRef time) {}

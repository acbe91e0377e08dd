package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A metric as a question asks for it.
 *
 * @param as the name of the column that comes back
 * @param where a row condition for this one only (a KPI's slice), or null
 */
public record MetricUse(String metric, String as, @Nullable Expr where) {}

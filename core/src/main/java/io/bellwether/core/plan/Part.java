package io.bellwether.core.plan;

import io.bellwether.core.catalog.Metric;
import io.bellwether.core.expression.Expr;
import org.jspecify.annotations.Nullable;

/** A number that formulas are made of, and that a step of the plan brings. Equal parts are computed once. */
sealed interface Part {
    Lens lens();

    /** An aggregate of rows. */
    record Rows(Leaf leaf, Lens lens) implements Part {}

    /**
     * What the followers of a conversion come to.
     *
     * @param where on the base events, beside their own condition; or null
     */
    record Followers(Metric.Conversion conversion, @Nullable Expr where, Lens lens) implements Part {}
}

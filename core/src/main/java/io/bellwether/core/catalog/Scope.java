package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import org.jspecify.annotations.Nullable;

/** What names and aggregates mean in one kind of place. Null means: they mean nothing here, and a problem says so. */
interface Scope {
    @Nullable
    Typed name(Expr.Name name);

    @Nullable
    Typed aggregate(Expr.Aggregate aggregate);

    /** A metric per something, its names as written. */
    @Nullable
    Typed per(Expr.Per per);

    /** What rows around a row give it, its names as written. */
    @Nullable
    Typed window(Expr.Window window);

    /** A time cut by the calendar, its word as written. */
    @Nullable
    Typed calendar(Expr.CalendarRef calendar, Typed time);

    /** What a field stands for, or null where that is not known here. */
    default @Nullable Expr expression(Expr.FieldRef field) {
        return null;
    }
}

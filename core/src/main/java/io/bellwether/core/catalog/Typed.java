package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Type;

/** A resolved expression and the type of its value. */
record Typed(Expr expr, Type type) {}

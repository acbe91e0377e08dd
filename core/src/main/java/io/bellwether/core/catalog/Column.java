package io.bellwether.core.catalog;

import io.bellwether.core.expression.Type;

/** A physical column of a source. */
public record Column(String name, Type type) {}

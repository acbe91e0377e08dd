package io.bellwether.core.source;

/** A value and the place where a person wrote it. */
public record Located<T>(T value, Span span) {}

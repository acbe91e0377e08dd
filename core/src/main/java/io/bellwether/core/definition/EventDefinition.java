package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened outside, as written. */
public record EventDefinition(
        LocalDate date, Located<String> label, @Nullable Located<String> kind, Span span) {}

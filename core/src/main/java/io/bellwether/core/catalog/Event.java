package io.bellwether.core.catalog;

import io.bellwether.core.source.Span;
import java.time.LocalDate;

/** What happened outside: shown on every chart, offered as a cause. */
public record Event(LocalDate date, String label, String kind, Span span) {}

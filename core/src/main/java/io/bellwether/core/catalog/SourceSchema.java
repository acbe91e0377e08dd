package io.bellwether.core.catalog;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Span;
import java.util.List;

/** What is known about the source of a dataset. */
public sealed interface SourceSchema {
    /** @param columns in the order of the source */
    record Columns(List<Column> columns) implements SourceSchema {}

    /** The source cannot be read. */
    record Unreadable(List<Diagnostic> problems) implements SourceSchema {}

    /** Looks at a source; the span is where the definition names it, for problems. Never throws. */
    @FunctionalInterface
    interface Reader {
        SourceSchema read(String dataset, DataSource source, Span span);
    }
}

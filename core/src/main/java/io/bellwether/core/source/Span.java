package io.bellwether.core.source;

/**
 * A place in a file: UTF-16 offsets {@code start} (inclusive) to {@code end} (exclusive). Every definition carries one,
 * so that every problem can point at what caused it.
 */
public record Span(SourceFile file, int start, int end) {
    /** 1-based line of the start. */
    public int line() {
        return file.line(start);
    }

    /** 1-based column of the start. */
    public int column() {
        return file.column(start);
    }

    /** The text that the span covers. */
    public String text() {
        return file.text().substring(start, end);
    }

    /** {@code file:line:column}, the form that editors and terminals make a link of. */
    @Override
    public String toString() {
        return file.path() + ":" + line() + ":" + column();
    }
}

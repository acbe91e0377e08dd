package io.bellwether.engine.file;

import io.bellwether.core.catalog.SkippedRows;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/** Takes the rows out of a CSV file that its definition skips. Empty lines stand in their place, so that all others keep their numbers. */
final class CsvCut {
    private final SkippedRows skipped;
    private final boolean lines;
    private final RecordScan scan;
    private final StringBuilder record = new StringBuilder();
    private final StringBuilder held = new StringBuilder();
    private boolean holds;
    private int line = 1;
    private int first = 1;

    CsvCut(SkippedRows skipped, CsvLayout layout) {
        this.skipped = skipped;
        this.scan = new RecordScan(layout.delimiter());
        // In a file of one column an empty line is a row.
        this.lines = layout.fields() > 1;
    }

    /** @param in with line feeds alone */
    void copy(Reader in, Writer out) throws IOException {
        for (int c = in.read(); c >= 0; c = in.read()) {
            record.append((char) c);
            line += c == '\n' ? 1 : 0;
            if (scan.ends(c)) {
                scan.take();
                end(out);
            }
        }
        if (!record.isEmpty()) {
            line++;
            end(out);
        }
        out.append(skipped.last() && holds ? emptied(held) : held);
    }

    private void end(Writer out) throws IOException {
        boolean empty = record.toString().isBlank();
        boolean cut = skipped.numbers().stream().anyMatch(n -> n >= first && n < line);
        if (skipped.last() && !empty && !cut) {
            out.append(held);
            held.setLength(0);
            holds = true;
        }
        held.append(cut ? emptied(record) : record);
        if (!skipped.last()) {
            out.append(held);
            held.setLength(0);
        }
        record.setLength(0);
        first = line;
    }

    private CharSequence emptied(CharSequence text) {
        return lines ? "\n".repeat((int) text.chars().filter(c -> c == '\n').count()) : "";
    }
}

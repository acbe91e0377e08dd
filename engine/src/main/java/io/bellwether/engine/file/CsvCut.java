package io.bellwether.engine.file;

import io.bellwether.core.catalog.FileReading;
import io.bellwether.core.catalog.SkippedRows;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes rows out of a CSV file: those that its definition skips, and those that cannot be read where these are set aside. Empty
 * lines stand in their place, so that all others keep their numbers.
 */
final class CsvCut {
    private static final int EXAMPLES = 3;

    /** What is read again after a line that is not closed, in all: else a file of such lines would take for ever. */
    private static final long MOST_AGAIN = 200_000_000;

    private final SkippedRows skipped;
    private final boolean quarantine;
    private final CsvLayout layout;
    private final RecordScan scan;
    private final StringBuilder record = new StringBuilder();
    private final StringBuilder held = new StringBuilder();
    private final List<String> examples = new ArrayList<>();
    private final StringBuilder again = new StringBuilder();
    private int at;
    private long budget = MOST_AGAIN;
    private long aside;
    private boolean named;
    private boolean holds;
    private int line = 1;
    private int first = 1;

    CsvCut(FileReading reading, CsvLayout layout) {
        this.skipped = reading.skipped();
        this.quarantine = reading.quarantine();
        this.layout = layout;
        this.scan = new RecordScan(layout.delimiter());
    }

    /** How many rows were set aside. */
    long aside() {
        return aside;
    }

    /** Why, for the first of them. */
    List<String> examples() {
        return examples;
    }

    /** @param in with line feeds alone */
    void copy(Reader in, Writer out) throws IOException {
        for (int c = next(in); c >= 0 || !record.isEmpty(); c = next(in)) {
            if (c < 0) {
                line++;
                end(out, scan.isOpen());
                continue;
            }
            record.append((char) c);
            line += c == '\n' ? 1 : 0;
            if (scan.ends(c)) {
                end(out, false);
            } else if (quarantine && record.length() > TextHead.LONGEST_LINE) {
                end(out, true);
            }
        }
        out.append(skipped.last() && holds ? emptied(held) : held);
    }

    private int next(Reader in) throws IOException {
        if (at < again.length()) {
            return again.charAt(at++);
        }
        again.setLength(0);
        at = 0;
        return in.read();
    }

    /** @param open whether a quotation mark is not closed */
    private void end(Writer out, boolean open) throws IOException {
        int fields = scan.take();
        boolean empty = isBlank(record);
        boolean cut = skipped.numbers().stream().anyMatch(n -> n >= first && n < line);
        boolean above = first <= layout.above();
        if (!cut && !empty && !above && quarantine && named && (open || fields != layout.fields())) {
            setAside(fields, open);
            cut = true;
        }
        named |= !empty && !above && !cut;
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

    /** Only the first line of it: what follows an open quotation mark are rows again. */
    private void setAside(int fields, boolean open) {
        int rest = record.indexOf("\n") + 1;
        int length = record.length() - rest;
        if (rest > 0 && length > 0 && length <= budget) {
            budget -= length;
            again.replace(0, at, record.substring(rest));
            at = 0;
            record.setLength(rest);
            line = first + 1;
        }
        aside++;
        if (examples.size() < EXAMPLES) {
            examples.add("line " + first
                    + (open || rest > 0 && length > 0
                            ? " has a quotation mark that is not closed"
                            : " has " + fields + (fields == 1 ? " field" : " fields") + " where the others have "
                                    + layout.fields()));
        }
    }

    private static boolean isBlank(CharSequence text) {
        return text.chars().allMatch(Character::isWhitespace);
    }

    /** In a file of one column an empty line is a row. */
    private CharSequence emptied(CharSequence text) {
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        return layout.fields() > 1 ? "\n".repeat(lines) : "";
    }
}

package io.bellwether.engine.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** In which line of a CSV file its records begin. A text in quotation marks may go over several lines. */
public final class RecordLines {
    private RecordLines() {}

    /**
     * The line of a record, both counted from 1; empty lines are no records.
     *
     * @param file in UTF-8
     */
    public static long of(Path file, char delimiter, long record) {
        try (Reader in = new BufferedReader(TextHead.reader(file, StandardCharsets.UTF_8), 1 << 16)) {
            RecordScan scan = new RecordScan(delimiter);
            long line = 1;
            long found = 0;
            boolean empty = true;
            for (int c = in.read(), before = 0; c >= 0; before = c, c = in.read()) {
                boolean end = c == '\r' || c == '\n';
                if (empty && !end) {
                    empty = false;
                    if (++found == record) {
                        return line;
                    }
                }
                if (scan.ends(c)) {
                    scan.take();
                    empty = true;
                }
                line += c == '\n' && before != '\r' || c == '\r' ? 1 : 0;
            }
            return line;
        } catch (IOException e) {
            throw Problems.unreadable(file.getFileName().toString());
        }
    }
}

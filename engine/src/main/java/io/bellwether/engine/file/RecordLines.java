package io.bellwether.engine.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** In which line of a CSV file its records begin. A text in quotation marks may go over several lines. */
public final class RecordLines {
    private RecordLines() {}

    /**
     * Complains about a quotation mark that is not closed before the end. The embedded engine does not where one thread reads
     * the file: it ends there, and all rows behind would be gone without a word.
     *
     * @param file in UTF-8
     * @param above how many lines of it stood above
     */
    public static void checkQuotes(Path file, char delimiter, int above, String label) {
        try (Reader in = new BufferedReader(TextHead.reader(file, StandardCharsets.UTF_8), 1 << 16)) {
            RecordScan scan = new RecordScan(delimiter);
            long line = 1;
            long start = 1;
            for (int c = in.read(), before = 0; c >= 0; before = c, c = in.read()) {
                line += c == '\n' && before != '\r' || c == '\r' ? 1 : 0;
                if (scan.ends(c)) {
                    scan.take();
                    start = line;
                }
            }
            if (scan.isOpen()) {
                throw Problems.openQuote(label, start + above);
            }
        } catch (CharacterCodingException e) {
            // The reader itself tells the place.
        } catch (IOException e) {
            throw Problems.unreadable(label);
        }
    }

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

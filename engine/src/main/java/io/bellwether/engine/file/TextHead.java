package io.bellwether.engine.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The first bytes of a text file, after gzip is taken off: enough to see how it is written.
 *
 * @param whole whether these are all of its bytes
 */
record TextHead(byte[] bytes, boolean whole) {
    /** The longest line that we read; DuckDB's own limit. */
    static final int LONGEST_LINE = 2_000_000;

    /** The most digits in a row: DuckDB takes half a minute to see that two million are no number. */
    static final int MOST_DIGITS = 100_000;

    private static final int SIZE = 2 * LONGEST_LINE + 1;

    static TextHead read(Path file, String label) {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(SIZE);
            if (bytes.length == 0) {
                throw Problems.empty(label);
            }
            return new TextHead(bytes, bytes.length < SIZE);
        } catch (EOFException | ZipException e) {
            throw Problems.damaged(label);
        } catch (IOException e) {
            throw Problems.unreadable(label);
        }
    }

    static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return in;
        }
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The file's characters; an {@link java.nio.charset.CharacterCodingException} where its bytes are none. */
    static Reader reader(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new InputStreamReader(open(file), decoder);
    }

    /** Complains about a line of more than {@link #LONGEST_LINE} bytes, or more than {@link #MOST_DIGITS} digits in a row. */
    void checkLines(String label) {
        int start = 0;
        int digits = 0;
        long line = 1;
        for (int i = 0; i < bytes.length; i++) {
            digits = bytes[i] >= '0' && bytes[i] <= '9' ? digits + 1 : 0;
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                start = i + 1;
                line += bytes[i] == '\n' ? 1 : 0;
            } else if (i - start >= LONGEST_LINE) {
                throw Problems.longLine(label, line);
            } else if (digits > MOST_DIGITS) {
                throw Problems.longNumber(label, line);
            }
        }
    }
}

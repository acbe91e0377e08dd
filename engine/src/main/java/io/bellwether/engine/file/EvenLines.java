package io.bellwether.engine.file;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text in which every line ends with a line feed, however its lines ended. */
final class EvenLines extends FilterReader {
    private int ahead = -2;

    EvenLines(Reader in) {
        super(new BufferedReader(in));
    }

    @Override
    public int read() throws IOException {
        int c = ahead == -2 ? in.read() : ahead;
        ahead = -2;
        if (c != '\r') {
            return c;
        }
        int next = in.read();
        ahead = next == '\n' ? -2 : next;
        return '\n';
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int c = read();
            if (c < 0) {
                return count == 0 ? -1 : count;
            }
            into[from + count++] = (char) c;
        }
        return count;
    }
}

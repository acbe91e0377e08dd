package io.bellwether.app.cli.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What is printed for people to read: data, names and messages may hold characters that tell a terminal what to do (clear it,
 * move, write over what stands there, turn the order of letters), and none of them comes through.
 */
public final class Screen extends OutputStream {
    private static final byte[] INSTEAD = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST = 4;

    private final PrintStream to;
    private final byte[] open = new byte[LONGEST];
    private int length;
    private boolean returned;

    private Screen(PrintStream to) {
        this.to = to;
    }

    /** Prints UTF-8 to the stream, without such characters. */
    public static PrintStream over(PrintStream to) {
        return new PrintStream(new Screen(to), true, StandardCharsets.UTF_8);
    }

    /** Line feeds and tabs are what text is made of. */
    public static boolean isOrder(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t' || isTurn(character);
    }

    /** Embeddings, overrides and isolates of the order of letters. */
    private static boolean isTurn(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    /** Collects the bytes of one character. A carriage return waits for its line feed. */
    @Override
    public void write(int next) {
        int unsigned = next & 0xFF;
        if (returned) {
            returned = false;
            if (unsigned == '\n') {
                to.write('\r');
            } else {
                to.write(INSTEAD, 0, INSTEAD.length);
            }
        }
        if (length == 0 && unsigned == '\r') {
            returned = true;
            return;
        }
        open[length++] = (byte) unsigned;
        if (length == size(open[0] & 0xFF) || length == LONGEST) {
            character();
        }
    }

    private void character() {
        if (isOrder(new String(open, 0, length, StandardCharsets.UTF_8).codePointAt(0))) {
            to.write(INSTEAD, 0, INSTEAD.length);
        } else {
            to.write(open, 0, length);
        }
        length = 0;
    }

    private static int size(int first) {
        return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : LONGEST;
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }
}

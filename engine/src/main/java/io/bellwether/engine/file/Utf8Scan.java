package io.bellwether.engine.file;

/** Reads bytes as UTF-8 and counts: what is right, and where the first wrong byte stands. */
final class Utf8Scan {
    private long offset;
    private long line = 1;
    private int pending;
    private long lead;
    private long sequences;
    private long wrongOffset = -1;
    private long wrongLine;
    private long controls;
    private long zeros;
    private long firstControl = -1;

    void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            add(bytes[i] & 0xFF);
            offset++;
        }
    }

    private void add(int b) {
        if (pending > 0) {
            if ((b & 0xC0) == 0x80) {
                pending--;
                sequences += pending == 0 ? 1 : 0;
                return;
            }
            pending = 0;
            wrong(lead);
        }
        if (b < 0x20) {
            control(b);
        } else if (b >= 0x80) {
            lead = offset;
            lead(b);
        }
    }

    private void control(int b) {
        if (b == '\n') {
            line++;
        } else if (b != '\r' && b != '\t' && b != '\f') {
            firstControl = controls++ == 0 ? offset : firstControl;
            zeros += b == 0 ? 1 : 0;
        }
    }

    private void lead(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            pending = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            pending = 2;
        } else if (b >= 0xF0 && b <= 0xF4) {
            pending = 3;
        } else {
            wrong(offset);
        }
    }

    private void wrong(long at) {
        if (wrongOffset < 0) {
            wrongOffset = at;
            wrongLine = line;
        }
    }

    /** Says that no more bytes come: a character that has only begun is wrong. */
    void end() {
        if (pending > 0) {
            wrong(lead);
        }
    }

    boolean isUtf8() {
        return wrongOffset < 0;
    }

    /** Whether some bytes beyond ASCII are UTF-8: then a wrong byte is damage, not another encoding. */
    boolean hasSequences() {
        return sequences > 0;
    }

    long wrongOffset() {
        return wrongOffset;
    }

    long wrongLine() {
        return wrongLine;
    }

    /** A stray control character is dirt that a person may have to live with; zeros, or many of them, are no text. */
    boolean isText() {
        return zeros == 0 && controls * 100 <= offset;
    }

    long firstControl() {
        return firstControl;
    }
}

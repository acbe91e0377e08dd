package io.bellwether.engine.file;

/**
 * Where the records of a CSV file end, character by character: a quotation mark at the start of a field opens a text that may
 * go over several lines, anywhere else it is a character.
 */
final class RecordScan {
    private final char delimiter;
    private boolean quoted;
    private boolean closing;
    private boolean start = true;
    private int fields = 1;

    RecordScan(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Whether the character ends the record. A return and a line feed after it are two ends, the second of nothing. */
    boolean ends(int c) {
        if (closing) {
            closing = false;
            quoted = c == '"';
            if (quoted) {
                return false;
            }
        } else if (quoted) {
            closing = c == '"';
            return false;
        }
        if (c == '\n' || c == '\r') {
            start = true;
            return true;
        }
        quoted = start && c == '"';
        start = c == delimiter;
        fields += start ? 1 : 0;
        return false;
    }

    /** How many fields the record has so far; the next one begins. */
    int take() {
        int count = fields;
        fields = 1;
        quoted = false;
        closing = false;
        start = true;
        return count;
    }

    /** Whether a quotation mark is open. */
    boolean isOpen() {
        return quoted && !closing;
    }
}

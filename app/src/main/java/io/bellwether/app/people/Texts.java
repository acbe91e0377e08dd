package io.bellwether.app.people;

import org.jspecify.annotations.Nullable;

/** The limits of what people write. What is within them is kept as it is; pages and files escape it where they show it. */
public final class Texts {
    /** Of a title or a label, in characters. */
    public static final int LINE = 200;

    /** Of a comment, a note, an outcome. */
    public static final int TEXT = 10_000;

    private Texts() {}

    /** One line. */
    public static String line(String what, @Nullable String text) {
        String checked = required(what, text, LINE);
        if (checked.lines().count() > 1) {
            throw Refusal.text(what + " is one line", "leave the line breaks out");
        }
        return checked;
    }

    /** Lines. */
    public static String text(String what, @Nullable String text) {
        return required(what, text, TEXT);
    }

    /** Lines, or null for none. */
    public static @Nullable String optional(String what, @Nullable String text) {
        return text == null || text.isBlank() ? null : required(what, text, TEXT);
    }

    /** The beginning, on one line. */
    static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        return length <= LINE ? line : line.substring(0, line.offsetByCodePoints(0, LINE - 1)) + "…";
    }

    private static String required(String what, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            throw Refusal.text(what + " is missing", "say it in a few words");
        }
        String stripped = text.strip().replace("\r\n", "\n");
        int length = stripped.codePointCount(0, stripped.length());
        if (length > longest) {
            throw Refusal.text(what + " has " + length + " characters, at most " + longest + " are kept", "shorten it");
        }
        if (stripped.codePoints().anyMatch(Texts::cannotBeKept)) {
            throw Refusal.text(what + " holds characters that are no text", "leave the control characters out");
        }
        return stripped;
    }

    /** Controls other than line breaks and tabs, and halves of characters: databases refuse some of them, and nobody reads any. */
    private static boolean cannotBeKept(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t'
                || Character.getType(character) == Character.SURROGATE;
    }
}

package io.bellwether.app.message;

/** Texts made safe for places where a line's end or a great length does harm. */
final class Lines {
    /** What mail programs show at most, and more. */
    private static final int SUBJECT = 200;

    private Lines() {}

    /** On one line, without anything that controls a terminal or a header, and of a bounded length. */
    static String one(String text, int most) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(most * 2L).forEach(c -> line.appendCodePoint(isControl(c) ? ' ' : c));
        return shortened(line.toString().strip().replaceAll(" {2,}", " "), most);
    }

    static String subject(String text) {
        return one(text, SUBJECT);
    }

    /** At most that long, cut between two characters. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.FORMAT
                || type == Character.SURROGATE;
    }
}

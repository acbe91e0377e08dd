package io.bellwether.core.definition;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;

/** What must hold before a YAML parser sees a file: it is of a size that people write, and it is text. */
final class TextChecks {
    /** What Java puts in the place of bytes that are not UTF-8. */
    private static final char REPLACEMENT = 0xfffd;

    private static final int MAX_LENGTH = 4_000_000;

    private TextChecks() {}

    static boolean pass(SourceFile file, Problems problems) {
        String text = file.text();
        if (text.length() > MAX_LENGTH) {
            problems.add(
                    Code.TOO_LARGE,
                    file.span(0, 1),
                    "the file has " + text.length() + " characters; the limit is " + MAX_LENGTH,
                    "split it, or keep data in files of its own");
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            if (!isText(text.charAt(at))) {
                complain(file, at, problems);
                return false;
            }
        }
        return true;
    }

    private static void complain(SourceFile file, int at, Problems problems) {
        char c = file.text().charAt(at);
        String message = String.format("the character U+%04X cannot stand in a text", (int) c);
        String fix = "remove it; files are UTF-8 text";
        if (c == REPLACEMENT) {
            boolean wide = file.text().indexOf('\0') >= 0;
            message = "the file is not UTF-8 text";
            fix = wide ? "it looks like UTF-16; save the file as UTF-8" : "save the file as UTF-8";
        }
        problems.add(Code.ENCODING, file.span(at, at + 1), message, fix);
    }

    private static boolean isText(char c) {
        return c >= ' '
                        && c != 0x7f
                        && c != REPLACEMENT
                        && c != 0xfffe
                        && c != 0xffff
                        && !(c >= 0x80 && c < 0xa0 && c != 0x85)
                || c == '\n'
                || c == '\r'
                || c == '\t';
    }
}

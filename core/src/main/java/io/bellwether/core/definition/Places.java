package io.bellwether.core.definition;

import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the YAML library's marks, which count code points, into spans, which count UTF-16 units. */
final class Places {
    private final SourceFile file;
    /** For each code point its UTF-16 offset; empty where they are the same. */
    private final int[] offsets;

    Places(SourceFile file) {
        this.file = file;
        boolean same = file.text().chars().noneMatch(c -> Character.isSurrogate((char) c));
        this.offsets = same ? new int[0] : offsets(file.text());
    }

    SourceFile file() {
        return file;
    }

    Span span(Optional<Mark> start, Optional<Mark> end) {
        int from = offset(start);
        return file.span(from, Math.max(from, offset(end)));
    }

    int offset(Optional<Mark> mark) {
        int index = mark.map(Mark::getIndex).orElse(0);
        return offsets.length == 0 ? index : offsets[Math.min(index, offsets.length - 1)];
    }

    private static int[] offsets(String text) {
        int[] found = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int point = 0; point < found.length; point++) {
            found[point] = at;
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
        }
        return found;
    }
}

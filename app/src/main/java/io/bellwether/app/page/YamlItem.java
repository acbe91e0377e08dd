package io.bellwether.app.page;

import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.List;

/** A definition as written: the item of a YAML list around a place in it, moved to the left as a whole. */
final class YamlItem {
    private static final int LONGEST = 80;

    private YamlItem() {}

    static String around(Span span) {
        SourceFile file = span.file();
        int last = file.line(file.text().length());
        int first = span.line();
        while (first > 1 && !startsItem(file.lineText(first), span, file, first)) {
            first--;
        }
        int indent = indent(file.lineText(first));
        List<String> lines = new ArrayList<>();
        for (int line = first; line <= last && lines.size() < LONGEST; line++) {
            String text = file.lineText(line);
            boolean next = line > first && !text.isBlank() && indent(text) <= indent;
            if (next) {
                break;
            }
            lines.add(text.isBlank() ? "" : text.substring(Math.min(indent, text.length())));
        }
        return String.join("\n", lines).stripTrailing();
    }

    /** A dash to the left of the place. */
    private static boolean startsItem(String line, Span span, SourceFile file, int number) {
        int dash = indent(line);
        boolean isDash = dash < line.length() && line.charAt(dash) == '-';
        return isDash && (number < span.line() || dash < file.column(span.start()));
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}

package io.bellwether.core.definition;

import io.bellwether.core.definition.Node.Entry;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * In <code>{ expression: a / nullif(b, 0), unit: count }</code> YAML ends the expression at its first comma. A person
 * means the parentheses to hold it together, so a value with an open one takes back the pieces up to the closing one.
 */
final class FlowCommas {
    private FlowCommas() {}

    static List<Entry> rejoin(List<Entry> entries) {
        List<Entry> joined = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            Entry entry = entries.get(at);
            int last = at;
            if (entry.value() instanceof Scalar value && value.style() == Style.PLAIN && open(value.value()) > 0) {
                int depth = open(value.value());
                while (depth > 0 && last + 1 < entries.size() && isPiece(entries.get(last + 1))) {
                    last++;
                    depth += open(entries.get(last).key().value());
                }
                if (depth == 0) {
                    entry = join(entry, value, entries.get(last).key());
                    at = last;
                }
            }
            joined.add(entry);
        }
        return joined;
    }

    private static boolean isPiece(Entry entry) {
        return entry.key().style() == Style.PLAIN && entry.value() instanceof Scalar value && value.isNull();
    }

    private static Entry join(Entry entry, Scalar first, Scalar last) {
        var file = first.span().file();
        var whole = file.span(first.span().start(), last.span().end());
        return new Entry(entry.key(), new Scalar(whole.text().replaceAll("\\s*\\R\\s*", " "), Style.PLAIN, whole));
    }

    /** Opening parentheses less closing ones, outside of quotes. */
    private static int open(String text) {
        int depth = 0;
        char quote = 0;
        for (char c : text.toCharArray()) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        }
        return depth;
    }
}

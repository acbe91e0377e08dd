package io.bellwether.app.edit;

import io.bellwether.core.definition.Node;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Changes of one YAML text, kept until they are applied together; what is not named stays as it is, to the byte. */
final class YamlEdit {
    private final SourceFile file;
    private final String text;
    private final String lineBreak;
    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(int start, int end, String text) {}

    YamlEdit(SourceFile file) {
        this.file = file;
        this.text = file.text();
        this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The text with all changes. */
    String applied() {
        var out = new StringBuilder(text);
        pieces.stream()
                .sorted(Comparator.comparingInt(Piece::start).reversed())
                .forEach(piece -> out.replace(piece.start(), piece.end(), piece.text()));
        return out.toString();
    }

    static Optional<Node.Entry> entry(Node.Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().value().equals(key))
                .findFirst();
    }

    /** Another value for a key; a text keeps its kind of quotes. */
    void value(Node.Entry entry, String value) {
        Node old = own(entry);
        Span span = old.span();
        if (old instanceof Node.Scalar scalar) {
            if (scalar.style() == Node.Style.BLOCK) {
                throw Refusal.unusual(span, "a text over several lines");
            }
            boolean empty = span.start() == span.end();
            pieces.add(new Piece(span.start(), span.end(), (empty ? " " : "") + quoted(value, scalar.style())));
        } else if (isFlow(old)) {
            pieces.add(new Piece(span.start(), span.end(), value));
        } else {
            // A block begins in a line of its own; a short value stands behind its key.
            int after = text.indexOf(':', entry.key().span().end()) + 1;
            pieces.add(new Piece(after, end(old), " " + value));
        }
    }

    /** Another key for a value. */
    void key(Node.Entry entry, String key) {
        Span span = entry.key().span();
        pieces.add(new Piece(span.start(), span.end(), key));
    }

    /** One more key: in a flow behind the others, in a block below the last that fits on its lines. */
    void add(Node.Mapping mapping, List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        if (isFlow(mapping)) {
            int at = mapping.entries().isEmpty()
                    ? mapping.span().start() + 1
                    : end(mapping.entries().getLast());
            String joined = String.join(", ", entries);
            pieces.add(new Piece(at, at, mapping.entries().isEmpty() ? joined : ", " + joined));
            return;
        }
        Node.Entry above = mapping.entries().reversed().stream()
                .filter(this::isSimple)
                .findFirst()
                .orElseThrow(() -> Refusal.unusual(mapping.span(), "nothing that a line can follow"));
        lines(end(above), mapping.entries().getFirst().key().span().column() - 1, entries);
    }

    /** One more item of a list, given as its lines for a block and as one text for a flow. */
    void item(Node.Sequence list, List<String> lines, String flow) {
        if (isFlow(list)) {
            int at = list.items().isEmpty()
                    ? list.span().start() + 1
                    : end(list.items().getLast());
            pieces.add(new Piece(at, at, list.items().isEmpty() ? flow : ", " + flow));
        } else {
            lines(end(list), list.span().column() - 1, lines);
        }
    }

    /** Lines at the end of the file. */
    void append(List<String> lines) {
        lines(text.stripTrailing().length(), 0, lines);
    }

    /** Takes an item out of a list, with its lines. */
    void remove(Node.Sequence list, int index) {
        Node item = list.items().get(index);
        if (list.items().size() == 1) {
            pieces.add(new Piece(list.span().start(), end(list), "[]"));
        } else if (isFlow(list)) {
            int from = index == 0 ? item.span().start() : end(list.items().get(index - 1));
            int to = index == 0 ? list.items().get(1).span().start() : end(item);
            pieces.add(new Piece(from, to, ""));
        } else {
            int dash = text.lastIndexOf('-', item.span().start());
            int from = text.lastIndexOf('\n', dash) + 1;
            int to = text.indexOf('\n', Math.max(from, end(item) - 1));
            int after = to < 0 ? text.length() : to + 1;
            boolean gap = isBlank(from - 2) && isBlank(after);
            pieces.add(new Piece(from, gap ? text.indexOf('\n', after) + 1 : after, ""));
        }
    }

    /** Whether the place is the end or the start of an empty line. */
    private boolean isBlank(int place) {
        if (place < 0 || place >= text.length()) {
            return false;
        }
        int start = text.lastIndexOf('\n', place - 1) + 1;
        int end = text.indexOf('\n', place);
        return end >= 0 && text.substring(Math.min(start, end), end).isBlank();
    }

    /** New lines below the line of a place, behind its comment. */
    private void lines(int place, int indent, List<String> lines) {
        boolean whole = place > 0 && text.charAt(place - 1) == '\n';
        int next = whole ? place - 1 : text.indexOf('\n', place);
        int at = next < 0 ? text.length() : next > 0 && text.charAt(next - 1) == '\r' ? next - 1 : next;
        var out = new StringBuilder();
        lines.forEach(line -> out.append(lineBreak).append(" ".repeat(indent)).append(line));
        pieces.add(new Piece(at, at, out.toString()));
    }

    /** Whether a line can follow it: a text or a flow, not a block and not another place's value. */
    private boolean isSimple(Node.Entry entry) {
        Node value = entry.value();
        boolean here = value.span().start() >= entry.key().span().end();
        boolean text = value instanceof Node.Scalar scalar && scalar.style() != Node.Style.BLOCK;
        return here && (text || isFlow(value));
    }

    /** The value where it is written here, and nowhere else. */
    Node own(Node.Entry entry) {
        Node value = entry.value();
        if (value.span().start() < entry.key().span().end()) {
            throw Refusal.unusual(entry.key().span(), "an alias");
        }
        return plain(value);
    }

    /** The node itself where no anchor and no tag stands before it. */
    Node plain(Node node) {
        Span span = node.span();
        char first = span.start() < text.length() ? text.charAt(span.start()) : ' ';
        if (span.end() > span.start() && (first == '&' || first == '!')) {
            throw Refusal.unusual(span, "an anchor or a tag");
        }
        return node;
    }

    boolean isFlow(Node node) {
        int start = node.span().start();
        return !(node instanceof Node.Scalar) && start < text.length() && "{[".indexOf(text.charAt(start)) >= 0;
    }

    private int end(Node.Entry entry) {
        return Math.max(entry.key().span().end(), end(entry.value()));
    }

    /** The end of the last thing that is written, without the blanks and comments that YAML counts to a block. */
    private int end(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.span().end();
            case Node.Sequence list ->
                isFlow(list) || list.items().isEmpty()
                        ? list.span().end()
                        : end(list.items().getLast());
            case Node.Mapping map ->
                isFlow(map) || map.entries().isEmpty()
                        ? map.span().end()
                        : end(map.entries().getLast());
        };
    }

    private static String quoted(String value, Node.Style style) {
        boolean bare = !value.isEmpty() && "\"'[{".indexOf(value.charAt(0)) < 0;
        if (bare && style == Node.Style.DOUBLE_QUOTED && value.indexOf('\\') < 0 && value.indexOf('"') < 0) {
            return '"' + value + '"';
        }
        return bare && style == Node.Style.SINGLE_QUOTED ? "'" + value.replace("'", "''") + "'" : value;
    }

    SourceFile file() {
        return file;
    }
}

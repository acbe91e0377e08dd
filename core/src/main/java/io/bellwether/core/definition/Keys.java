package io.bellwether.core.definition;

import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Sequence;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one block. Asking for a key makes it known; {@link #finish} reports the keys that nobody asked for.
 * A key with nothing behind it counts as absent.
 */
public final class Keys {
    private final Map<String, Node.Entry> entries = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final String what;
    private final Span span;
    private final Problems problems;

    private Keys(Mapping mapping, String what, Problems problems) {
        this.what = what;
        this.span = mapping.span();
        this.problems = problems;
        for (Node.Entry entry : mapping.entries()) {
            entries.put(entry.key().value(), entry);
        }
    }

    /** Null, with a problem, where the node is no block of keys. */
    public static @Nullable Keys of(Node node, String what, Problems problems) {
        if (node instanceof Mapping mapping) {
            return new Keys(mapping, what, problems);
        }
        problems.add(Code.WRONG_SHAPE, node.span(), what + " is a block of keys, not " + node.kind(), null);
        return null;
    }

    public Span span() {
        return span;
    }

    public Problems problems() {
        return problems;
    }

    /** Where to point for the block as a whole: its first line would mark too much, so its first key. */
    public Span head() {
        return entries.values().stream()
                .map(entry -> entry.key().span())
                .reduce((a, b) -> a.start() < b.start() ? a : b)
                .orElse(span);
    }

    public @Nullable Node node(String key) {
        asked.add(key);
        Node.Entry entry = entries.get(key);
        return entry == null || entry.value() instanceof Scalar scalar && scalar.isNull() ? null : entry.value();
    }

    public boolean has(String key) {
        return node(key) != null;
    }

    /** Which of these keys are there, readable or not. */
    Set<String> known(String... keys) {
        Set<String> there = new LinkedHashSet<>(List.of(keys));
        there.removeIf(key -> !has(key));
        return there;
    }

    public @Nullable Span keySpan(String key) {
        Node.Entry entry = entries.get(key);
        return entry == null ? null : entry.key().span();
    }

    /** The text of a key without a word about what is wrong with it. */
    @Nullable
    Located<String> peek(String key) {
        Node.Entry entry = entries.get(key);
        return entry != null && entry.value() instanceof Scalar scalar && !scalar.isNull()
                ? new Located<>(scalar.value(), scalar.span())
                : null;
    }

    public @Nullable Located<String> text(String key) {
        Scalar scalar = scalar(key);
        return scalar == null ? null : new Located<>(scalar.value(), scalar.span());
    }

    public @Nullable Excerpt excerpt(String key) {
        Scalar scalar = scalar(key);
        return scalar == null ? null : scalar.excerpt();
    }

    public @Nullable Scalar scalar(String key) {
        Node node = node(key);
        if (node == null || node instanceof Scalar) {
            return (Scalar) node;
        }
        problems.add(Code.WRONG_SHAPE, node.span(), "\"" + key + "\" is a text, not " + node.kind(), null);
        return null;
    }

    /** A list of texts; one text is a list of one. */
    public List<Located<String>> texts(String key) {
        List<Located<String>> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof Scalar scalar && !scalar.isNull()) {
                texts.add(new Located<>(scalar.value(), scalar.span()));
            } else {
                problems.add(Code.WRONG_SHAPE, item.span(), "\"" + key + "\" lists texts, not " + item.kind(), null);
            }
        }
        return texts;
    }

    /**
     * The items of a list of blocks; one block is a list of one.
     *
     * @param marks the keys of which each block has one. A block without any holds blocks by their names, a shape of
     *     other formats: then the names.
     */
    List<Node> blocks(String key, Collection<String> marks, Collection<String> lost) {
        if (!(node(key) instanceof Mapping mapping) || isBlock(mapping, marks)) {
            return items(key);
        }
        mapping.entries().forEach(entry -> lost.add(entry.key().value()));
        Span first = mapping.entries().getFirst().key().span();
        String fix =
                marks.contains("name") ? "write - name: " + Amounts.shortened(first.text()) : "begin each with \"- \"";
        problems.add(Code.WRONG_SHAPE, first, "\"" + key + "\" is a list, not " + mapping.kind(), fix);
        return List.of();
    }

    private static boolean isBlock(Mapping mapping, Collection<String> marks) {
        return mapping.entries().isEmpty()
                || mapping.entries().stream()
                        .anyMatch(entry -> marks.contains(entry.key().value()));
    }

    /** The items of a list; anything else is a list of one. */
    public List<Node> items(String key) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        return node instanceof Sequence sequence ? sequence.items() : List.of(node);
    }

    /** One of a few words. */
    public @Nullable Located<String> word(String key, List<String> words) {
        Located<String> text = text(key);
        if (text == null || words.contains(text.value())) {
            return text;
        }
        String fix = Nearest.of(text.value(), words)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse("one of " + String.join(", ", words));
        problems.add(Code.UNKNOWN_WORD, text.span(), "\"" + text.value() + "\" is not " + article(key) + key, fix);
        return null;
    }

    private static String article(String word) {
        return "aeiou".indexOf(word.charAt(0)) < 0 ? "a " : "an ";
    }

    /** A name of something: required, and of the form that names have. */
    @Nullable
    Located<String> name() {
        Located<String> name = text("name");
        if (name == null) {
            missing("name", "a_name");
        } else if (!isGiven("name") && !name.value().matches("[a-z][a-z0-9_]*")) {
            String simple = name.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
            String fix = "names are snake_case" + (simple.matches("[a-z].*") ? ": " + Amounts.shortened(simple) : "");
            problems.add(Code.BAD_NAME, name.span(), "\"" + Amounts.shortened(name.value()) + "\" is not a name", fix);
        }
        return name;
    }

    private boolean isGiven(String key) {
        Node.Entry entry = entries.get(key);
        return entry != null && entry.value() instanceof Scalar scalar && scalar.style() == Node.Style.GIVEN;
    }

    /** Reports that the key is missing, unless it is there (and perhaps wrong, which is reported already). */
    public void missing(String key, String example) {
        if (!has(key)) {
            problems.add(Code.MISSING_KEY, head(), what + " has no \"" + key + "\"", "add " + key + ": " + example);
        }
    }

    /** Keys that the format knows and this version does not read. */
    void notRead(String... keys) {
        for (String key : keys) {
            asked.add(key);
            Span place = keySpan(key);
            if (place != null) {
                problems.add(Code.NOT_READ, place, "\"" + key + "\" is not read by this version", null);
            }
        }
    }

    public void finish() {
        for (Node.Entry entry : entries.values()) {
            String key = entry.key().value();
            if (!asked.contains(key)) {
                String fix = key.equals("<<")
                        ? "merge keys are not read; write the keys out"
                        : Nearest.fix(key, asked).orElse("remove it, or see the reference for the keys");
                problems.add(Code.UNKNOWN_KEY, entry.key().span(), what + " has no key \"" + key + "\"", fix);
            }
        }
    }
}

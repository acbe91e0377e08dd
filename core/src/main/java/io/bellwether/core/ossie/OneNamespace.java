package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.OssieCodes;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Datasets, relationships and metrics share their names; some names and keys are kept for later versions. */
final class OneNamespace {
    private static final Set<String> RESERVED = Set.of("grain", "filter", "query_filter");

    /** What tools write beside, and what changes no number. */
    private static final Set<String> NOTES = Set.of(
            "tags",
            "labels",
            "meta",
            "metadata",
            "owner",
            "owners",
            "author",
            "synonyms",
            "display_name",
            "title",
            "comment",
            "comments",
            "notes",
            "documentation",
            "url",
            "examples",
            "sample_values",
            "format",
            "created_at",
            "updated_at");

    private final Map<String, Span> taken = new HashMap<>();

    /** Whether the name is free and may be used; if not, a problem says so. */
    boolean claim(Scalar name, Problems problems) {
        if (isReserved(name, problems)) {
            return false;
        }
        Span first = taken.putIfAbsent(Identifiers.normal(name.value()), name.span());
        if (first == null) {
            return true;
        }
        String message = "the name \"" + name.value() + "\" is taken: datasets, relationships and metrics share names";
        problems.add(Code.DUPLICATE_NAME, name.span(), message, "the first is at " + first + "; rename one");
        return false;
    }

    static boolean isReserved(String name) {
        return RESERVED.contains(Identifiers.plain(name).toLowerCase(Locale.ROOT));
    }

    boolean isReserved(Scalar name, Problems problems) {
        boolean reserved = isReserved(name.value());
        if (reserved) {
            String message = "the name \"" + name.value() + "\" is kept for a later version of Ossie";
            problems.add(Code.BAD_NAME.at(name.span(), message, "rename it").asOssie(OssieCodes.DEFERRED_KEY_REJECTED));
        }
        return reserved;
    }

    /** Keys that the version has not are refused: they may change what the rest means. Mere notes are told. */
    void checkKeys(Node block, String what, Set<String> known, Problems problems) {
        if (!(block instanceof Mapping mapping)) {
            problems.add(Code.WRONG_SHAPE, block.span(), what + " is a block of keys, not " + block.kind(), null);
            return;
        }
        for (Node.Entry entry : mapping.entries()) {
            String key = entry.key().value();
            if (NOTES.contains(key) && !known.contains(key)
                    || key.equals("access_modifier") && isPrivate(entry.value())) {
                String message = "\"" + key + "\" is not read: what it says holds nowhere here";
                problems.add(Code.NOT_READ, entry.key().span(), message, null);
            } else if (!known.contains(key)) {
                String fix = Nearest.of(key, known)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElse("Ossie 0.2 has no such key; remove it");
                problems.add(Code.UNKNOWN_KEY, entry.key().span(), what + " has no key \"" + key + "\"", fix);
            }
        }
    }

    private static boolean isPrivate(Node value) {
        return value instanceof Node.Scalar scalar && scalar.value().equalsIgnoreCase("private");
    }
}

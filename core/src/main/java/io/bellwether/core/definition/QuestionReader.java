package io.bellwether.core.definition;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code questions}. */
final class QuestionReader {
    private QuestionReader() {}

    static @Nullable QuestionDefinition read(Keys keys) {
        Located<String> name = keys.name();
        var read = new QuestionDefinition(
                name == null ? new Located<>("", keys.span()) : name,
                keys.text("label"),
                keys.text("description"),
                keys.texts("metrics"),
                keys.texts("by"),
                keys.excerpt("where"),
                keys.texts("order"),
                limit(keys));
        if (read.metrics().isEmpty() && read.by().isEmpty()) {
            keys.missing("metrics", "[revenue]");
        }
        return name == null ? null : read;
    }

    private static @Nullable Long limit(Keys keys) {
        Located<String> limit = keys.text("limit");
        if (limit == null || limit.value().matches("\\d{1,18}")) {
            return limit == null ? null : Long.valueOf(limit.value());
        }
        keys.problems().add(Code.NUMBER, limit.span(), "a limit is a whole number", "leave it out for all rows");
        return null;
    }
}

package io.bellwether.core.definition;

import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question that is asked again and again, as written; its words are those of the command line. */
public record QuestionDefinition(
        Located<String> name,
        @Nullable Located<String> label,
        @Nullable Located<String> description,
        List<Located<String>> metrics,
        List<Located<String>> by,
        @Nullable Excerpt where,
        List<Located<String>> order,
        @Nullable Long limit) {}

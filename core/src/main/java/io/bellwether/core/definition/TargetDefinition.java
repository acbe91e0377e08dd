package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target as written.
 *
 * @param form the key that says what is promised, such as {@code at_most}
 * @param amounts behind that key: one, or two for {@code between}; none for {@code metric}
 * @param metric behind {@code metric}, else null
 */
public record TargetDefinition(
        Located<String> form,
        List<Located<Quantity>> amounts,
        @Nullable Located<String> metric,
        @Nullable Located<String> by,
        @Nullable Located<String> every,
        @Nullable BaselineText baseline,
        @Nullable Path path,
        @Nullable Located<Quantity> tolerance,
        @Nullable Located<Quantity> required,
        Span span) {
    /** @param quoted whether it stands in quotes, which makes 2011 a year */
    public record BaselineText(Located<String> text, boolean quoted) {}

    /** @param milestones empty unless the path is written as dates */
    public record Path(String word, List<Milestone> milestones, Span span) {}

    public record Milestone(Located<LocalDate> date, Located<Quantity> share) {}
}

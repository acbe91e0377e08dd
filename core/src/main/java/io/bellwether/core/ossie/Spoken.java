package io.bellwether.core.ossie;

import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words around an expression: {@code sum(orders.amount) AS revenue}, {@code revenue DESC NULLS LAST}. */
final class Spoken {
    private static final Pattern NAMED = Pattern.compile("(?is)\\s*(.+?)\\s+as\\s+(?:([a-z_]\\w*)|\"([^\"]+)\")\\s*");
    private static final Pattern ORDERED =
            Pattern.compile("(?is)\\s*(.+?)(?:\\s+(asc|desc))?(?:\\s+nulls\\s+(first|last))?\\s*");

    private Spoken() {}

    /** The expression and what it is called; its own text where nothing says. */
    static Asked.Measure named(Excerpt text) {
        Matcher named = NAMED.matcher(text.text());
        if (!named.matches()) {
            return new Asked.Measure(new Located<>(Identifiers.plain(text.text().strip()), text.span()), text);
        }
        int group = named.group(2) == null ? 3 : 2;
        var name = new Located<>(named.group(group), text.span(named.start(group), named.end(group)));
        return new Asked.Measure(name, Excerpts.part(text, named.start(1), named.end(1)));
    }

    static Asked.Order ordered(Excerpt text) {
        Matcher ordered = ORDERED.matcher(text.text());
        if (!ordered.matches()) {
            return new Asked.Order(text, false, null);
        }
        @Nullable String nulls = ordered.group(3);
        return new Asked.Order(
                Excerpts.part(text, ordered.start(1), ordered.end(1)),
                "desc".equalsIgnoreCase(ordered.group(2)),
                nulls == null ? null : nulls.toLowerCase(Locale.ROOT).equals("first"));
    }
}

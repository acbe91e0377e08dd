package io.bellwether.core.lint;

import io.bellwether.core.source.Span;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change of a file that mends what was found and can be applied as it is. What a person must put into words has none:
 * a sentence that stands for one would only silence the rule.
 *
 * @param region what goes
 * @param text what comes in its place
 */
public record Edit(Span region, String text) {
    private static final Pattern BLOCK = Pattern.compile("\\s*(?:- +)?(name: *)\\S.*");
    private static final Pattern FLOW = Pattern.compile("\\s*(?:,.*|})");

    /** A key (or several, a line each) more in the block whose name stands there; null where that is not plain to see. */
    static @Nullable Edit key(Span name, String yaml) {
        String line = name.file().lineText(name.line());
        String rest = line.substring(Math.min(line.length(), name.column() - 1 + name.end() - name.start()));
        Span after = name.file().span(name.end(), name.end());
        var block = BLOCK.matcher(line);
        if (block.matches() && rest.isBlank()) {
            String indent = "\n" + " ".repeat(block.start(1));
            return new Edit(after, indent + yaml.replace("\n", indent));
        }
        boolean flow = line.contains("{ name: ") && FLOW.matcher(rest).matches();
        return flow ? new Edit(after, ", " + yaml.replace("\n", ", ")) : null;
    }

    /** The text of a place instead of what stands there. */
    static Edit instead(Span place, String text) {
        return new Edit(place, text);
    }
}

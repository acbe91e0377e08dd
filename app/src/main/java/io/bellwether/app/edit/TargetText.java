package io.bellwether.app.edit;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.YamlReader;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a person asks of a target: {@code reach: 80}, {@code total: 1_000_000, by: 2026-Q4}. */
public final class TargetText {
    /** The words of which a target has one. */
    static final Set<String> FORMS =
            Set.of("reach", "increase_by", "decrease_by", "total", "at_least", "at_most", "between", "metric");

    static final Set<String> WHEN = Set.of("by", "every");
    private static final Set<String> OTHERS = Set.of("baseline", "path", "tolerance", "required");
    private static final String EXAMPLE = "write \"reach: 80\", or \"total: 1_000_000, by: 2026-12-31\"";

    private TargetText() {}

    /**
     * The keys with their values as they are to be written.
     *
     * @param place what the text is called in problems, such as {@code --to}
     */
    public static Map<String, String> read(String place, String text) {
        String inner = text.strip();
        var file = new SourceFile(place, inner.startsWith("{") ? inner : "{" + inner + "}");
        Problems problems = new Problems();
        Node node = YamlReader.read(file, problems).orElse(null);
        if (problems.errors() > 0) {
            throw new DiagnosticException(problems.all());
        }
        if (!(node instanceof Node.Mapping mapping)
                || mapping.entries().isEmpty()
                || inner.lines().count() > 1) {
            throw Refusal.noTarget(file.span(0, file.text().length()), "this is no target", EXAMPLE);
        }
        Map<String, String> values = new LinkedHashMap<>();
        mapping.entries()
                .forEach(entry -> values.put(
                        entry.key().value(), entry.value().span().text().strip()));
        check(values, file);
        return values;
    }

    private static void check(Map<String, String> values, SourceFile file) {
        List<String> unknown = values.keySet().stream()
                .filter(key -> !FORMS.contains(key) && !WHEN.contains(key) && !OTHERS.contains(key))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.noTarget(
                    file.span(0, file.text().length()), "a target has no \"" + unknown.getFirst() + "\"", EXAMPLE);
        }
        if (values.containsValue("")) {
            throw Refusal.noTarget(file.span(0, file.text().length()), "a value is missing", EXAMPLE);
        }
    }
}

package io.bellwether.core.definition;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code metrics}. */
final class MetricReader {
    /** Kinds of metric that the format knows and this version cannot compute. */
    private static final List<String> LATER =
            List.of("window", "to_date", "all_time", "offset", "over_time", "conversion", "manual");

    private MetricReader() {}

    static @Nullable MetricDefinition read(Keys keys) {
        Located<String> name = keys.name();
        boolean later = false;
        for (String kind : LATER) {
            if (keys.has(kind)) {
                later = true;
                String message = "this version cannot compute a metric with \"" + kind + "\"";
                keys.problems().add(Code.NOT_COMPUTED, keys.keySpan(kind), message, "remove the metric for now");
            }
        }
        var expression = keys.excerpt("expression");
        if (!later) {
            keys.missing("expression", "sum(dataset.column)");
        }
        keys.notRead("tests", "expected_every");
        var label = keys.text("label");
        var description = keys.text("description");
        var where = keys.excerpt("where");
        var time = keys.text("time");
        var unit = keys.text("unit");
        var direction = keys.word("direction", List.of("up", "down", "none"));
        var category = keys.word("category", List.of("financial", "customer", "operational", "employee"));
        var owner = keys.text("owner");
        var tags = keys.texts("tags");
        if (name == null || expression == null || later) {
            return null;
        }
        return new MetricDefinition(
                name, label, description, expression, where, time, unit, direction, category, owner, tags);
    }
}

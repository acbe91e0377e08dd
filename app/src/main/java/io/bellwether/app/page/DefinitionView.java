package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI is, as written.
 *
 * @param source the KPI's YAML
 */
public record DefinitionView(
        String metric,
        String label,
        @Nullable String description,
        String expression,
        String unit,
        String direction,
        String file,
        int line,
        String source,
        List<Input> inputs,
        List<DatasetLink> datasets) {
    /** A metric inside the formula. */
    public record Input(String name, String label, String expression, String valueText) {}

    /** Where the rows come from, and how fresh they are. */
    public record DatasetLink(String name, String source, String freshText, boolean stale) {}
}

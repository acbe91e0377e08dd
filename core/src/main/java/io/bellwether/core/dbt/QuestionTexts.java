package io.bellwether.core.dbt;

import io.bellwether.core.source.SourceFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** dbt's saved queries as questions of ours: names stay dbt's, filters become conditions. */
final class QuestionTexts {
    private final Measures measures;
    private final Filters filters;

    QuestionTexts(Measures measures, Filters filters) {
        this.measures = measures;
        this.filters = filters;
    }

    YamlText write(SavedQuery query, SourceFile place) {
        Set<String> homes = new LinkedHashSet<>();
        query.metrics().forEach(metric -> homes.addAll(measures.homes(metric)));
        Template template = filters.template(homes, "day");
        List<String> order =
                query.orderBy().stream().map(text -> order(template, text)).toList();
        return new YamlText()
                .with("name", query.name())
                .with("description", query.description())
                .with("metrics", query.metrics())
                .with(
                        "by",
                        query.groupBy().stream()
                                .map(text -> template.name(text).text())
                                .toList())
                .with("where", filters.all(query.where(), homes, place))
                .with("order", order)
                .raw("limit", query.limit() == null ? null : String.valueOf(query.limit()));
    }

    /** {@code -name}, or {@code Metric('name').descending(True)}. */
    private static String order(Template template, String text) {
        boolean minus = text.startsWith("-");
        String rest = minus ? text.substring(1) : text;
        boolean descending = minus
                || rest.replace(" ", "").toLowerCase(java.util.Locale.ROOT).contains("descending(true)");
        return (descending ? "-" : "") + template.name(rest).text();
    }
}

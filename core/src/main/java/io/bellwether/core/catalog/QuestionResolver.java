package io.bellwether.core.catalog;

import io.bellwether.core.definition.QuestionDefinition;
import io.bellwether.core.source.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Saved questions: one whose metric is missing or broken is left out. */
final class QuestionResolver {
    private final Known names;
    private final Map<String, Metric> metrics;

    QuestionResolver(Known names, Map<String, Metric> metrics) {
        this.names = names;
        this.metrics = metrics;
    }

    Map<String, SavedQuestion> resolve(List<QuestionDefinition> definitions) {
        Map<String, SavedQuestion> questions = new LinkedHashMap<>();
        for (QuestionDefinition definition : definitions) {
            boolean known = true;
            for (Located<String> metric : definition.metrics()) {
                known &= names.isMetric(metric) && metrics.containsKey(metric.value());
            }
            if (known) {
                questions.put(definition.name().value(), question(definition));
            }
        }
        return questions;
    }

    private static SavedQuestion question(QuestionDefinition definition) {
        return new SavedQuestion(
                definition.name().value(),
                text(definition.label()),
                text(definition.description()),
                definition.metrics().stream().map(Located::value).toList(),
                definition.by().stream().map(Located::value).toList(),
                definition.where() == null ? null : definition.where().text(),
                definition.order().stream().map(Located::value).toList(),
                definition.limit(),
                definition.name().span());
    }

    private static @Nullable String text(@Nullable Located<String> text) {
        return text == null ? null : text.value();
    }
}

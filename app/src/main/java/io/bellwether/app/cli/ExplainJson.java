package io.bellwether.app.cli;

import io.bellwether.app.explain.Explanation;
import io.bellwether.app.query.Health;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.judge.Judgement;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An explanation as the JSON of {@code explain}. */
record ExplainJson(Catalog catalog, Explanation explanation) {
    Map<String, @Nullable Object> tree() {
        var card = explanation.card();
        Map<String, @Nullable Object> json = new LinkedHashMap<>(StatusJson.kpi(card, explanation.asOf()));
        json.put("formula", card.judgement().map(Judgement::formula).orElse(List.of()));
        json.put("inputs", explanation.inputs().stream().map(ExplainJson::input).toList());
        json.put(
                "datasets",
                card.datasets().entrySet().stream()
                        .map(e -> dataset(e.getKey(), e.getValue()))
                        .toList());
        json.put("statements", explanation.statements().size());
        return json;
    }

    private static Map<String, @Nullable Object> input(Explanation.Input input) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", input.name());
        json.put("label", input.label());
        json.put("expression", input.expression());
        json.put("filled", input.filled());
        json.put("value", input.value());
        return json;
    }

    private Map<String, @Nullable Object> dataset(String name, Optional<Health> health) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("source", Sources.text(catalog.dataset(name).orElseThrow()));
        json.put("last_row", health.map(h -> text(h.completeness().lastRow())).orElse(null));
        json.put(
                "complete_before",
                health.map(h -> text(h.completeness().mark())).orElse(null));
        json.put("stale", health.map(h -> h.completeness().stale()).orElse(false));
        json.put(
                "failed_tests",
                health.map(h -> h.failures().stream().map(Health.Failure::text).toList())
                        .orElse(List.of()));
        return json;
    }

    private static @Nullable String text(@Nullable LocalDateTime time) {
        return time == null ? null : time.toString();
    }
}

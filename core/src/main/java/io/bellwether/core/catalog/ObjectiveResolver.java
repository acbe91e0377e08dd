package io.bellwether.core.catalog;

import io.bellwether.core.definition.ObjectiveDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.time.Calendar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objectives, and that no objective stands above itself. */
final class ObjectiveResolver {
    private final Known known;
    private final Calendar calendar;

    ObjectiveResolver(Known known, Calendar calendar) {
        this.known = known;
        this.calendar = calendar;
    }

    Map<String, Objective> resolve(List<ObjectiveDefinition> definitions) {
        Map<String, Objective> objectives = new LinkedHashMap<>();
        for (ObjectiveDefinition definition : definitions) {
            Located<String> parent = definition.parent();
            boolean hasParent = parent != null && known.isObjective(parent);
            Located<String> timeframe = definition.timeframe();
            Objective objective = new Objective(
                    definition.name().value(),
                    definition.statement().value(),
                    AboutMetric.text(definition.owner()),
                    timeframe == null ? null : Periods.read(timeframe, calendar, known.problems()),
                    hasParent && parent != null ? parent.value() : null,
                    Cadences.of(definition.review()),
                    definition.name().span());
            objectives.put(objective.name(), objective);
        }
        definitions.forEach(definition -> circle(definition, objectives));
        return objectives;
    }

    private void circle(ObjectiveDefinition definition, Map<String, Objective> objectives) {
        Set<String> above = new LinkedHashSet<>();
        String at = definition.name().value();
        while (at != null && above.add(at)) {
            Objective objective = objectives.get(at);
            at = objective == null ? null : objective.parent();
        }
        Located<String> parent = definition.parent();
        boolean first = above.stream()
                .sorted()
                .findFirst()
                .orElse("")
                .equals(definition.name().value());
        if (definition.name().value().equals(at) && parent != null && first) {
            String message = "the objective stands above itself: " + String.join(" → ", above) + " → " + at;
            known.problems().add(Code.CYCLE, parent.span(), message, "break the circle");
        }
    }
}

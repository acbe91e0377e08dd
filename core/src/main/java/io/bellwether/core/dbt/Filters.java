package io.bellwether.core.dbt;

import io.bellwether.core.source.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several of dbt's templates as one condition of ours. */
record Filters(Set<String> grains, JoinGraph graph) {
    /**
     * @param homes the datasets whose rows the condition is for
     * @param place whose name stands before problems
     * @return null for no condition
     */
    @Nullable
    String all(List<String> templates, Collection<String> homes, SourceFile place) {
        return all(templates, homes, "day", place.path());
    }

    /** @param timeGrain of {@code metric_time} without a grain */
    @Nullable
    String all(List<String> templates, Collection<String> homes, String timeGrain, String place) {
        Template template = template(homes, timeGrain);
        if (templates.isEmpty()) {
            return null;
        }
        if (templates.size() == 1) {
            return template.translate(new SourceFile(place, templates.getFirst()));
        }
        return templates.stream()
                .map(text -> "(" + template.translate(new SourceFile(place, text)) + ")")
                .collect(Collectors.joining(" and "));
    }

    Template template(Collection<String> homes, String timeGrain) {
        return new Template(grains, name -> graph.complete(name, homes).orElse(name), timeGrain);
    }
}

package io.bellwether.core.dbt;

import io.bellwether.core.time.DatePart;
import io.bellwether.core.time.Grain;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name as dbt writes it: {@code listing__user__ds__month}.
 *
 * @param path the entities before the element: {@code [listing, user]}
 * @param element a dimension, an entity, or {@value #METRIC_TIME}
 * @param grain a grain's word, or one of a calendar table; or null
 * @param part what is extracted ({@code metric_time__extract_year}), or null
 */
record DbtName(
        List<String> path,
        String element,
        @Nullable String grain,
        @Nullable DatePart part) {
    static final String METRIC_TIME = "metric_time";
    static final String JOIN = "__";
    static final String EXTRACT = "extract_";

    /** What dbt cuts times to and we do not. */
    static final Set<String> FINER = Set.of("nanosecond", "microsecond");

    /** @param grains that calendar tables define */
    static DbtName parse(String text, Set<String> grains) {
        List<String> parts = Arrays.asList(text.split(JOIN));
        String last = parts.getLast();
        Optional<DatePart> part = last.startsWith(EXTRACT) ? DatePart.of(last) : Optional.empty();
        boolean cut = parts.size() > 1 && (part.isPresent() || Grain.of(last).isPresent() || grains.contains(last));
        int element = parts.size() - (cut ? 2 : 1);
        return new DbtName(
                parts.subList(0, element),
                parts.get(element),
                cut && part.isEmpty() ? last : null,
                cut ? part.orElse(null) : null);
    }

    boolean isMetricTime() {
        return path.isEmpty() && element.equals(METRIC_TIME);
    }

    DbtName cut(@Nullable String newGrain, @Nullable DatePart newPart) {
        return new DbtName(path, element, newGrain == null ? grain : newGrain, newPart == null ? part : newPart);
    }

    /** The same with the entities of another path before those it has. */
    DbtName at(List<String> newPath) {
        return new DbtName(newPath, element, grain, part);
    }

    String text() {
        String name = path.isEmpty() ? element : String.join(JOIN, path) + JOIN + element;
        if (part != null) {
            return name + JOIN + EXTRACT + part.sql();
        }
        return grain == null ? name : name + JOIN + grain;
    }
}

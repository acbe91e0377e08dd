package io.bellwether.app.page;

import io.bellwether.app.manual.ManualMetric;
import io.bellwether.app.manual.ValueRows;
import io.bellwether.app.page.ValuesView.TypedCellView;
import io.bellwether.app.page.ValuesView.TypedLineView;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lines of a grid of values: the members that there are, or those that values were given for. */
final class ValueLines {
    /** More than a person types into; a file brings the others. */
    private static final int MOST = 200;

    private ValueLines() {}

    static List<TypedLineView> of(
            ManualMetric metric, List<ValueRows.Row> latest, List<ValueRows.Row> history, List<Period> periods) {
        Map<String, ValueRows.Row> cells = new HashMap<>();
        latest.forEach(row -> cells.put(key(row.period(), row.where()), row));
        Map<String, Integer> given = new HashMap<>();
        history.forEach(row -> given.merge(key(row.period(), row.where()), 1, Integer::sum));
        return members(metric, latest).stream()
                .limit(MOST)
                .map(where -> new TypedLineView(
                        ValuesText.label(where),
                        where,
                        periods.stream()
                                .map(p -> key(p.label(), where))
                                .map(key -> cell(metric, cells.get(key), given.getOrDefault(key, 0)))
                                .toList()))
                .toList();
    }

    private static TypedCellView cell(ManualMetric metric, ValueRows.@Nullable Row row, int given) {
        BigDecimal number = row == null ? null : row.number();
        return number == null
                ? new TypedCellView(null, "", given > 1)
                : new TypedCellView(
                        NumberText.exact(number, metric.unit()), ValuesText.typed(number, metric.unit()), given > 1);
    }

    private static String key(String period, Map<String, String> where) {
        return period + " " + new TreeMap<>(where);
    }

    /** Every combination: of the members that a definition lists, and of those that were given for others. */
    private static List<Map<String, String>> members(ManualMetric metric, List<ValueRows.Row> latest) {
        List<Map<String, String>> lines = new ArrayList<>(List.of(Map.of()));
        for (DataSource.By by : metric.by()) {
            Set<String> known = by.members().isEmpty() ? seen(by.name(), latest) : new LinkedHashSet<>(by.members());
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> line : lines) {
                for (String member : known) {
                    Map<String, String> next = new LinkedHashMap<>(line);
                    next.put(by.name(), member);
                    longer.add(next);
                }
            }
            lines = longer.subList(0, Math.min(MOST, longer.size()));
        }
        return lines;
    }

    private static Set<String> seen(String name, List<ValueRows.Row> latest) {
        Set<String> seen = new TreeSet<>();
        latest.stream()
                .map(row -> row.where().get(name))
                .filter(Objects::nonNull)
                .forEach(seen::add);
        return seen;
    }
}

package io.bellwether.core.definition;

import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.time.Grain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a calendar: {@code { dataset: days, time: ds, grain: day, grains: { alien_day: alien_day } }}. */
final class CalendarReader {
    private static final List<String> GRAINS = Arrays.stream(Grain.values())
            .filter(grain -> grain.compareTo(Grain.YEAR) <= 0)
            .map(Grain::word)
            .toList();

    private CalendarReader() {}

    /** {@code tables: […]}, or {@code table: {…}} for one. */
    static List<CalendarTableDefinition> tables(Keys calendar) {
        List<CalendarTableDefinition> tables = new ArrayList<>();
        List<Node> items = new ArrayList<>(calendar.items("tables"));
        items.addAll(calendar.items("table"));
        for (Node item : items) {
            Keys keys = Keys.of(item, "a calendar table", calendar.problems());
            CalendarTableDefinition table = keys == null ? null : table(keys);
            if (table != null) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static @Nullable CalendarTableDefinition table(Keys keys) {
        Located<String> dataset = keys.text("dataset");
        Located<String> time = keys.text("time");
        Located<String> grain = keys.word("grain", GRAINS);
        List<CalendarTableDefinition.Named> grains = grains(keys);
        keys.missing("dataset", "days");
        keys.missing("time", "the field with the start of the day");
        keys.finish();
        return dataset == null || time == null
                ? null
                : new CalendarTableDefinition(dataset, time, grain, grains, dataset.span());
    }

    private static List<CalendarTableDefinition.Named> grains(Keys keys) {
        List<CalendarTableDefinition.Named> grains = new ArrayList<>();
        for (Node item : keys.items("grains")) {
            if (item instanceof Scalar scalar) {
                var same = new Located<>(scalar.value(), scalar.span());
                grains.add(new CalendarTableDefinition.Named(same, same));
            } else if (item instanceof Mapping mapping) {
                mapping.entries().forEach(entry -> named(entry, keys, grains));
            } else {
                keys.problems()
                        .add(Code.WRONG_SHAPE, item.span(), "\"grains\" names columns", "write { name: column }");
            }
        }
        return grains;
    }

    private static void named(Node.Entry entry, Keys keys, List<CalendarTableDefinition.Named> grains) {
        Scalar key = entry.key();
        if (entry.value() instanceof Scalar field && !field.isNull()) {
            grains.add(new CalendarTableDefinition.Named(
                    new Located<>(key.value(), key.span()), new Located<>(field.value(), field.span())));
        } else {
            String message = "the grain \"" + key.value() + "\" needs the column that defines it";
            keys.problems().add(Code.WRONG_SHAPE, key.span(), message, "write { " + key.value() + ": a_column }");
        }
    }
}

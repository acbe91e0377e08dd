package io.bellwether.core.catalog;

import io.bellwether.core.definition.CalendarTableDefinition;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calendar's tables over datasets that exist, each grain defined once. */
final class CalendarTableResolver {
    private final Known known;
    private final Map<String, Span> taken = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();

    CalendarTableResolver(Known known) {
        this.known = known;
    }

    /** The tables with the shortest grain first; what names their grains may ask for them from here on. */
    List<CalendarTable> resolve(List<CalendarTableDefinition> definitions) {
        List<CalendarTable> tables = new ArrayList<>();
        for (CalendarTableDefinition definition : definitions) {
            CalendarTable table = table(definition);
            if (table == null) {
                definition.grains().forEach(grain -> broken.add(grain.name().value()));
            } else {
                tables.add(table);
            }
        }
        tables.sort(Comparator.comparing(CalendarTable::grain));
        known.calendarTables(List.copyOf(tables), Set.copyOf(broken));
        return List.copyOf(tables);
    }

    private @Nullable CalendarTable table(CalendarTableDefinition definition) {
        Dataset dataset = known.dataset(definition.dataset());
        if (dataset == null) {
            return null;
        }
        Field time = known.field(
                dataset, definition.time().value(), definition.time().span());
        Map<String, String> grains = new LinkedHashMap<>();
        for (CalendarTableDefinition.Named grain : definition.grains()) {
            Field field =
                    known.field(dataset, grain.field().value(), grain.field().span());
            if (field == null || !isNew(grain.name())) {
                broken.add(grain.name().value());
            } else {
                grains.put(grain.name().value(), field.name());
            }
        }
        if (time == null) {
            return null;
        }
        if (!time.type().isTemporal() && time.type() != Type.OTHER) {
            String message = "\"" + time.name() + "\" is " + Types.word(time.type()) + ", not a date or timestamp";
            known.problems().add(Code.TIME_TYPE, definition.time().span(), message, "name the start of the day");
            return null;
        }
        Located<String> word = definition.grain();
        Grain grain = word == null ? Grain.DAY : Grain.of(word.value()).orElse(Grain.DAY);
        return new CalendarTable(
                dataset.name(), time.name(), grain, Collections.unmodifiableMap(grains), definition.span());
    }

    private boolean isNew(Located<String> name) {
        boolean standard = Grain.of(name.value()).isPresent();
        Span first = taken.putIfAbsent(name.value(), name.span());
        if (standard || first != null) {
            String where = standard ? "every calendar has it" : "the first is at " + first;
            String message = "calendar: the grain \"" + name.value() + "\" is taken";
            known.problems().add(Code.DUPLICATE_NAME, name.span(), message, where + "; rename one");
        }
        return !standard && first == null;
    }
}

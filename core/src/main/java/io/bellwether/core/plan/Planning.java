package io.bellwether.core.plan;

import io.bellwether.core.catalog.CalendarTable;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.Grain;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What every part of planning one question needs.
 *
 * @param count of the steps so far, for their names
 * @param widened steps that several scans may read
 * @param listed what calendar tables must list, by the steps that count what they do not
 */
record Planning(
        Catalog catalog,
        Question question,
        Routes routes,
        AtomicInteger count,
        Map<Wider, Node.Widened> widened,
        Map<String, Plan.Listing> listed) {
    /** Fields of a dataset that stand beside its columns. */
    record Wider(Dataset dataset, Set<String> fields) {}

    Planning(Catalog catalog, Question question) {
        this(catalog, question, new Routes(catalog), new AtomicInteger(), new HashMap<>(), new LinkedHashMap<>());
    }

    /** The dataset's rows with these fields beside its columns; the same step for all that ask. */
    Node.Widened widened(Dataset dataset, Set<String> fields) {
        Wider key = new Wider(dataset, Set.copyOf(fields));
        Node.Widened known = widened.get(key);
        if (known == null) {
            known = new WiderRows(this, dataset).with(fields);
            widened.put(key, known);
        }
        return known;
    }

    /** The answer is right only if the calendar table says something of every time. */
    void rely(Plan.Listing listing) {
        listed.put(listing.missing().name(), listing);
    }

    List<Plan.Listing> listings() {
        return List.copyOf(listed.values());
    }

    /** The same plan, for a question inside of it. */
    Planning inside(Question inner) {
        return new Planning(catalog, inner, routes, count, widened, listed);
    }

    /** A name that no other step of the plan has. */
    String name(String letter, String what) {
        return letter + count.incrementAndGet() + "_" + what;
    }

    Dataset dataset(String name) {
        return catalog.dataset(name).orElseThrow();
    }

    /** The field that places rows in periods; a question that needs it cannot do without. */
    Expr.FieldRef time(Facts.Group group) {
        if (group.time() == null) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.NO_TIME,
                    dataset(group.home()).span(),
                    "dataset \"%s\" has no time, so its rows fall into no period".formatted(group.home()),
                    "name its time column with time: …, or ask without a period"));
        }
        return group.time();
    }

    /** The stretch as far as it is seen, for what only a row with a time can count in. */
    TimeScope.Range dated(TimeScope.Range range) {
        return range.isOpen() ? new TimeScope.Range(null, question.seenBefore()) : range;
    }

    /** The finest that a time means: what its field says. */
    Optional<Grain> grain(Facts.Group group) {
        Expr.FieldRef time = group.time();
        return time == null
                ? Optional.empty()
                : dataset(time.dataset()).field(time.field()).flatMap(field -> Optional.ofNullable(field.grain()));
    }

    /** The calendar table that defines a grain. */
    CalendarTable calendarTable(String grain) {
        return catalog.workspace().calendarTables().stream()
                .filter(table -> table.grains().containsKey(grain))
                .findFirst()
                .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                        PlanCodes.UNKNOWN_NAME,
                        null,
                        "no grain of time named \"" + grain + "\"",
                        "add it to a table under calendar: { tables: [ … ] }")));
    }

    /** The calendar table with the longest rows that are not longer than a grain. */
    Optional<CalendarTable> calendarTable(Grain grain) {
        List<CalendarTable> tables = catalog.workspace().calendarTables();
        return tables.stream()
                .filter(table -> table.grain().compareTo(grain) <= 0)
                .reduce((a, b) -> a.grain().compareTo(b.grain()) >= 0 ? a : b);
    }
}

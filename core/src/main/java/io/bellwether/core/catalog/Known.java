package io.bellwether.core.catalog;

import io.bellwether.core.definition.Definitions;
import io.bellwether.core.definition.MetricDefinition;
import io.bellwether.core.definition.ObjectiveDefinition;
import io.bellwether.core.definition.RelationshipDefinition;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which names there are while the model is being resolved. A name whose definition is broken is known, so that what
 * refers to it is not blamed.
 */
final class Known {
    private final Definitions definitions;
    private final Problems problems;
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final Map<String, Span> metrics = new LinkedHashMap<>();
    private final Map<String, Span> objectives = new LinkedHashMap<>();
    private final Map<String, Type> metricTypes = new LinkedHashMap<>();
    private final Map<String, FieldResolver> waiting = new LinkedHashMap<>();
    private boolean openCounts;
    private final Set<String> windowed = new LinkedHashSet<>();
    private final Set<String> brokenFields = new LinkedHashSet<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private Roles roles = new Roles(List.of(), datasets, this);
    private TimeWords timeWords = new TimeWords(List.of(), Set.of(), datasets);

    Known(Definitions definitions, Problems problems) {
        this.definitions = definitions;
        this.problems = problems;
        this.openCounts = definitions.spelled();
        for (MetricDefinition metric : definitions.metrics()) {
            metrics.put(metric.name().value(), metric.name().span());
        }
        for (ObjectiveDefinition objective : definitions.objectives()) {
            objectives.put(objective.name().value(), objective.name().span());
        }
    }

    /** What a catalog knows, for expressions that come later. */
    static Known of(Catalog catalog, Collection<String> datasets, Problems problems) {
        Known known = new Known(Definitions.parse(List.of()).definitions(), problems);
        known.openCounts = true;
        catalog.datasets().forEach((name, dataset) -> {
            if (datasets.contains(name)) {
                known.datasets.put(name, dataset);
            }
        });
        catalog.metrics()
                .forEach(
                        (name, metric) -> known.metrics.put(name, metric.about().span()));
        catalog.metrics().forEach((name, metric) -> {
            if (metric.isWindowed()) {
                known.windowed.add(name);
            }
        });
        known.roles = new Roles(catalog.relationships(), catalog.datasets(), known);
        known.timeWords = new TimeWords(catalog.workspace().calendarTables(), Set.of(), catalog.datasets());
        return known;
    }

    /** What a field of a dataset that is resolved stands for. */
    @Nullable
    Expr expression(Expr.FieldRef field) {
        Dataset dataset = datasets.get(field.dataset());
        return dataset == null
                ? null
                : dataset.field(field.field()).map(Field::expression).orElse(null);
    }

    void relate(List<Relationship> relationships) {
        roles = new Roles(relationships, datasets, this);
    }

    void calendarTables(List<CalendarTable> tables, Set<String> broken) {
        timeWords = new TimeWords(tables, broken, datasets);
    }

    Problems problems() {
        return problems;
    }

    Roles roles() {
        return roles;
    }

    TimeWords timeWords() {
        return timeWords;
    }

    /** Of the metrics that are resolved already; one that is missing is broken. */
    Map<String, Type> metricTypes() {
        return metricTypes;
    }

    Map<String, Dataset> datasets() {
        return datasets;
    }

    /** The dataset of that name, whatever its case unless several differ in nothing else. */
    @Nullable
    Dataset spelled(String name) {
        Dataset exact = datasets.get(name);
        if (exact != null) {
            return exact;
        }
        List<Dataset> alike = datasets.values().stream()
                .filter(dataset -> dataset.name().equalsIgnoreCase(name))
                .toList();
        return alike.size() == 1 ? alike.getFirst() : null;
    }

    /** Of datasets whose fields have to wait for others, by name. */
    Map<String, FieldResolver> waiting() {
        return waiting;
    }

    /** The metrics whose values other groups have a say in. */
    Set<String> windowed() {
        return windowed;
    }

    void brokenField(String dataset, String field) {
        brokenFields.add(dataset + "." + field);
    }

    /** A dataset whose source cannot be read. */
    void unreadable(String dataset) {
        unreadable.add(dataset);
    }

    /** Whether the question says whose rows an aggregate counts that does not name them, or nothing has to. */
    boolean isTheOnly(Expr.Aggregate aggregate) {
        return aggregate.argument() == null && (openCounts || datasets.size() == 1 && unreadable.isEmpty());
    }

    /** The formula with metrics as they are spelled where they are defined; others' models fold case, ours do not. */
    Expr respelled(Expr expr) {
        if (!openCounts) {
            return expr;
        }
        if (!(expr instanceof Expr.Name name) || name.qualifier() != null || isMetric(name.name())) {
            return Exprs.rebuild(expr, this::respelled);
        }
        List<String> alike =
                metrics.keySet().stream().filter(name.name()::equalsIgnoreCase).toList();
        return alike.size() == 1 ? new Expr.Name(null, alike.getFirst(), name.span()) : name;
    }

    boolean isMetric(String name) {
        return metrics.containsKey(name);
    }

    boolean isMetric(Located<String> name) {
        return isMetric(name.value()) || unknown("metric", name, metrics);
    }

    boolean isObjective(Located<String> name) {
        return objectives.containsKey(name.value()) || unknown("objective", name, objectives);
    }

    @Nullable
    Dataset dataset(Located<String> name) {
        Dataset found = datasets.get(name.value());
        if (found == null) {
            unknownDataset(name.value(), name.span());
        }
        return found;
    }

    void unknownDataset(String name, Span span) {
        if (!unreadable.contains(name)) {
            Map<String, Span> spans = new LinkedHashMap<>();
            datasets.forEach((key, dataset) -> spans.put(key, dataset.span()));
            unknown("dataset", new Located<>(name, span), spans);
        }
    }

    /** The field, or null with a problem unless its definition is to blame. */
    @Nullable
    Field field(Dataset dataset, String name, Span span) {
        Field field = dataset.field(name).orElse(null);
        if (field == null) {
            unknownField(dataset, name, span);
        }
        return field;
    }

    /** Reports that nothing of the name may be asked for, unless its definition is to blame. */
    void unknownField(Dataset dataset, String name, Span span) {
        if (isBroken(dataset, name)) {
            return;
        }
        boolean hidden = dataset.field(name).isPresent();
        String message = "\"" + dataset.name() + "\" has no field " + (hidden ? "" : "or column ") + "\"" + name + "\"";
        String fix = hidden
                ? "its source has such a column: describe it under fields"
                : Nearest.fix(name, dataset.openNames()).orElse(null);
        problems.add(Code.UNKNOWN_NAME, span, message, fix);
    }

    /** Whether the field's definition is to blame that it is missing. */
    boolean isBroken(Dataset dataset, String field) {
        return brokenFields.contains(dataset.name() + "." + field);
    }

    /** Whether a role may be missing because its definition is broken or cannot be read. */
    boolean mayLack(String role) {
        return !unreadable.isEmpty()
                || isBroken(role)
                || definitions.relationships().stream()
                        .map(RelationshipDefinition::name)
                        .anyMatch(name -> name != null && name.value().equals(role));
    }

    /** {@code dataset.field} for a bare name that is a field somewhere. */
    Optional<String> qualified(String field) {
        return datasets.values().stream()
                .filter(dataset -> dataset.open(field).isPresent())
                .map(dataset -> dataset.name() + "." + field)
                .findFirst();
    }

    /** Reports that no dataset has a field of this bare name. */
    void unknownField(Expr.Name name) {
        if (!unreadable.isEmpty() || !definitions.complete()) {
            return;
        }
        String fix = Nearest.of(name.name(), bareNames())
                .flatMap(this::qualified)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElse(null);
        problems.add(Code.UNKNOWN_NAME, name.span(), "no field named \"" + name.name() + "\"", fix);
    }

    private Set<String> bareNames() {
        Set<String> names = new LinkedHashSet<>();
        datasets.values().forEach(dataset -> names.addAll(dataset.openNames()));
        return names;
    }

    /** Whether an unknown metric may be one that could not be read. */
    boolean isBroken(String name) {
        return definitions.broken().contains(name) || !definitions.complete();
    }

    /** Whether a missing dataset or metric may be one that could not be read. */
    boolean mayBeUnreadable(String name) {
        return unreadable.contains(name) || isBroken(name);
    }

    /** Reports that nothing has the name; always false. */
    boolean unknown(String kind, Located<String> name, Map<String, Span> candidates) {
        if (!isBroken(name.value())) {
            String message = "no " + kind + " named \"" + name.value() + "\"";
            problems.add(Code.UNKNOWN_NAME, name.span(), message, fix(name.value(), candidates));
        }
        return false;
    }

    Map<String, Span> metricNames() {
        return metrics;
    }

    private static @Nullable String fix(String name, Map<String, Span> candidates) {
        Collection<String> names = candidates.keySet();
        Optional<String> near = Nearest.of(name, names);
        if (near.isEmpty()) {
            return Nearest.fix(name, names).orElse(null);
        }
        Span place = candidates.get(near.get());
        String where = place == null ? "" : " (" + place.file().path() + ":" + place.line() + ")";
        return "did you mean \"" + near.get() + "\"" + where + "?";
    }
}

package io.bellwether.core.dbt;

import io.bellwether.core.catalog.CalendarTable;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.expression.Type;
import io.bellwether.core.plan.Dimension;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.plan.QuestionParser;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Questions in dbt's names: {@code metric_time__month}, {@code listing__country_latest}, filters as templates. They mean
 * something in every workspace whose datasets say what they are about.
 */
public final class DbtNames implements QuestionParser.Names {
    private final Catalog catalog;
    private final CatalogGraph graph;
    private final Set<String> grains = new LinkedHashSet<>();

    public DbtNames(Catalog catalog) {
        this.catalog = catalog;
        this.graph = new CatalogGraph(catalog);
        catalog.workspace().calendarTables().stream()
                .map(CalendarTable::grains)
                .forEach(g -> grains.addAll(g.keySet()));
    }

    @Override
    public Optional<Dimension> dimension(String name, Set<String> homes, List<String> metrics) {
        if (!isOurs(name)) {
            return Optional.empty();
        }
        DbtName parsed = DbtName.parse(name, grains);
        if (DbtName.FINER.contains(parsed.element())) {
            String second = String.join(DbtName.JOIN, parsed.path()) + DbtName.JOIN + Grain.MILLISECOND.word();
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.UNKNOWN_NAME,
                    null,
                    "no period is shorter than a millisecond: \"" + name + "\"",
                    "ask for " + second));
        }
        if (parsed.isMetricTime()) {
            DbtName cut = withGrain(parsed, timeGrain(metrics));
            return Optional.of(new Dimension.ByTime(Objects.requireNonNull(cut(cut)), cut.text()));
        }
        DbtName whole = graph.complete(parsed, homes).orElse(parsed);
        DbtName named = graph.fields(whole, homes).stream()
                .filter(field -> isTime(field.type()))
                .findFirst()
                .map(field -> withGrain(whole, grain(field)))
                .orElse(whole);
        String qualifier = whole.path().isEmpty() ? own(whole, homes) : String.join(".", whole.path());
        return Optional.of(new Dimension.ByField(qualifier, whole.element(), cut(named), named.text()));
    }

    /** Without rows of its own a question means the rows that are about the entity. */
    private static String own(DbtName name, Collection<String> homes) {
        return homes.isEmpty() ? name.element() : Names.SELF;
    }

    /** Whether the text is dbt's rather than a field that has such a name. */
    private boolean isOurs(String name) {
        boolean dunder = name.contains(DbtName.JOIN) || name.equals(DbtName.METRIC_TIME);
        boolean isField = dunder
                && catalog.datasets().values().stream()
                        .anyMatch(dataset -> dataset.field(name).isPresent());
        return dunder && !isField || graph.isEntity(name);
    }

    /** dbt's filter as a condition of ours, for rows of these datasets. */
    public String condition(String filter, Set<String> homes, List<String> metrics) {
        if (!filter.contains("{{")
                && catalog.datasets().values().stream()
                        .allMatch(d -> d.entities().isEmpty())) {
            return filter;
        }
        return new Filters(grains, graph)
                .template(homes, timeGrain(metrics).word())
                .translate(new SourceFile("--where", filter));
    }

    /** What {@code metric_time} is cut to for these metrics: the longest that one of them needs. */
    public Grain timeGrain(List<String> metrics) {
        return metrics.stream()
                .map(this::timeGrain)
                .max(Comparator.naturalOrder())
                .orElse(Grain.DAY);
    }

    private Grain timeGrain(String name) {
        return catalog.metric(name)
                .map(metric -> Optional.ofNullable(metric.about().grain()).orElseGet(() -> rowGrain(metric)))
                .orElse(Grain.DAY);
    }

    /** The longest that a time of its rows means; what its inputs are cut to says nothing of a formula over them. */
    private Grain rowGrain(Metric metric) {
        Set<String> inputs = metric.inputNames();
        Stream<Grain> found = inputs.isEmpty()
                ? times(metric).map(DbtNames::grain)
                : inputs.stream()
                        .flatMap(input -> catalog.metric(input).stream())
                        .map(this::rowGrain);
        return found.filter(grain -> grain.compareTo(Grain.DAY) > 0)
                .max(Comparator.naturalOrder())
                .orElse(Grain.DAY);
    }

    /** The fields that place the metric's rows in time. */
    private Stream<Field> times(Metric metric) {
        if (metric instanceof Metric.Expression expression && expression.time() != null) {
            var time = expression.time();
            return catalog.dataset(time.dataset()).flatMap(d -> d.field(time.field())).stream();
        }
        return MetricShape.of(catalog, MetricUse.of(metric.name())).homes().stream()
                .flatMap(home -> catalog.dataset(home).flatMap(DbtNames::time).stream());
    }

    private static Optional<Field> time(Dataset dataset) {
        return dataset.time() == null ? Optional.empty() : dataset.field(dataset.time());
    }

    private static Grain grain(Field field) {
        return field.grain() == null ? Grain.DAY : field.grain();
    }

    private static boolean isTime(Type type) {
        return type == Type.DATE || type == Type.TIMESTAMP || type == Type.TIMESTAMP_TZ;
    }

    private static DbtName withGrain(DbtName name, Grain grain) {
        return name.grain() == null && name.part() == null ? name.cut(grain.word(), null) : name;
    }

    private static @Nullable TimeCut cut(DbtName name) {
        if (name.part() != null) {
            return new TimeCut.Part(name.part());
        }
        String grain = name.grain();
        return grain == null ? null : TimeCut.at(grain).orElse(new TimeCut.Named(grain));
    }
}

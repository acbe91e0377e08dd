package io.bellwether.core.dbt;

import io.bellwether.core.dbt.Manifest.DbtMetric;
import io.bellwether.core.dbt.Manifest.Kind;
import io.bellwether.core.dbt.Manifest.Measure;
import io.bellwether.core.dbt.Manifest.MeasureUse;
import io.bellwether.core.dbt.Manifest.SemanticModel;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the metrics of a manifest stand on. */
final class Measures {
    private final Map<String, SemanticModel> models = new LinkedHashMap<>();
    private final Map<String, ModelFields> fields = new LinkedHashMap<>();
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, DbtMetric> metrics = new LinkedHashMap<>();

    Measures(Manifest manifest) {
        for (SemanticModel model : manifest.models()) {
            models.put(model.name(), model);
            fields.put(model.name(), new ModelFields(model));
            model.measures().forEach(measure -> measures.put(measure.name(), measure));
        }
        manifest.metrics().forEach(metric -> metrics.put(metric.name(), metric));
    }

    ModelFields fields(SemanticModel model) {
        return fields.computeIfAbsent(model.name(), name -> new ModelFields(model));
    }

    /** @throws DiagnosticException where neither a measure nor a metric has the name */
    Measure of(MeasureUse use, SourceFile place) {
        Measure found = find(use);
        if (found == null) {
            throw unknown("measure", String.valueOf(use.name()), measures.keySet(), place);
        }
        return found;
    }

    /** A measure, perhaps by the name of a metric that is one; null where the names lead nowhere, or in a circle. */
    private @Nullable Measure find(MeasureUse use) {
        MeasureUse at = use;
        Set<String> seen = new LinkedHashSet<>();
        while (at.own() == null && !measures.containsKey(String.valueOf(at.name()))) {
            String name = String.valueOf(at.name());
            DbtMetric metric = seen.add(name) ? simple(name) : null;
            if (metric == null) {
                return null;
            }
            at = ((Kind.Simple) metric.kind()).measure();
        }
        return at.own() != null ? at.own() : measures.get(String.valueOf(at.name()));
    }

    /** The metric of that name if it is a simple one. */
    @Nullable
    DbtMetric simple(String name) {
        DbtMetric metric = metrics.get(name);
        return metric != null && metric.kind() instanceof Kind.Simple ? metric : null;
    }

    /** The conditions of a simple metric. */
    List<String> filtersOf(String name) {
        DbtMetric metric = simple(name);
        return metric == null ? List.of() : metric.filters();
    }

    /** Whether the metric of that name is an aggregate and no more, so that it stands for the measure of that name. */
    boolean isPlainMetric(String name) {
        DbtMetric metric = simple(name);
        // In a conversion the name of a dataset means its rows, whatever a metric of that name is.
        return metric != null
                && !models.containsKey(name)
                && metric.filters().isEmpty()
                && metric.kind() instanceof Kind.Simple(MeasureUse use)
                && use.filters().isEmpty()
                && (use.own() != null || name.equals(use.name()));
    }

    String aggregate(Measure measure, SourceFile place) {
        SemanticModel model = models.get(measure.model());
        if (model == null) {
            throw unknown("semantic model", measure.model(), models.keySet(), place);
        }
        String of = Names.field(model.name(), fields(model).of(measure));
        String share =
                measure.percentile() == null ? "0.5" : measure.percentile().share();
        boolean discrete = measure.percentile() != null && measure.percentile().isDiscrete();
        return switch (measure.aggregation()) {
            case "sum", "min", "max", "median" -> measure.aggregation() + "(" + of + ")";
            // dbt adds up ones: where no row passes a filter it has nothing, not zero.
            case "count" -> "sum(case when " + of + " is not null then 1 else 0 end)";
            case "average" -> "avg(" + of + ")";
            case "count_distinct" -> "count(distinct " + of + ")";
            case "sum_boolean" -> "sum(case when " + of + " then 1 else 0 end)";
            case "percentile" -> (discrete ? "quantile_disc(" : "quantile_cont(") + of + ", " + share + ")";
            case "approximate_continuous" -> "quantile_cont(" + of + ", " + share + ")";
            case "approximate_discrete" -> "quantile_disc(" + of + ", " + share + ")";
            default -> throw unknown("aggregation", measure.aggregation(), List.of("sum", "count", "average"), place);
        };
    }

    /** {@code dataset.field} where it is not the dataset's own time. */
    @Nullable
    String time(Measure measure) {
        SemanticModel model = models.get(measure.model());
        String time = measure.timeDimension();
        return time == null || model != null && time.equals(model.timeDimension())
                ? null
                : measure.model() + "." + time;
    }

    /** The models whose rows the metric aggregates. */
    Set<String> homes(String metric) {
        Set<String> homes = new LinkedHashSet<>();
        collect(metric, homes, new LinkedHashSet<>());
        return homes;
    }

    private void collect(String name, Set<String> homes, Set<String> seen) {
        DbtMetric metric = metrics.get(name);
        if (metric == null || !seen.add(name)) {
            return;
        }
        switch (metric.kind()) {
            case Kind.Simple(MeasureUse use) -> home(use, homes);
            case Kind.Ratio ratio -> {
                collect(ratio.numerator().metric(), homes, seen);
                collect(ratio.denominator().metric(), homes, seen);
            }
            case Kind.Derived derived -> derived.inputs().forEach(input -> collect(input.metric(), homes, seen));
            case Kind.Cumulative cumulative -> {
                if (cumulative.measure() != null) {
                    home(cumulative.measure(), homes);
                } else if (cumulative.metric() != null) {
                    collect(cumulative.metric().metric(), homes, seen);
                }
            }
            case Kind.Conversion conversion -> home(conversion.base(), homes);
            case Kind.Unknown ignored -> {}
        }
    }

    private void home(MeasureUse use, Set<String> homes) {
        Measure measure = find(use);
        if (measure != null) {
            homes.add(measure.model());
        }
    }

    private static DiagnosticException unknown(
            String what, String name, java.util.Collection<String> known, SourceFile place) {
        return new DiagnosticException(Code.UNKNOWN_NAME.at(
                place.span(0, place.text().length()),
                "no " + what + " named \"" + name + "\"",
                Nearest.fix(name, known).orElse(null)));
    }
}

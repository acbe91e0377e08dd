package io.bellwether.core.dbt;

import io.bellwether.core.dbt.Manifest.DbtMetric;
import io.bellwether.core.dbt.Manifest.Input;
import io.bellwether.core.dbt.Manifest.Kind;
import io.bellwether.core.dbt.Manifest.Measure;
import io.bellwether.core.dbt.Manifest.MeasureUse;
import io.bellwether.core.dbt.Manifest.NonAdditive;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** dbt's metrics as YAML of ours; one at a time, by {@link #write}. */
final class MetricTexts {
    private final Measures measures;
    private final Filters filters;

    /** Metrics that only a conversion needs, by name. */
    private final Map<String, YamlText> extra;

    MetricTexts(Measures measures, Filters filters, Map<String, YamlText> extra) {
        this.measures = measures;
        this.filters = filters;
        this.extra = extra;
    }

    /**
     * @param place where problems of the metric are shown
     * @throws DiagnosticException where it cannot be said in our words
     */
    YamlText write(DbtMetric metric, SourceFile place) {
        YamlText text = new YamlText()
                .with("name", metric.name())
                .with("label", metric.label())
                .with("description", metric.description())
                .with("grain", metric.grain());
        Span span = place.span(0, place.text().length());
        switch (metric.kind()) {
            case Kind.Simple simple -> simple(text, metric, simple.measure(), place);
            case Kind.Ratio ratio -> ratio(text, metric, ratio, place);
            case Kind.Derived derived -> {
                text.with("expression", derived.expression());
                inputs(text, metric, derived.inputs(), place);
                where(text, metric, metric.filters(), place);
            }
            case Kind.Cumulative cumulative -> cumulative(text, metric, cumulative, place);
            case Kind.Conversion conversion -> conversion(text, metric, conversion, place);
            case Kind.Unknown unknown ->
                throw new DiagnosticException(Code.NOT_COMPUTED.at(
                        span, "metric \"" + metric.name() + "\" cannot be read: " + unknown.why(), null));
        }
        return text;
    }

    private void simple(YamlText text, DbtMetric metric, MeasureUse use, SourceFile place) {
        Measure measure = measures.of(use, place);
        aggregate(text, measure, place);
        overTime(text, measure);
        fill(text, use);
        where(text, metric, all(metric.filters(), use.filters()), place);
    }

    private void aggregate(YamlText text, Measure measure, SourceFile place) {
        text.with("expression", measures.aggregate(measure, place)).with("time", measures.time(measure));
    }

    private static void overTime(YamlText text, Measure measure) {
        NonAdditive level = measure.nonAdditive();
        if (level == null) {
            return;
        }
        String choice = switch (level.choice()) {
            case "max" -> "last";
            case "average" -> "average";
            default -> "first";
        };
        if (level.by().isEmpty()) {
            text.with("over_time", choice);
        } else {
            List<String> by = level.by().stream()
                    .map(name -> measure.model() + "." + name)
                    .toList();
            text.with("over_time", new YamlText().with("choose", choice).with("by", by));
        }
    }

    private static void fill(YamlText text, MeasureUse use) {
        if (use.fill() != null || use.joinsTimeSpine()) {
            text.with(
                    "fill",
                    new YamlText()
                            .raw("value", use.fill())
                            .raw("every_period", use.joinsTimeSpine() ? "once" : "false"));
        }
    }

    private void ratio(YamlText text, DbtMetric metric, Kind.Ratio ratio, SourceFile place) {
        Input above = ratio.numerator();
        Input below = ratio.denominator();
        if (above.as().equals(below.as())) {
            above = named(above, "numerator");
            below = named(below, "denominator");
        }
        text.with("expression", Names.quoted(above.as()) + " / " + Names.quoted(below.as()));
        inputs(text, metric, List.of(above, below), place);
        where(text, metric, metric.filters(), place);
    }

    private static Input named(Input input, String alias) {
        return new Input(input.metric(), alias, input.filters(), input.offsetWindow(), input.offsetToGrain());
    }

    private void inputs(YamlText text, DbtMetric metric, List<Input> inputs, SourceFile place) {
        YamlText own = new YamlText();
        for (Input input : inputs) {
            if (!input.isPlain() || !input.as().equals(input.metric())) {
                YamlText one = new YamlText()
                        .with("metric", input.metric())
                        .with("where", filters.all(input.filters(), measures.homes(input.metric()), place))
                        .with("offset", byDay(input.offsetWindow()));
                if (input.offsetToGrain() != null) {
                    one.with("offset", new YamlText().with("to_start", input.offsetToGrain()));
                }
                own.with(input.as(), one);
            }
        }
        text.with("inputs", own);
    }

    /** As dbt counts: whole periods where none longer are asked for, else from each day on its own. */
    private static @Nullable String byDay(@Nullable String length) {
        return length != null && length.matches("\\d+ (week|month|quarter|year)s?") ? length + " by day" : length;
    }

    private void cumulative(YamlText text, DbtMetric metric, Kind.Cumulative cumulative, SourceFile place) {
        List<String> conditions = new ArrayList<>(metric.filters());
        MeasureUse use = cumulative.measure();
        Input input = cumulative.metric();
        if (input != null && measures.simple(input.metric()) instanceof DbtMetric simple) {
            conditions.addAll(input.filters());
            conditions.addAll(simple.filters());
            MeasureUse under = ((Kind.Simple) simple.kind()).measure();
            use = use == null ? under : use;
        }
        if (use == null) {
            text.with("expression", Names.quoted(input == null ? "" : input.metric()));
            conditions.addAll(input == null ? List.of() : input.filters());
        } else {
            aggregate(text, measures.of(use, place), place);
            overTime(text, measures.of(use, place));
            fill(text, use);
            conditions.addAll(use.filters());
        }
        text.with("window", byDay(cumulative.window())).with("to_date", cumulative.toGrain());
        if (cumulative.window() == null && cumulative.toGrain() == null) {
            text.raw("all_time", "true");
        }
        text.with("pick", cumulative.pick());
        where(text, metric, conditions, place);
    }

    private void conversion(YamlText text, DbtMetric metric, Kind.Conversion conversion, SourceFile place) {
        YamlText block = new YamlText()
                .with("from", event(metric.name() + "_base", conversion.base(), metric.filters(), place))
                .with("to", event(metric.name() + "_conversion", conversion.conversion(), List.of(), place))
                .with("by", conversion.entity())
                .with("within", conversion.window());
        List<Object> same = new ArrayList<>();
        conversion
                .same()
                .forEach((base, follower) ->
                        same.add(base.equals(follower) ? base : new YamlText().with(base, follower)));
        text.with("conversion", block.with("same", same).with("result", conversion.rate() ? "rate" : "count"));
        String fill = conversion.conversion().fill();
        if (fill != null || conversion.conversion().joinsTimeSpine()) {
            fill(text, conversion.conversion());
        }
    }

    /** A metric that is the measure and nothing else; one is made where the project has none. */
    private String event(String made, MeasureUse use, List<String> conditions, SourceFile place) {
        List<String> all = all(conditions, use.filters());
        String name = use.name();
        if (name != null && all.isEmpty() && measures.isPlainMetric(name)) {
            return name;
        }
        Measure measure = measures.of(use, place);
        YamlText text = new YamlText().with("name", made);
        aggregate(text, measure, place);
        List<String> own = name == null ? List.of() : measures.filtersOf(name);
        text.with("where", filters.all(all(all, own), List.of(measure.model()), place));
        extra.put(made, text);
        return made;
    }

    private void where(YamlText text, DbtMetric metric, List<String> conditions, SourceFile place) {
        text.with("where", filters.all(conditions, measures.homes(metric.name()), place));
    }

    private static List<String> all(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        second.stream().filter(condition -> !all.contains(condition)).forEach(all::add);
        return all;
    }
}

package io.bellwether.core.definition;

import io.bellwether.core.definition.DatasetDefinition.ByDefinition;
import io.bellwether.core.definition.DatasetDefinition.FieldDefinition;
import io.bellwether.core.definition.DatasetDefinition.HoldingDefinition;
import io.bellwether.core.definition.DatasetDefinition.ManualDefinition;
import io.bellwether.core.definition.DatasetDefinition.Source;
import io.bellwether.core.definition.MetricDefinition.Formula;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code manual: { every: month, by: [region] }}. Such a metric becomes two plain definitions, so that nothing after
 * this knows of it: a dataset of what people typed in, and an aggregate over it.
 */
final class ManualReader {
    private static final String PERIOD = "period";
    private static final String VALUE = "value";
    private static final String AVERAGE = "average";
    private static final List<String> GRAINS = Arrays.stream(Grain.values())
            .filter(grain -> grain.compareTo(Grain.DAY) >= 0)
            .map(Grain::word)
            .toList();
    private static final String[] NOT_WITH_MANUAL = {"expression", "inputs", "conversion", "time"};
    private static final List<String> OVER_TIME = List.of("sum", AVERAGE, "last", "first");

    private ManualReader() {}

    static @Nullable Formula read(Keys metric) {
        for (String other : metric.known(NOT_WITH_MANUAL)) {
            String message = "\"" + other + "\" has no place beside \"manual\"";
            metric.problems().add(Code.APART, metric.keySpan(other), message, "write a second metric for it");
        }
        Node node = metric.node("manual");
        Keys keys = node == null ? null : Keys.of(node, "manual", metric.problems());
        Located<String> name = metric.peek("name");
        if (node == null || keys == null || name == null) {
            return null;
        }
        Located<String> every = keys.word("every", GRAINS);
        keys.missing("every", "month");
        List<ByDefinition> by = by(keys);
        keys.finish();
        Grain grain = every == null ? null : Grain.of(every.value()).orElse(null);
        if (every == null || grain == null) {
            return null;
        }
        Span key = metric.keySpan("manual");
        Span place = key == null
                ? node.span()
                : key.file().span(key.start(), node.span().end());
        return new Formula.Manual(
                new ManualDefinition(new Located<>(grain, every.span()), by, place),
                aggregate(name.value(), isMean(metric), place));
    }

    /** Shares do not add up: of several regions and periods their mean is taken. All else is added up. */
    private static boolean isMean(Keys metric) {
        Located<String> unit = metric.peek("unit");
        Located<String> overTime = metric.peek("over_time");
        boolean share = unit != null && List.of("percent", "ratio").contains(unit.value());
        return share && (overTime == null || !overTime.value().equals("sum"));
    }

    /** Every character of it stands where the person wrote that the metric is typed in. */
    private static Excerpt aggregate(String metric, boolean mean, Span place) {
        String text = (mean ? "avg(" : "sum(") + dataset(metric) + "." + VALUE + ")";
        int[] offsets = new int[text.length() + 1];
        Arrays.fill(offsets, Math.max(place.start(), place.end() - 1));
        offsets[0] = place.start();
        return new Excerpt(place.file(), text, offsets);
    }

    /** {@code by: [region]}, or with the members that there are: {@code by: { region: [EU, US] }}. */
    private static List<ByDefinition> by(Keys keys) {
        List<ByDefinition> found = new ArrayList<>();
        if (keys.node("by") instanceof Mapping mapping) {
            Keys block = Keys.of(mapping, "by", keys.problems());
            for (Node.Entry entry : mapping.entries()) {
                String name = entry.key().value();
                add(
                        new Located<>(name, entry.key().span()),
                        block == null ? List.of() : block.texts(name),
                        keys,
                        found);
            }
        } else {
            keys.texts("by").forEach(name -> add(name, List.of(), keys, found));
        }
        return List.copyOf(found);
    }

    private static void add(Located<String> name, List<Located<String>> members, Keys keys, List<ByDefinition> found) {
        Set<String> taken = new HashSet<>(List.of(PERIOD, VALUE, "reason"));
        found.forEach(by -> taken.add(by.name().value()));
        if (!name.value().matches("[a-z][a-z0-9_]*") || taken.contains(name.value())) {
            String message = "\"" + Amounts.shortened(name.value()) + "\" cannot be what values are of";
            String fix = "a snake_case name, once, that is none of period, value and reason";
            keys.problems().add(Code.BAD_NAME, name.span(), message, fix);
        } else {
            found.add(new ByDefinition(name, members));
        }
    }

    /** {@code over_time} knows one word more: values that people type in may simply add up. */
    static TimingDefinition timing(Keys metric) {
        Located<String> word = metric.peek("over_time");
        if (word == null || !List.of("sum", AVERAGE).contains(word.value())) {
            return TimingReader.read(metric);
        }
        metric.word("over_time", OVER_TIME);
        boolean mean = word.value().equals(AVERAGE) && !isMean(metric);
        return TimingReader.read(metric, mean ? new TimingDefinition.OverTimeDefinition(word, List.of()) : null);
    }

    /** Null for a metric that is computed. */
    static @Nullable DatasetDefinition dataset(MetricDefinition metric) {
        if (!(metric.formula() instanceof Formula.Manual formula)) {
            return null;
        }
        ManualDefinition manual = formula.manual();
        Span place = manual.span();
        var grain = new Located<>(manual.every().value().word(), manual.every().span());
        var period = new FieldDefinition(new Located<>(PERIOD, place), null, null, null, null, grain, null);
        return new DatasetDefinition(
                new Located<>(dataset(metric.name().value()), place),
                null,
                null,
                new Source.Typed(metric.name().value(), manual),
                null,
                new Located<>(PERIOD, place),
                new Located<>(length(manual.every().value()), manual.every().span()),
                List.of(),
                List.of(),
                List.of(period),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                false,
                HoldingDefinition.NONE);
    }

    private static String dataset(String metric) {
        return metric + "_values";
    }

    private static TemporalAmount length(Grain grain) {
        return switch (grain) {
            case MILLISECOND, SECOND, MINUTE, HOUR, DAY -> Period.ofDays(1);
            case WEEK -> Period.ofWeeks(1);
            case MONTH, FISCAL_MONTH -> Period.ofMonths(1);
            case QUARTER, FISCAL_QUARTER -> Period.ofMonths(3);
            case YEAR, FISCAL_YEAR -> Period.ofYears(1);
        };
    }
}

package io.bellwether.core.catalog;

import io.bellwether.core.definition.MetricDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Severity;
import io.bellwether.core.time.Grain;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people read about a metric, with defaults. */
final class AboutMetric {
    private final Known known;
    private final @Nullable String currency;

    AboutMetric(Known known, @Nullable String currency) {
        this.known = known;
        this.currency = currency;
    }

    Metric.@Nullable About of(MetricDefinition metric) {
        Unit unit = unit(metric.unit());
        if (unit == null) {
            return null;
        }
        String name = metric.name().value();
        List<String> tags = metric.tags().stream().map(Located::value).toList();
        return new Metric.About(
                name,
                metric.label() == null ? label(name) : metric.label().value(),
                text(metric.description()),
                unit,
                direction(metric.direction()),
                text(metric.category()),
                text(metric.owner()),
                tags,
                metric.grain() == null ? null : Grain.of(metric.grain().value()).orElseThrow(),
                new Metric.Watch(tests(metric, unit), value(metric.expectedEvery())),
                metric.name().span());
    }

    private static @Nullable TemporalAmount value(@Nullable Located<TemporalAmount> every) {
        return every == null ? null : every.value();
    }

    /** Of its own periods where a test does not say of which: as fine as its grain, months where it has none. */
    private List<MetricTest> tests(MetricDefinition metric, Unit unit) {
        Amount amount = new Amount(unit, known.problems());
        List<MetricTest> tests = new ArrayList<>();
        for (MetricDefinition.MetricTestDefinition test : metric.tests()) {
            Located<String> per = test.per() == null ? metric.grain() : test.per();
            Grain grain = per == null ? Grain.MONTH : Grain.of(per.value()).orElseThrow();
            BigDecimal least = test.atLeast() == null ? null : amount.read(test.atLeast());
            BigDecimal most = test.atMost() == null ? null : amount.read(test.atMost());
            boolean unfit = test.atLeast() != null && least == null || test.atMost() != null && most == null;
            if (least != null && most != null && least.compareTo(most) > 0) {
                String message =
                        "no value is at least " + least.toPlainString() + " and at most " + most.toPlainString();
                known.problems().add(Code.TARGET_RANGE, test.span(), message, "write the smaller number first");
            } else if (!unfit) {
                Severity severity = test.warns() ? Severity.WARNING : Severity.ERROR;
                tests.add(new MetricTest(least, most, grain, severity, test.span()));
            }
        }
        return tests;
    }

    private @Nullable Unit unit(@Nullable Located<String> unit) {
        if (unit == null) {
            return new Unit.None();
        }
        Unit found = Unit.parse(unit.value(), currency).orElse(null);
        if (found == null) {
            String message = "the workspace has no currency";
            known.problems().add(Code.MISSING_KEY, unit.span(), message, "add currency: EUR at the top level");
        }
        return found;
    }

    static Direction direction(@Nullable Located<String> direction) {
        return direction == null
                ? Direction.NONE
                : Direction.valueOf(direction.value().toUpperCase(Locale.ROOT));
    }

    /** {@code average_order_value} as {@code Average order value}. */
    static String label(String name) {
        String words = name.replace('_', ' ');
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static @Nullable String text(@Nullable Located<String> text) {
        return text == null ? null : text.value();
    }
}

package io.bellwether.core.definition;

import io.bellwether.core.definition.MetricDefinition.MetricTestDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the {@code tests} of a metric: what must hold for its value in each period. */
final class MetricTestReader {
    private static final List<String> GRAINS =
            List.of("hour", "day", "week", "month", "quarter", "year", "fiscal_month", "fiscal_quarter", "fiscal_year");
    private static final String EXAMPLE = "write { not_null: true }, { at_least: 0 } or { between: [0, 100] }";

    private MetricTestReader() {}

    static List<MetricTestDefinition> read(Keys metric) {
        List<MetricTestDefinition> tests = new ArrayList<>();
        for (Node item : metric.items("tests")) {
            Keys keys = Keys.of(item, "a test of a metric", metric.problems());
            MetricTestDefinition test = keys == null ? null : test(keys, item);
            if (test != null) {
                tests.add(test);
            }
        }
        return List.copyOf(tests);
    }

    private static @Nullable MetricTestDefinition test(Keys keys, Node item) {
        Located<String> notNull = keys.word("not_null", List.of("true"));
        Located<Quantity> least = Amounts.quantity(keys, "at_least");
        Located<Quantity> most = Amounts.quantity(keys, "at_most");
        List<Located<Quantity>> band = Amounts.quantities(keys, "between");
        Located<String> per = keys.word("per", GRAINS);
        Located<String> severity = keys.word("severity", List.of("error", "warn"));
        keys.finish();
        boolean banded = !keys.known("between").isEmpty();
        if (banded && keys.items("between").size() != 2) {
            String message = "\"between\" takes two numbers";
            keys.problems().add(Code.WRONG_SHAPE, keys.head(), message, "write between: [95, 105]");
            return null;
        }
        long said = Stream.of(notNull != null, least != null || most != null, banded)
                .filter(is -> is)
                .count();
        if (said != 1) {
            if (keys.known("not_null", "at_least", "at_most", "between").isEmpty() || said > 1) {
                String message = said > 1 ? "the test asks for several things" : "the test says nothing to test";
                keys.problems().add(Code.MISSING_KEY, keys.head(), message, EXAMPLE);
            }
            return null;
        }
        boolean warns = severity != null && severity.value().equals("warn");
        return new MetricTestDefinition(
                banded && band.size() == 2 ? band.getFirst() : least,
                banded && band.size() == 2 ? band.getLast() : most,
                per,
                warns,
                item.span());
    }
}

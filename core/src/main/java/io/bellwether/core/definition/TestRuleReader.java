package io.bellwether.core.definition;

import io.bellwether.core.definition.DatasetDefinition.TestDefinition;
import io.bellwether.core.definition.DatasetDefinition.TestRule;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tests of all rows together: {@code relationship}, {@code row_count} and {@code volume_change}. */
final class TestRuleReader {
    private static final List<String> GRAINS = Arrays.stream(Grain.values())
            .filter(grain -> grain.compareTo(Grain.HOUR) >= 0)
            .map(Grain::word)
            .toList();
    private static final List<String> BEFORE =
            GRAINS.stream().map(grain -> "previous " + grain).toList();

    private TestRuleReader() {}

    /** Null where the test is another, or wrong. */
    static @Nullable TestDefinition read(Keys test, boolean warns, Span span) {
        TestRule related = related(test);
        TestRule rows = rows(test);
        TestRule change = change(test);
        if (related != null) {
            return rule("relationship", related, warns, span);
        }
        if (rows != null) {
            return rule("row_count", rows, warns, span);
        }
        return change == null ? null : rule("volume_change", change, warns, span);
    }

    private static TestDefinition rule(String kind, TestRule rule, boolean warns, Span span) {
        return new TestDefinition(kind, List.of(), List.of(), null, warns, span, rule);
    }

    /** {@code relationship: customers}, or {@code relationship: { field: customer_id, to: customers.id }}. */
    private static @Nullable TestRule related(Keys test) {
        Node node = test.node("relationship");
        if (node instanceof Scalar scalar) {
            return new TestRule.Related(null, new Located<>(scalar.value(), scalar.span()));
        }
        Keys keys = node == null ? null : Keys.of(node, "a relationship test", test.problems());
        if (keys == null) {
            return null;
        }
        Located<String> field = keys.text("field");
        Located<String> to = keys.text("to");
        keys.missing("field", "customer_id");
        keys.missing("to", "customers.id");
        keys.finish();
        return field == null || to == null ? null : new TestRule.Related(field, to);
    }

    /** {@code row_count: { at_least: 1, at_most: 1_000, per: day }}. */
    private static @Nullable TestRule rows(Keys test) {
        Node node = test.node("row_count");
        Keys keys = node == null ? null : Keys.of(node, "row_count", test.problems());
        if (keys == null) {
            return null;
        }
        Located<Quantity> atLeast = count(keys, "at_least");
        Located<Quantity> atMost = count(keys, "at_most");
        Located<String> per = keys.word("per", GRAINS);
        if (keys.known("at_least", "at_most").isEmpty()) {
            keys.missing("at_least", "1");
        }
        keys.finish();
        return atLeast == null && atMost == null ? null : new TestRule.Rows(atLeast, atMost, per);
    }

    /** {@code volume_change: { at_most: 50%, against: previous week, minimum: 100 }}. */
    private static @Nullable TestRule change(Keys test) {
        Node node = test.node("volume_change");
        Keys keys = node == null ? null : Keys.of(node, "volume_change", test.problems());
        if (keys == null) {
            return null;
        }
        Located<Quantity> atMost = Amounts.quantity(keys, "at_most");
        Located<String> against = keys.word("against", BEFORE);
        Located<Quantity> minimum = count(keys, "minimum");
        keys.missing("at_most", "50%");
        keys.missing("against", "previous week");
        keys.finish();
        if (atMost != null && !atMost.value().isPercent()) {
            String message = "a change is a percentage";
            keys.problems().add(Code.TARGET_RANGE, atMost.span(), message, "write 50%");
            return null;
        }
        return atMost == null || against == null
                ? null
                : new TestRule.Change(
                        atMost,
                        new Located<>(against.value().substring("previous ".length()), against.span()),
                        minimum);
    }

    /** A whole number of rows. */
    private static @Nullable Located<Quantity> count(Keys keys, String key) {
        Located<Quantity> count = Amounts.quantity(keys, key);
        if (count == null) {
            return null;
        }
        boolean whole = count.value().isPlain()
                && count.value().number().signum() >= 0
                && count.value().number().stripTrailingZeros().scale() <= 0
                && count.value().number().precision() - count.value().number().scale() <= 15;
        if (!whole) {
            String message = "\"" + key + "\" is a number of rows";
            keys.problems().add(Code.TARGET_RANGE, count.span(), message, "write it as 1_000");
            return null;
        }
        return count;
    }
}

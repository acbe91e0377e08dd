package io.bellwether.core.definition;

import io.bellwether.core.definition.MetricDefinition.Formula;
import io.bellwether.core.definition.MetricDefinition.Input;
import io.bellwether.core.definition.MetricDefinition.Pair;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what makes the value of a metric: an expression with its inputs, or a conversion. */
final class FormulaReader {
    /** A conversion says itself which rows it takes and when. */
    private static final String[] NOT_WITH_CONVERSION = {
        "expression", "inputs", "where", "time", "window", "to_date", "all_time", "pick", "offset", "over_time"
    };

    private FormulaReader() {}

    static @Nullable Formula read(Keys keys) {
        Node conversion = keys.node("conversion");
        if (conversion != null) {
            for (String other : keys.known(NOT_WITH_CONVERSION)) {
                String message = "\"" + other + "\" has no place beside \"conversion\"";
                keys.problems().add(Code.APART, keys.keySpan(other), message, "write a second metric for it");
            }
            return conversion(conversion, keys);
        }
        if (keys.has("manual")) {
            return ManualReader.read(keys);
        }
        Excerpt expression = keys.excerpt("expression");
        List<Input> inputs = inputs(keys);
        keys.missing("expression", "sum(dataset.column)");
        return expression == null ? null : new Formula.Written(expression, inputs);
    }

    private static List<Input> inputs(Keys metric) {
        List<Input> inputs = new ArrayList<>();
        Node node = metric.node("inputs");
        if (node != null && !(node instanceof Mapping)) {
            String message = "\"inputs\" is a block of names, not " + node.kind();
            metric.problems().add(Code.WRONG_SHAPE, node.span(), message, "write { before: { metric: orders } }");
        }
        if (node instanceof Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                Input input = input(entry, metric);
                if (input != null) {
                    inputs.add(input);
                }
            }
        }
        return inputs;
    }

    private static @Nullable Input input(Node.Entry entry, Keys metric) {
        Keys keys = Keys.of(entry.value(), "an input", metric.problems());
        if (keys == null) {
            return null;
        }
        Located<String> name = new Located<>(entry.key().value(), entry.key().span());
        Located<String> of = keys.text("metric");
        Excerpt where = keys.excerpt("where");
        var offset = TimingReader.offset(keys);
        keys.missing("metric", "orders");
        keys.finish();
        return of == null ? null : new Input(name, of, where, offset);
    }

    private static @Nullable Formula conversion(Node node, Keys metric) {
        Keys keys = Keys.of(node, "a conversion", metric.problems());
        if (keys == null) {
            return null;
        }
        Located<String> from = keys.text("from");
        Located<String> to = keys.text("to");
        List<Pair> by = pairs(keys, "by");
        List<Pair> same = pairs(keys, "same");
        var within = TimingReader.length(keys, "within");
        Located<String> result = keys.word("result", List.of("rate", "count"));
        keys.missing("from", "visits");
        keys.missing("to", "orders");
        keys.missing("by", "customer_id");
        if (by.size() > 1) {
            String message = "\"by\" is one field: to whom it happens";
            keys.problems().add(Code.WRONG_SHAPE, by.get(1).base().span(), message, "put the others under same");
        }
        keys.finish();
        boolean rate = result == null || result.value().equals("rate");
        return from == null || to == null || by.isEmpty()
                ? null
                : new Formula.Conversion(from, to, by.getFirst(), same, within, rate, keys.span());
    }

    /** {@code user_id} for the same name on both sides, {@code { user_id: customer_id }} for two. */
    private static List<Pair> pairs(Keys keys, String key) {
        List<Pair> pairs = new ArrayList<>();
        for (Node item : keys.items(key)) {
            if (item instanceof Mapping mapping) {
                mapping.entries().forEach(entry -> pair(entry, key, keys, pairs));
            } else if (item instanceof Scalar same) {
                Located<String> field = new Located<>(same.value(), same.span());
                pairs.add(new Pair(field, field));
            } else {
                String message = "\"" + key + "\" names fields, not " + item.kind();
                keys.problems().add(Code.WRONG_SHAPE, item.span(), message, "write " + key + ": customer_id");
            }
        }
        return pairs;
    }

    private static void pair(Node.Entry entry, String key, Keys keys, List<Pair> pairs) {
        Located<String> base = new Located<>(entry.key().value(), entry.key().span());
        if (entry.value() instanceof Scalar follower && !follower.isNull()) {
            pairs.add(new Pair(base, new Located<>(follower.value(), follower.span())));
        } else {
            String message = "\"" + base.value() + "\" needs the field that it equals";
            String fix = "write " + key + ": { " + base.value() + ": customer_id }";
            keys.problems().add(Code.WRONG_SHAPE, base.span(), message, fix);
        }
    }
}

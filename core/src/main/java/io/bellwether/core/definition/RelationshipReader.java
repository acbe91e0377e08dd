package io.bellwether.core.definition;

import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.RelationshipDefinition.Pair;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code relationships}: {@code { from: sales, to: customers, columns: { CustomerID: id } }}. */
final class RelationshipReader {
    private RelationshipReader() {}

    static @Nullable RelationshipDefinition read(Keys keys) {
        Located<String> name = keys.text("name");
        Located<String> from = keys.text("from");
        Located<String> to = keys.text("to");
        keys.missing("from", "the dataset with many rows");
        keys.missing("to", "the dataset with one row for each");
        keys.missing("columns", "{ customer_id: id }");
        List<Pair> pairs = pairs(keys);
        Located<String> many = keys.word("many_to_many", List.of("true", "false"));
        if (from == null || to == null || pairs.isEmpty()) {
            return null;
        }
        return new RelationshipDefinition(
                name, from, to, pairs, many != null && many.value().equals("true"), place(from, to));
    }

    private static Span place(Located<String> from, Located<String> to) {
        int start = Math.min(from.span().start(), to.span().start());
        int end = Math.max(from.span().end(), to.span().end());
        return from.span().file().span(start, end);
    }

    private static List<Pair> pairs(Keys keys) {
        List<Pair> pairs = new ArrayList<>();
        for (Node item : keys.items("columns")) {
            if (item instanceof Mapping mapping) {
                for (Node.Entry entry : mapping.entries()) {
                    pair(entry, keys, pairs);
                }
            } else if (item instanceof Scalar same) {
                Located<String> column = new Located<>(same.value(), same.span());
                pairs.add(new Pair(column, column));
            } else {
                keys.problems().add(Code.WRONG_SHAPE, item.span(), "\"columns\" pairs columns", "write { a: b }");
            }
        }
        return pairs;
    }

    private static void pair(Node.Entry entry, Keys keys, List<Pair> pairs) {
        Scalar key = entry.key();
        Located<String> from = new Located<>(key.value(), key.span());
        if (entry.value() instanceof Scalar value && !value.isNull()) {
            pairs.add(new Pair(from, new Located<>(value.value(), value.span())));
        } else {
            String message = "\"" + key.value() + "\" needs the column that it equals";
            keys.problems().add(Code.WRONG_SHAPE, key.span(), message, "write { " + key.value() + ": id }");
        }
    }
}

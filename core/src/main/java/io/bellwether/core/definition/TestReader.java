package io.bellwether.core.definition;

import io.bellwether.core.definition.DatasetDefinition.TestDefinition;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the {@code tests} of a dataset. */
final class TestReader {
    private static final String[] KINDS = {"not_null", "unique", "sql", "relationship", "row_count", "volume_change"};

    private TestReader() {}

    static List<TestDefinition> read(Keys dataset) {
        List<TestDefinition> tests = new ArrayList<>();
        for (Node item : dataset.items("tests")) {
            Keys keys = Keys.of(item, "a test", dataset.problems());
            TestDefinition test = keys == null ? null : test(keys, item.span());
            if (test != null) {
                tests.add(test);
            }
        }
        return tests;
    }

    private static @Nullable TestDefinition test(Keys keys, Span span) {
        Located<String> severity = keys.word("severity", List.of("error", "warn"));
        boolean warns = severity != null && severity.value().equals("warn");
        List<Located<String>> notNull = keys.texts("not_null");
        List<Located<String>> unique = keys.texts("unique");
        var sql = keys.excerpt("sql");
        Node accepted = keys.node("accepted_values");
        TestDefinition values = accepted == null ? null : acceptedValues(keys, accepted, warns);
        TestDefinition rule = TestRuleReader.read(keys, warns, span);
        keys.finish();
        if (!notNull.isEmpty()) {
            return new TestDefinition("not_null", notNull, List.of(), null, warns, span);
        }
        if (!unique.isEmpty()) {
            return new TestDefinition("unique", unique, List.of(), null, warns, span);
        }
        if (sql != null) {
            return new TestDefinition("sql", List.of(), List.of(), sql, warns, span);
        }
        if (rule != null) {
            return rule;
        }
        if (accepted == null && keys.known(KINDS).isEmpty()) {
            String fix = "add not_null, unique, accepted_values, relationship, row_count, volume_change or sql";
            keys.problems().add(Code.MISSING_KEY, keys.head(), "the test says nothing to test", fix);
        }
        return values;
    }

    /** {@code accepted_values: { country: [France, Spain] }}. */
    private static @Nullable TestDefinition acceptedValues(Keys holder, Node node, boolean warns) {
        if (!(node instanceof Mapping mapping) || mapping.entries().size() != 1) {
            holder.problems()
                    .add(
                            Code.WRONG_SHAPE,
                            node.span(),
                            "\"accepted_values\" is one field and its values",
                            "write accepted_values: { country: [France, Spain] }");
            return null;
        }
        Scalar field = mapping.entries().getFirst().key();
        Keys keys = Keys.of(node, "accepted_values", holder.problems());
        List<Located<String>> values = keys == null ? List.of() : keys.texts(field.value());
        var fields = List.of(new Located<>(field.value(), field.span()));
        return new TestDefinition("accepted_values", fields, values, null, warns, node.span());
    }
}

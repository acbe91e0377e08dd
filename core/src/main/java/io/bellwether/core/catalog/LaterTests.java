package io.bellwether.core.catalog;

import io.bellwether.core.definition.DatasetDefinition;
import io.bellwether.core.definition.DatasetDefinition.TestDefinition;
import io.bellwether.core.definition.DatasetDefinition.TestRule;
import io.bellwether.core.definition.Quantity;
import io.bellwether.core.expression.Typing;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Severity;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tests of all rows together, and of the rows of others. They wait until all datasets and relationships are known. */
final class LaterTests {
    private final Known known;
    private final List<Relationship> relationships;

    LaterTests(Known known, List<Relationship> relationships) {
        this.known = known;
        this.relationships = relationships;
    }

    void resolve(List<DatasetDefinition> definitions) {
        for (DatasetDefinition definition : definitions) {
            Dataset dataset = known.datasets().get(definition.name().value());
            if (dataset == null) {
                continue;
            }
            List<DataTest> tests = new ArrayList<>(dataset.tests());
            for (TestDefinition test : definition.tests()) {
                DataTest resolved = test.rule() == null ? null : test(dataset, test, test.rule());
                if (resolved != null) {
                    tests.add(resolved);
                }
            }
            known.datasets().put(dataset.name(), dataset.tested(List.copyOf(tests)));
        }
    }

    private @Nullable DataTest test(Dataset dataset, TestDefinition test, TestRule rule) {
        Severity severity = test.warns() ? Severity.WARNING : Severity.ERROR;
        return switch (rule) {
            case TestRule.Rows rows -> rows(dataset, rows, severity, test.span());
            case TestRule.Change change ->
                isTimed(dataset, change.grain())
                        ? new DataTest.VolumeChange(
                                change.atMost().value().share(),
                                Grain.of(change.grain().value()).orElseThrow(),
                                change.minimum() == null ? 0 : count(change.minimum()),
                                severity,
                                test.span())
                        : null;
            case TestRule.Related related -> related(dataset, related, severity, test.span());
        };
    }

    private @Nullable DataTest rows(Dataset dataset, TestRule.Rows rows, Severity severity, Span span) {
        Located<String> per = rows.per();
        if (per != null && !isTimed(dataset, per)) {
            return null;
        }
        return new DataTest.RowCount(
                rows.atLeast() == null ? null : (Long) count(rows.atLeast()),
                rows.atMost() == null ? null : (Long) count(rows.atMost()),
                per == null ? null : Grain.of(per.value()).orElseThrow(),
                severity,
                span);
    }

    private static long count(Located<Quantity> count) {
        return count.value().number().longValueExact();
    }

    private boolean isTimed(Dataset dataset, Located<String> place) {
        if (dataset.time() == null) {
            String message = "the rows of \"" + dataset.name() + "\" belong to no period";
            known.problems().add(Code.TEST_TIME, place.span(), message, "add time: a_field to the dataset");
        }
        return dataset.time() != null;
    }

    private @Nullable DataTest related(Dataset from, TestRule.Related rule, Severity severity, Span span) {
        DataTest.Related test = rule.field() == null
                ? byRelationship(from, rule.to(), severity, span)
                : byField(from, rule.field(), rule.to(), severity, span);
        Dataset to = test == null ? null : known.datasets().get(test.to());
        if (to != null && !to.source().connection().equals(from.source().connection())) {
            String message = "\"" + from.name() + "\" and \"" + to.name() + "\" are in two places";
            known.problems().add(Code.TEST_RELATED, rule.to().span(), message, "one statement cannot read both");
            return null;
        }
        return test;
    }

    private DataTest.@Nullable Related byRelationship(Dataset from, Located<String> to, Severity severity, Span span) {
        List<Relationship> found = relationships.stream()
                .filter(r -> r.from().equals(from.name()) && !r.manyToMany())
                .filter(r -> r.to().equals(to.value()) || to.value().equals(r.name()))
                .toList();
        if (found.size() == 1) {
            Relationship one = found.getFirst();
            return new DataTest.Related(one.fromFields(), one.to(), one.toFields(), severity, span);
        }
        if (found.isEmpty() && known.mayBeUnreadable(to.value())) {
            return null;
        }
        String message = found.isEmpty()
                ? "no relationship leads from \"" + from.name() + "\" to \"" + to.value() + "\""
                : found.size() + " relationships lead from \"" + from.name() + "\" to \"" + to.value() + "\"";
        String fix = "name the columns: relationship: { field: customer_id, to: customers.id }";
        known.problems().add(Code.TEST_RELATED, to.span(), message, fix);
        return null;
    }

    private DataTest.@Nullable Related byField(
            Dataset from, Located<String> field, Located<String> to, Severity severity, Span span) {
        int dot = to.value().indexOf('.');
        if (dot < 0) {
            known.problems()
                    .add(Code.TEST_RELATED, to.span(), "\"" + to.value() + "\" is no field", "write customers.id");
            return null;
        }
        String name = to.value().substring(0, dot);
        Dataset other = known.dataset(new Located<>(name, Parts.of(to.span(), name)));
        Field left = known.field(from, field.value(), field.span());
        Field right = other == null ? null : known.field(other, to.value().substring(dot + 1), to.span());
        if (other == null || left == null || right == null) {
            return null;
        }
        if (Typing.common(List.of(left.type(), right.type())) == null) {
            String message = "\"" + left.name() + "\" is " + Types.word(left.type()) + ", \"" + right.name() + "\" is "
                    + Types.word(right.type());
            known.problems().add(Code.TEST_RELATED, to.span(), message, "give one a field of the other's type");
            return null;
        }
        return new DataTest.Related(List.of(left.name()), other.name(), List.of(right.name()), severity, span);
    }
}

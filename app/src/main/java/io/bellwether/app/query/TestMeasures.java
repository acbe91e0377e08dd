package io.bellwether.app.query;

import io.bellwether.core.catalog.DataTest;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import io.bellwether.core.unit.NumberText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Data tests as conditions on the rows that break them, to be counted while the data is looked at anyway. */
final class TestMeasures {
    private TestMeasures() {}

    /**
     * The condition on rows that break the test; empty where no single row can ({@code unique}).
     *
     * @param holds the field that says whether a row keeps a test that is a condition
     */
    static Optional<Expr> broken(Dataset dataset, DataTest test, String holds) {
        return switch (test) {
            case DataTest.NotNull t -> Optional.of(call(Function.IS_NULL, field(dataset, t.field(), t)));
            case DataTest.AcceptedValues t -> Optional.of(notIn(dataset, t));
            case DataTest.Condition t ->
                Optional.of(new Expr.Call(
                        Function.IS_NOT_TRUE,
                        List.of(new Expr.FieldRef(dataset.name(), holds, Type.BOOLEAN, t.span())),
                        t.span()));
            case DataTest.Unique t -> Optional.empty();
            case DataTest.Readable t -> Optional.empty();
            case DataTest.Related t -> Optional.empty();
            case DataTest.RowCount t -> Optional.empty();
            case DataTest.VolumeChange t -> Optional.empty();
        };
    }

    /**
     * The dataset with a field for each test that is a condition: conditions stand over columns of the source, as the
     * expressions of fields do.
     *
     * @param names of those fields, by the position of the test
     */
    static Dataset withConditions(Dataset dataset, IntFunction<String> names) {
        Map<String, Field> fields = new LinkedHashMap<>(dataset.fields());
        for (int i = 0; i < dataset.checks().size(); i++) {
            if (dataset.checks().get(i) instanceof DataTest.Condition test) {
                fields.put(
                        names.apply(i),
                        new Field(names.apply(i), null, null, test.condition(), Type.BOOLEAN, null, test.span()));
            }
        }
        return dataset.with(fields);
    }

    /** What the test asks for, in a few words: {@code customer_id is never missing}. */
    static String asks(DataTest test) {
        return switch (test) {
            case DataTest.NotNull t -> t.field() + " is never missing";
            case DataTest.AcceptedValues t -> t.field() + " is one of " + String.join(", ", t.values());
            case DataTest.Condition t -> t.condition().span().text().strip().replaceAll("\\s+", " ");
            case DataTest.Unique t -> String.join(", ", t.fields()) + " is unique";
            case DataTest.Readable t -> "every row can be read";
            case DataTest.Related t -> String.join(", ", t.fields()) + " is in " + t.to();
            case DataTest.RowCount t -> "rows" + per(t.per()) + ": " + bounds(t);
            case DataTest.VolumeChange t ->
                "rows" + per(t.grain()) + " change by at most " + NumberText.share(t.share());
        };
    }

    private static String per(@Nullable Grain grain) {
        return grain == null ? "" : " per " + grain.word().replace('_', ' ');
    }

    private static String bounds(DataTest.RowCount test) {
        String least = test.atLeast() == null ? "" : "at least " + test.atLeast();
        String most = test.atMost() == null ? "" : "at most " + test.atMost();
        return least.isEmpty() || most.isEmpty() ? least + most : least + ", " + most;
    }

    /** What broke, after "N rows": {@code have no amount}. */
    static String text(DataTest test) {
        return switch (test) {
            case DataTest.NotNull t -> "have no " + t.field();
            case DataTest.AcceptedValues t -> "have another " + t.field() + " than " + String.join(", ", t.values());
            case DataTest.Condition t ->
                "break the test \"" + t.condition().span().text() + "\"";
            case DataTest.Readable t -> "cannot be read and do not count";
            case DataTest.Unique t -> "share the same " + String.join(", ", t.fields());
            case DataTest.Related t -> "have a " + String.join(", ", t.fields()) + " that is not in " + t.to();
            case DataTest.RowCount t -> "are too few or too many";
            case DataTest.VolumeChange t -> "are far more or far fewer than before";
        };
    }

    private static Expr notIn(Dataset dataset, DataTest.AcceptedValues test) {
        Expr text = new Expr.Cast(field(dataset, test.field(), test), Type.TEXT, 0, 0, test.span());
        List<Expr> values = test.values().stream()
                .<Expr>map(v -> new Expr.TextLiteral(v, test.span()))
                .toList();
        return new Expr.In(text, values, true, test.span());
    }

    private static Expr call(Function function, Expr.FieldRef field) {
        return new Expr.Call(function, List.of(field), field.span());
    }

    private static Expr.FieldRef field(Dataset dataset, String name, DataTest test) {
        Field field = dataset.field(name).orElseThrow();
        return new Expr.FieldRef(dataset.name(), field.name(), field.type(), test.span());
    }
}

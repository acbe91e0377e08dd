package io.bellwether.app.query;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.plan.Node;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.Question;
import io.bellwether.core.time.Calendar;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks for a key that several rows share, where the key is computed and the engine's own check of columns cannot tell:
 *
 * <pre>
 *   SELECT lower(code) AS k0, count(*) AS n … GROUP BY 1 ORDER BY n DESC LIMIT 1
 * </pre>
 */
final class RepeatedKey {
    private static final Calendar ANY = new Calendar(ZoneOffset.UTC, DayOfWeek.MONDAY, Month.JANUARY);
    private static final String COUNT = "n";

    private RepeatedKey() {}

    /** The most frequent key, with the number of its rows as the last column. */
    static Plan plan(Dataset dataset, List<String> fields) {
        List<Node.Key> keys = new ArrayList<>();
        List<Node.Named> columns = new ArrayList<>();
        Expr known = null;
        for (String name : fields) {
            Field field = dataset.field(name).orElseThrow();
            Expr value = new Expr.FieldRef(dataset.name(), field.name(), field.type(), Exprs.NOWHERE);
            String as = "k" + keys.size();
            keys.add(new Node.Key(as, value));
            columns.add(new Node.Named(as, new Expr.ColumnRef(as, field.type(), Exprs.NOWHERE)));
            Expr present = new Expr.Call(Function.IS_NOT_NULL, List.of(value), Exprs.NOWHERE);
            known = known == null ? present : new Expr.Call(Function.AND, List.of(known, present), Exprs.NOWHERE);
        }
        var count = new Node.Measure(COUNT, AggregateFunction.COUNT_ROWS, null, null, null, 0, false);
        columns.add(new Node.Named(COUNT, new Expr.ColumnRef(COUNT, Type.INTEGER, Exprs.NOWHERE)));
        var scan = new Node.Scan(
                "keys", "how many rows share a key", dataset, List.of(), List.of(), known, keys, List.of(count), true);
        return new Plan(ANY, scan, columns, keys.size(), null, List.of(new Question.Order(COUNT, true)), 1L);
    }

    /** The key that is repeated, as text, or empty where every key is of one row. */
    static Optional<String> in(Answer answer) {
        if (answer.table().rows().isEmpty()) {
            return Optional.empty();
        }
        var row = answer.table().rows().getFirst();
        long rows = ((Number) Objects.requireNonNull(row.getLast())).longValue();
        var values =
                row.subList(0, row.size() - 1).stream().map(String::valueOf).toList();
        return rows > 1 ? Optional.of(String.join(", ", values)) : Optional.empty();
    }
}

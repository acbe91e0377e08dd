package io.bellwether.app.query;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.plan.Node;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.time.Calendar;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Looks for two rows of one thing that hold at the same time, in a dataset whose rows replace each other: a fact at that time
 * would meet both.
 *
 * <pre>
 *   person  from  to
 *   7       1st   10th
 *   7       9th                 on the 9th person 7 has two homes
 * </pre>
 */
final class Overlaps {
    private static final Calendar ANY = new Calendar(ZoneOffset.UTC, DayOfWeek.MONDAY, Month.JANUARY);
    private static final String FROM = "from_";
    private static final String TO = "to_";
    private static final String LATER = "later_";

    private Overlaps() {}

    /** @param fields that tell the things apart */
    static Plan plan(Dataset dataset, List<String> fields) {
        Dataset.Validity validity = Objects.requireNonNull(dataset.validity());
        List<Node.Key> first = new ArrayList<>();
        List<Node.Key> second = new ArrayList<>();
        List<Node.Named> columns = new ArrayList<>();
        List<Expr> on = new ArrayList<>();
        for (String field : fields) {
            String name = "k" + first.size();
            first.add(new Node.Key(name, field(dataset, field)));
            second.add(new Node.Key(LATER + name, field(dataset, field)));
            on.add(Exprs.call(Function.EQUAL, Exprs.column(name), Exprs.column(LATER + name)));
            columns.add(new Node.Named(name, Exprs.column(name)));
        }
        first.add(new Node.Key(FROM, field(dataset, validity.from())));
        first.add(new Node.Key(TO, field(dataset, validity.to())));
        second.add(new Node.Key(LATER + FROM, field(dataset, validity.from())));
        on.add(Exprs.call(Function.LESS, Exprs.column(FROM), Exprs.column(LATER + FROM)));
        on.add(Exprs.call(
                Function.OR,
                Exprs.call(Function.IS_NULL, Exprs.column(TO)),
                Exprs.call(Function.LESS, Exprs.column(LATER + FROM), Exprs.column(TO))));
        Node pairs = new Node.Combine(
                "pairs",
                "rows of one thing that hold at the same time",
                scan("rows", dataset, first),
                new Node.Match(
                        scan("later_rows", dataset, second), Exprs.call(Function.AND, on.toArray(Expr[]::new)), false),
                null,
                columns.stream().map(c -> new Node.Key(c.name(), c.value())).toList(),
                List.of(),
                false);
        return new Plan(ANY, pairs, columns, columns.size(), null, List.of(), 1L);
    }

    /** The first of them as text. */
    static Optional<String> in(Answer answer) {
        return answer.table().rows().stream()
                .findFirst()
                .map(row -> String.join(", ", row.stream().map(String::valueOf).toList()));
    }

    private static Node.Scan scan(String name, Dataset dataset, List<Node.Key> keys) {
        return new Node.Scan(
                name, "from when to when they hold", dataset, List.of(), List.of(), null, keys, List.of(), false);
    }

    private static Expr field(Dataset dataset, String name) {
        Field field = dataset.field(name).orElseThrow();
        return new Expr.FieldRef(dataset.name(), field.name(), field.type(), Exprs.NOWHERE);
    }
}

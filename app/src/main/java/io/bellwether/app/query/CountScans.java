package io.bellwether.app.query;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataTest;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.plan.Node;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tests count in scans of their own, beside the look at all rows and in the same statement: rows that refer to none, and
 * the rows of the last whole periods. Which of these is complete is only known with the answer, so a few are counted.
 */
final class CountScans {
    /** How many whole periods before the as-of may still be waiting for data. */
    private static final int WAITING = 3;

    private static final String REFERRED = "referred_to";

    private CountScans() {}

    /** Whole periods, the latest first; one more than those that may be judged, to be held against. */
    static List<Period> periods(Grain grain, AsOf asOf, Calendar calendar) {
        List<Period> periods = new ArrayList<>();
        LocalDateTime end = calendar.period(asOf.seenBefore(), grain).start();
        for (int i = 0; i <= WAITING; i++) {
            Period period = calendar.period(end.minusNanos(1), grain);
            periods.add(period);
            end = period.start();
        }
        return periods;
    }

    /** @param name of the measure, or the start of several names */
    static List<Node.Scan> of(Catalog catalog, Dataset dataset, DataTest test, String name, AsOf asOf) {
        return switch (test) {
            case DataTest.Related t -> List.of(related(catalog, dataset, t, name, asOf));
            case DataTest.RowCount t ->
                t.per() == null
                        ? List.of()
                        : counts(
                                dataset,
                                t.per(),
                                name,
                                asOf,
                                catalog.workspace().calendar());
            case DataTest.VolumeChange t ->
                counts(dataset, t.grain(), name, asOf, catalog.workspace().calendar());
            case DataTest.NotNull t -> List.of();
            case DataTest.Readable t -> List.of();
            case DataTest.Unique t -> List.of();
            case DataTest.AcceptedValues t -> List.of();
            case DataTest.Condition t -> List.of();
        };
    }

    private static List<Node.Scan> counts(Dataset dataset, Grain grain, String name, AsOf asOf, Calendar calendar) {
        List<Node.Scan> scans = new ArrayList<>();
        for (Period period : periods(grain, asOf, calendar)) {
            String measure = name + "_" + scans.size();
            var bound = new Node.Bound(time(dataset), period.start(), period.end());
            scans.add(scan(measure, "rows of " + period.label(), dataset, List.of(), List.of(bound), null));
        }
        return scans;
    }

    /**
     * <pre>
     *   orders LEFT JOIN customers AS referred_to ON orders.customer_id = referred_to.id
     *   WHERE orders.customer_id IS NOT NULL AND referred_to.id IS NULL
     * </pre>
     *
     * A row that refers to none is met by none, so it is counted once, whether or not the other fields are unique.
     */
    private static Node.Scan related(Catalog catalog, Dataset dataset, DataTest.Related test, String name, AsOf asOf) {
        Dataset to = catalog.dataset(test.to()).orElseThrow();
        List<Expr> on = new ArrayList<>();
        List<Expr> orphan = new ArrayList<>();
        for (int i = 0; i < test.fields().size(); i++) {
            Expr.FieldRef from = field(dataset, dataset.name(), test.fields().get(i));
            on.add(Exprs.call(
                    Function.EQUAL, from, field(to, REFERRED, test.toFields().get(i))));
            orphan.add(Exprs.call(Function.IS_NOT_NULL, from));
        }
        orphan.add(
                Exprs.call(Function.IS_NULL, field(to, REFERRED, test.toFields().getFirst())));
        var join = new Node.Join(REFERRED, new Node.Target.Table(to), Node.Kind.LEFT, on, null, test.span(), List.of());
        List<Node.Bound> bounds = dataset.time() == null
                ? List.of()
                : List.of(new Node.Bound(time(dataset), null, asOf.seenBefore(), true));
        String note = "rows of " + dataset.name() + " whose " + to.name() + " is not there";
        return scan(name, note, dataset, List.of(join), bounds, Exprs.call(Function.AND, orphan.toArray(Expr[]::new)));
    }

    private static Node.Scan scan(
            String measure,
            String note,
            Dataset dataset,
            List<Node.Join> joins,
            List<Node.Bound> bounds,
            @Nullable Expr condition) {
        var count = new Node.Measure(measure, AggregateFunction.COUNT_ROWS, null, null, null, 0, false);
        return new Node.Scan(
                "count_" + measure, note, dataset, joins, bounds, condition, List.of(), List.of(count), true);
    }

    private static Expr.FieldRef time(Dataset dataset) {
        return field(dataset, dataset.name(), Objects.requireNonNull(dataset.time()));
    }

    private static Expr.FieldRef field(Dataset dataset, String alias, String name) {
        Field field = dataset.field(name).orElseThrow();
        return new Expr.FieldRef(alias, field.name(), field.type(), Exprs.NOWHERE);
    }
}

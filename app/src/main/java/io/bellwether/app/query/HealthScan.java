package io.bellwether.app.query;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.DataTest;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.plan.Node;
import io.bellwether.core.time.AsOf;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One look at all rows of a dataset: its first and last time, and how many rows break each test.
 *
 * @param index tells the datasets of one look apart
 */
record HealthScan(Catalog catalog, Dataset dataset, int index, AsOf asOf) {
    static final String DAY = "day";
    private static final int DAYS = 400;

    /** Whether there is anything to know of the dataset. */
    boolean isSaid() {
        return time() != null || !dataset.checks().isEmpty();
    }

    /** The look, where it has anything to count, and what tests count beside it. */
    List<Node.Scan> nodes() {
        List<Node.Scan> nodes = new ArrayList<>();
        if (!measures().isEmpty()) {
            nodes.add(node());
        }
        for (int i = 0; i < dataset.checks().size(); i++) {
            nodes.addAll(CountScans.of(catalog, dataset, dataset.checks().get(i), broken(i), asOf));
        }
        return nodes;
    }

    String first() {
        return "first_" + index;
    }

    String last() {
        return "last_" + index;
    }

    /** @param test the position of the test */
    String broken(int test) {
        return "broken_" + index + "_" + test;
    }

    /** The field that says whether a row keeps the test; the same in every look. */
    private static String holds(int test) {
        return "holds_" + test;
    }

    Node.Scan node() {
        Expr.FieldRef time = time();
        return new Node.Scan(
                "look_" + index,
                "from when to when " + dataset.name() + " has rows, and how many break its tests",
                TestMeasures.withConditions(dataset, HealthScan::holds),
                List.of(),
                time == null ? List.of() : List.of(new Node.Bound(time, null, asOf.seenBefore(), true)),
                null,
                List.of(),
                measures(),
                true);
    }

    List<Node.Measure> measures() {
        List<Node.Measure> measures = new ArrayList<>();
        Expr.FieldRef time = time();
        if (time != null) {
            measures.add(measure(first(), AggregateFunction.MIN, time, null));
            measures.add(measure(last(), AggregateFunction.MAX, time, null));
        }
        for (int i = 0; i < dataset.checks().size(); i++) {
            DataTest test = dataset.checks().get(i);
            if (test instanceof DataTest.RowCount count && count.per() == null) {
                measures.add(measure(broken(i), AggregateFunction.COUNT_ROWS, null, null));
            }
            Optional<Expr> broken = TestMeasures.broken(dataset, test, holds(i));
            if (broken.isPresent()) {
                measures.add(measure(broken(i), AggregateFunction.COUNT_ROWS, null, broken.get()));
            }
        }
        return measures;
    }

    /** Whether only its own rows can tell how often they come. */
    boolean isSilent() {
        return dataset.time() != null
                && dataset.expectedEvery() == null
                && dataset.holding().covers() == null
                && !(dataset.source() instanceof DataSource.Typed);
    }

    String daysOf() {
        return "rows_" + index;
    }

    /** The days that have rows, of the last 400 up to the last row. */
    Node.Scan days(LocalDateTime last) {
        Expr.FieldRef time = Objects.requireNonNull(time());
        Expr day = Exprs.call(Function.DATE_TRUNC, new Expr.TextLiteral("day", Exprs.NOWHERE), time);
        LocalDateTime from = last.toLocalDate().minusDays(DAYS - 1).atStartOfDay();
        return new Node.Scan(
                "days_" + index,
                "the days on which " + dataset.name() + " has rows",
                dataset,
                List.of(),
                List.of(new Node.Bound(time, from, asOf.seenBefore())),
                null,
                List.of(new Node.Key(DAY, day)),
                List.of(measure(daysOf(), AggregateFunction.COUNT_ROWS, null, null)),
                true);
    }

    static Node.Named column(Node.Measure measure) {
        return column(measure.name());
    }

    static Node.Named column(String name) {
        return new Node.Named(name, new Expr.ColumnRef(name, Type.OTHER, Exprs.NOWHERE));
    }

    private static Node.Measure measure(
            String name, AggregateFunction function, @Nullable Expr argument, @Nullable Expr filter) {
        return new Node.Measure(name, function, argument, filter, null, 0, false);
    }

    /** What says how far the data reaches: when rows happened, or when those that hold always were loaded; null for nothing. */
    Expr.@Nullable FieldRef time() {
        String time = dataset.time() == null ? dataset.holding().loadedAt() : dataset.time();
        if (time == null) {
            return null;
        }
        Field field = dataset.field(time).orElseThrow();
        return new Expr.FieldRef(dataset.name(), field.name(), field.type(), Exprs.NOWHERE);
    }
}

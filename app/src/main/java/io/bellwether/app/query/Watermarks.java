package io.bellwether.app.query;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.plan.Node;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import io.bellwether.engine.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far the data of datasets reaches, by one statement for all of them. */
public final class Watermarks {
    private static final Span NOWHERE = new SourceFile("", "").span(0, 0);
    private final Answering answering;

    public Watermarks(Answering answering) {
        this.answering = answering;
    }

    /**
     * @param completeness of each dataset, by name; one without time is complete up to the as-of
     * @param statements what ran
     */
    public record Found(Map<String, Completeness> completeness, List<Ran> statements) {
        /** Of what stands on these datasets together. */
        public Completeness of(Collection<String> datasets, AsOf asOf) {
            return Completeness.of(
                    datasets.stream()
                            .map(completeness::get)
                            .filter(Objects::nonNull)
                            .toList(),
                    asOf);
        }
    }

    /** Looks at the first and the last row of each dataset that the as-of lets us see. */
    public Found look(Catalog catalog, Collection<String> datasets, AsOf asOf, Deadline deadline) {
        var timed = datasets.stream()
                .map(name -> catalog.dataset(name).orElseThrow())
                .filter(d -> d.time() != null)
                .toList();
        if (timed.isEmpty()) {
            return new Found(Map.of(), List.of());
        }
        Calendar calendar = catalog.workspace().calendar();
        Answer answer = answering.run(plan(timed, asOf, calendar), deadline);
        var row = answer.table().rows().getFirst();
        Map<String, Completeness> found = new LinkedHashMap<>();
        for (int i = 0; i < timed.size(); i++) {
            LocalDateTime first = local(row.get(2 * i), calendar);
            LocalDateTime last = local(row.get(2 * i + 1), calendar);
            found.put(timed.get(i).name(), Completeness.of(asOf, timed.get(i).expectedEvery(), first, last, calendar));
        }
        return new Found(found, answer.statements());
    }

    private static Plan plan(List<Dataset> datasets, AsOf asOf, Calendar calendar) {
        List<Node> scans = new ArrayList<>();
        List<Node.Named> columns = new ArrayList<>();
        for (int i = 0; i < datasets.size(); i++) {
            scans.add(scan(datasets.get(i), i, asOf));
            columns.add(column("first_" + i));
            columns.add(column("last_" + i));
        }
        Node relation = scans.size() == 1
                ? scans.getFirst()
                : new Node.Stack("together", "all datasets side by side", scans, List.of());
        return new Plan(calendar, List.of(), relation, columns, 0, List.of(), null);
    }

    private static Node.Scan scan(Dataset dataset, int index, AsOf asOf) {
        Field field = dataset.field(Objects.requireNonNull(dataset.time())).orElseThrow();
        var time = new Expr.FieldRef(dataset.name(), field.name(), field.type(), NOWHERE);
        return new Node.Scan(
                "reach_" + index,
                "from when to when " + dataset.name() + " has rows",
                dataset,
                List.of(),
                List.of(new Node.Bound(time, null, asOf.seenBefore())),
                null,
                List.of(),
                List.of(
                        measure("first_" + index, AggregateFunction.MIN, time),
                        measure("last_" + index, AggregateFunction.MAX, time)),
                true);
    }

    private static Node.Measure measure(String name, AggregateFunction function, Expr time) {
        return new Node.Measure(name, function, time, null, null, 0, false);
    }

    private static Node.Named column(String name) {
        return new Node.Named(name, new Expr.ColumnRef(name, io.bellwether.core.expression.Type.TIMESTAMP, NOWHERE));
    }

    private static @Nullable LocalDateTime local(@Nullable Object value, Calendar calendar) {
        return switch (value) {
            case LocalDateTime time -> time;
            case LocalDate date -> date.atStartOfDay();
            case Instant instant -> LocalDateTime.ofInstant(instant, calendar.zone());
            case null, default -> null;
        };
    }
}

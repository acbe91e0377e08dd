package io.bellwether.app.extract;

import io.bellwether.app.query.Answer;
import io.bellwether.app.query.Answering;
import io.bellwether.core.catalog.Column;
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
import io.bellwether.core.time.Grain;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.RowFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All columns of a dataset's source, month by month, each month in the order of time; rows without a time by themselves. */
record Copy(Dataset dataset, Engine engine, Answering answering, RowFiles files, Calendar calendar, Deadline deadline) {
    private static final String PREFIX = "column ";

    /** @param last the last time among the rows, or null */
    record Done(@Nullable LocalDateTime last, int rewritten, int kept) {}

    /**
     * @param old the folder of the copy before, or null
     * @param since months before this moment are taken from there, or null for none
     */
    Done write(Path fresh, @Nullable Path old, @Nullable LocalDateTime since) throws IOException {
        List<Column> columns = engine.describe(dataset.source()).columns();
        Dataset raw = withColumns(columns);
        if (dataset.time() == null) {
            file(raw, columns, fresh.resolve("all.parquet"), List.of(), null);
            return new Done(null, 1, 0);
        }
        Expr.FieldRef time = field(dataset.time());
        file(raw, columns, fresh.resolve("none.parquet"), List.of(), call(Function.IS_NULL, time));
        Answer reach = reach(raw, time);
        LocalDateTime first = local(reach.table().rows().getFirst().getFirst());
        LocalDateTime last = local(reach.table().rows().getFirst().getLast());
        int rewritten = 0;
        int kept = 0;
        if (first != null && last != null) {
            for (var month = calendar.period(first, Grain.MONTH); !month.start().isAfter(last); ) {
                String name = month.start().toLocalDate() + ".parquet";
                if (old != null && since != null && !month.end().isAfter(since) && Files.exists(old.resolve(name))) {
                    link(old.resolve(name), fresh.resolve(name));
                    kept++;
                } else {
                    var bound = new Node.Bound(time, month.start(), month.end());
                    file(raw, columns, fresh.resolve(name), List.of(bound), null);
                    rewritten++;
                }
                month = calendar.period(month.end(), Grain.MONTH);
            }
        }
        return new Done(last, rewritten, kept);
    }

    /** Not every disk has links. */
    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(from, to);
        }
    }

    /** The dataset with its columns under names that no field has. */
    private Dataset withColumns(List<Column> columns) {
        Map<String, Field> fields = new LinkedHashMap<>(dataset.fields());
        for (Column column : columns) {
            Expr value = new Expr.ColumnRef(column.name(), column.type(), Exprs.NOWHERE);
            String name = PREFIX + column.name();
            fields.put(name, new Field(name, null, null, value, column.type(), null, Exprs.NOWHERE));
        }
        return dataset.with(fields);
    }

    private Expr.FieldRef field(String name) {
        Field field = dataset.field(name).orElseThrow();
        return new Expr.FieldRef(dataset.name(), field.name(), field.type(), Exprs.NOWHERE);
    }

    private static Expr call(Function function, Expr argument) {
        return new Expr.Call(function, List.of(argument), Exprs.NOWHERE);
    }

    private void file(Dataset raw, List<Column> columns, Path file, List<Node.Bound> bounds, @Nullable Expr condition) {
        List<Node.Key> keys = new ArrayList<>();
        List<Node.Named> named = new ArrayList<>();
        for (Column column : columns) {
            Expr value = new Expr.FieldRef(raw.name(), PREFIX + column.name(), column.type(), Exprs.NOWHERE);
            keys.add(new Node.Key(column.name(), value));
            named.add(new Node.Named(column.name(), new Expr.ColumnRef(column.name(), column.type(), Exprs.NOWHERE)));
        }
        String order = columns.getFirst().name();
        if (dataset.time() != null) {
            order = "order of time";
            keys.add(new Node.Key(order, field(dataset.time())));
        }
        var scan = new Node.Scan(
                "rows", raw.name() + ", to be kept", raw, List.of(), bounds, condition, keys, List.of(), false);
        List<Question.Order> by = List.of(new Question.Order(order, false));
        files.write(answering.ready(new Plan(calendar, scan, named, 0, null, by, null), deadline), file, deadline);
    }

    private Answer reach(Dataset raw, Expr.FieldRef time) {
        List<Node.Measure> measures = List.of(
                new Node.Measure("first", AggregateFunction.MIN, time, null, null, 0, false),
                new Node.Measure("last", AggregateFunction.MAX, time, null, null, 0, false));
        var scan = new Node.Scan(
                "reach",
                "from when to when there are rows",
                raw,
                List.of(),
                List.of(),
                null,
                List.of(),
                measures,
                true);
        List<Node.Named> columns = measures.stream()
                .map(m -> new Node.Named(m.name(), new Expr.ColumnRef(m.name(), Type.OTHER, Exprs.NOWHERE)))
                .toList();
        return answering.run(new Plan(calendar, scan, columns, 0, null, List.of(), null), deadline);
    }

    private @Nullable LocalDateTime local(@Nullable Object value) {
        return switch (value) {
            case LocalDateTime time -> time;
            case LocalDate date -> date.atStartOfDay();
            case Instant instant -> LocalDateTime.ofInstant(instant, calendar.zone());
            case null, default -> null;
        };
    }
}

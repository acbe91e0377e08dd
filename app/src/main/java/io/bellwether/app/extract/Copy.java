package io.bellwether.app.extract;

import io.bellwether.app.query.Answer;
import io.bellwether.app.query.Answering;
import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.Dataset;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All columns of a dataset's source, month by month, each month in the order of time; rows without a time by themselves. */
record Copy(Dataset dataset, Engine engine, Answering answering, RowFiles files, Calendar calendar, Deadline deadline) {
    private static final String SUFFIX = ".parquet";

    /** @param last the last time among the rows, or null */
    record Done(@Nullable LocalDateTime last, int rewritten, int kept) {}

    /**
     * @param old the folder of the copy before, or null
     * @param since months before this moment are taken from there, or null for none
     * @param part whether the dataset holds only what came since the beginning of that month
     */
    Done write(Path fresh, @Nullable Path old, @Nullable LocalDateTime since, boolean part) throws IOException {
        List<Column> columns = engine.describe(dataset.source()).columns();
        Dataset raw = Columns.in(dataset, columns);
        if (dataset.time() == null) {
            file(raw, columns, fresh.resolve("all.parquet"), List.of(), null);
            return new Done(null, 1, 0);
        }
        Expr.FieldRef time = Columns.time(dataset);
        file(raw, columns, fresh.resolve("none.parquet"), List.of(), call(Function.IS_NULL, time));
        Answer reach = reach(raw, time);
        LocalDateTime first = local(reach.table().rows().getFirst().getFirst());
        LocalDateTime last = local(reach.table().rows().getFirst().getLast());
        // Also where nothing is left since: the months before are not in this part, and have not gone.
        int kept = part && old != null && since != null ? before(floor(since), old, fresh) : 0;
        if (first == null || last == null) {
            return new Done(null, 0, kept);
        }
        LocalDateTime from = part && since != null ? floor(since) : floor(first);
        int rewritten = 0;
        for (var month = calendar.period(from, Grain.MONTH); !month.start().isAfter(last); ) {
            String name = month.start().toLocalDate() + SUFFIX;
            if (!part
                    && old != null
                    && since != null
                    && !month.end().isAfter(since)
                    && Files.exists(old.resolve(name))) {
                link(old.resolve(name), fresh.resolve(name));
                kept++;
            } else {
                var bound = new Node.Bound(time, month.start(), month.end());
                file(raw, columns, fresh.resolve(name), List.of(bound), null);
                rewritten++;
            }
            month = calendar.period(month.end(), Grain.MONTH);
        }
        return new Done(last, rewritten, kept);
    }

    private LocalDateTime floor(LocalDateTime time) {
        return calendar.period(time, Grain.MONTH).start();
    }

    /** Links all months of the copy before that began before {@code from}. */
    private static int before(LocalDateTime from, Path old, Path fresh) throws IOException {
        List<Path> months = new ArrayList<>();
        try (var all = Files.list(old)) {
            all.filter(file -> Copy.isBefore(file, from)).forEach(months::add);
        }
        for (Path month : months) {
            link(month, fresh.resolve(month.getFileName()));
        }
        return months.size();
    }

    private static boolean isBefore(Path file, LocalDateTime from) {
        String name = file.getFileName().toString();
        return name.matches("-?\\d+-\\d\\d-\\d\\d\\.parquet")
                && LocalDate.parse(name.substring(0, name.length() - SUFFIX.length()))
                        .isBefore(from.toLocalDate());
    }

    /** Not every disk has links. */
    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.copy(from, to);
        }
    }

    private static Expr call(Function function, Expr argument) {
        return new Expr.Call(function, List.of(argument), Exprs.NOWHERE);
    }

    private void file(Dataset raw, List<Column> columns, Path file, List<Node.Bound> bounds, @Nullable Expr condition) {
        List<Node.Key> keys = new ArrayList<>();
        List<Node.Named> named = new ArrayList<>();
        for (Column column : columns) {
            keys.add(new Node.Key(column.name(), Columns.value(raw, column)));
            named.add(new Node.Named(column.name(), new Expr.ColumnRef(column.name(), column.type(), Exprs.NOWHERE)));
        }
        String order = columns.getFirst().name();
        if (dataset.time() != null) {
            order = "order of time";
            keys.add(new Node.Key(order, Columns.time(dataset)));
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

package io.bellwether.app.extract;

import io.bellwether.app.query.Answering;
import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.plan.Node;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.time.Calendar;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.RowFiles;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of a server here, in one statement and so of one moment, before they are copied month by month as those of
 * a file are:
 *
 * <pre>
 *   server ── rows since the overlap ──▶ rows.parquet ┐
 *   extract of before ── the part of that month before it ──▶ kept.parquet ┴──▶ Copy
 * </pre>
 *
 * The server sorts nothing and memory holds a few thousand rows.
 */
record Stage(
        Dataset dataset, Engine server, Answering answering, RowFiles files, Calendar calendar, Deadline deadline) {
    /** @param since only rows from that moment on, and those without a time; null for all */
    void rows(Path file, @Nullable LocalDateTime since) {
        List<Column> columns = server.describe(dataset.source()).columns();
        List<Node.Bound> bounds =
                since == null ? List.of() : List.of(new Node.Bound(Columns.time(dataset), since, null, true));
        Plan plan = plan(dataset, columns, bounds);
        server.stream(answering.ready(plan, deadline), deadline, rows -> files.write(rows, file, deadline));
    }

    /** @param month of the extract before, as the dataset's source */
    void kept(Path file, Dataset month, LocalDateTime since) {
        List<Column> columns = server.describe(dataset.source()).columns();
        Plan plan = plan(month, columns, List.of(new Node.Bound(Columns.time(dataset), null, since)));
        files.write(answering.ready(plan, deadline), file, deadline);
    }

    private Plan plan(Dataset from, List<Column> columns, List<Node.Bound> bounds) {
        Dataset raw = Columns.in(from, columns);
        List<Node.Key> keys = new ArrayList<>();
        List<Node.Named> named = new ArrayList<>();
        for (Column column : columns) {
            keys.add(new Node.Key(column.name(), Columns.value(raw, column)));
            named.add(new Node.Named(column.name(), new Expr.ColumnRef(column.name(), column.type(), Exprs.NOWHERE)));
        }
        var scan = new Node.Scan(
                "rows", raw.name() + ", to be kept", raw, List.of(), bounds, null, keys, List.of(), false);
        return new Plan(calendar, scan, named, 0, null, List.of(), null);
    }
}

package io.bellwether.app.init;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.SourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at every value of some files: which rows are rows, what columns hold, and what they say. */
final class Profiler {
    /** Columns beyond these stay unread: nobody names more by hand. */
    private static final int MOST_COLUMNS = 200;

    private final Asking asking;

    Profiler(Engine engine, Deadline deadline) {
        this.asking = new Asking(engine, deadline);
    }

    Profile profile(String name, String pattern) {
        var source = new DataSource.Files(pattern);
        SourceSchema schema = asking.engine().describe(source);
        var columns = schema.columns().stream()
                .filter(c -> c.type() != Type.OTHER && c.type() != Type.INTERVAL)
                .limit(MOST_COLUMNS)
                .toList();
        asking.engine()
                .mount(source, columns.stream().map(Column::name).collect(Collectors.toSet()), asking.deadline());
        String all = asking.engine().relation(source);
        List<Facts.Looked> plain = columns.stream().map(Facts.Looked::plain).toList();
        Facts.Counted counted = new Facts(asking, all).of(plain);
        Optional<TotalRows.Found> totals = new TotalRows(asking, all).find(counted);
        String relation = totals.map(t ->
                        "(select * from " + all + " where " + t.kept(t.column().expression()) + ")")
                .orElse(all);
        Facts facts = new Facts(asking, relation);
        Facts.Counted kept = totals.isEmpty() ? counted : facts.of(plain);
        var reader = new ColumnReader(asking, relation, totals.isPresent());
        List<Facts.Looked> read = kept.columns().stream().map(reader::read).toList();
        Facts.Counted last = read.equals(plain) ? kept : facts.of(read);
        List<String> notes = new ArrayList<>(totals.map(t -> List.of(t.note())).orElse(List.of()));
        notes.addAll(reader.notes());
        schema.warnings().stream().map(Diagnostic::message).forEach(notes::add);
        return new Profile(
                name,
                pattern,
                relation,
                totals.orElse(null),
                last.rows(),
                last.columns().stream().map(facts::withCommon).toList(),
                schema.columns().stream().filter(c -> !columns.contains(c)).toList(),
                reader.units(),
                notes);
    }
}

package io.bellwether.app.init;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.FileReading.Told;
import io.bellwether.core.catalog.SkippedRows;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at every value of some files: which rows are rows, what columns hold, and what they say. */
final class Profiler {
    private final Asking asking;

    Profiler(Engine engine, Deadline deadline) {
        this.asking = new Asking(engine, deadline);
    }

    /** @param left what is to be told of the choice of files */
    Profile profile(String name, String pattern, List<String> left) {
        List<String> notes = new ArrayList<>(left);
        Opened opened = Opened.of(asking, pattern);
        if (!opened.skipped().isNone()) {
            notes.add("lines above the names of the columns: left out by skip_rows");
        }
        Facts.Counted counted = counted(opened);
        Optional<TotalRows.Found> totals = new TotalRows(asking, opened.relation()).find(counted);
        if (totals.isPresent()) {
            notes.add(totals.get().note());
            opened = opened.telling(
                    asking,
                    Map.of(),
                    new SkippedRows(
                            opened.skipped().numbers(),
                            false,
                            List.of(totals.get().where())));
            counted = counted(opened);
        }
        var reader = new ColumnReader(asking, opened.relation(), isText(pattern));
        List<Facts.Looked> read = counted.columns().stream().map(reader::read).toList();
        if (!reader.formats().isEmpty()) {
            Map<String, Told> told = new LinkedHashMap<>();
            reader.formats().forEach((column, format) -> told.put(column.toLowerCase(java.util.Locale.ROOT), format));
            opened = opened.telling(asking, told, opened.skipped());
            counted = counted(opened);
            read = retyped(read, opened.columns());
        }
        return profile(name, opened, counted, read, reader, notes);
    }

    private Profile profile(
            String name,
            Opened opened,
            Facts.Counted counted,
            List<Facts.Looked> read,
            ColumnReader reader,
            List<String> notes) {
        Facts facts = new Facts(asking, opened.relation());
        boolean plain = read.stream().allMatch(look -> look.reading() == null);
        Facts.Counted last = plain ? counted : facts.of(read);
        var signs = new WrittenSigns(asking, opened);
        if (isText(opened.source().pattern())) {
            signs.look(last);
        }
        Map<String, String> units = new LinkedHashMap<>(signs.units());
        units.putAll(reader.units());
        notes.addAll(signs.notes());
        notes.addAll(reader.notes());
        opened.warnings().stream().map(Diagnostic::message).forEach(notes::add);
        return new Profile(
                name,
                opened,
                last.rows(),
                last.columns().stream().map(facts::withCommon).toList(),
                units,
                reader.formats(),
                notes);
    }

    private Facts.Counted counted(Opened opened) {
        return new Facts(asking, opened.relation())
                .of(opened.columns().stream().map(Facts.Looked::plain).toList());
    }

    /** Columns that the reader reads otherwise now have another type. */
    private static List<Facts.Looked> retyped(List<Facts.Looked> read, List<Column> columns) {
        return columns.stream()
                .map(column -> read.stream()
                        .filter(look ->
                                look.reading() != null && look.column().name().equals(column.name()))
                        .findFirst()
                        .orElse(Facts.Looked.plain(column)))
                .toList();
    }

    /** Whether the definition may say how dates are written. */
    private static boolean isText(String pattern) {
        return pattern.toLowerCase(java.util.Locale.ROOT).matches(".*\\.(csv|tsv|txt)(\\.gz)?");
    }
}

package io.bellwether.app.init;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.FileReading;
import io.bellwether.core.catalog.SkippedRows;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.SourceSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Files that are read in a way which a definition can say.
 *
 * @param columns that can be used: one that holds what nobody can read keeps the others from nothing
 * @param unread columns that nothing can be computed of
 */
record Opened(
        DataSource.Files source,
        String relation,
        List<Column> columns,
        List<Column> unread,
        List<Diagnostic> warnings) {
    /** Columns beyond these stay unread: nobody names more by hand. */
    private static final int MOST_COLUMNS = 200;

    /** Lines of a title above the names. */
    private static final int MOST_TITLES = 8;

    /** Opens the files; lines above their names that are no table are skipped. */
    static Opened of(Asking asking, String pattern) {
        try {
            return of(asking, new DataSource.Files(pattern));
        } catch (EngineException problem) {
            if (!problem.diagnostic().code().equals("S408")) {
                throw problem;
            }
            for (int lines = 1; lines <= MOST_TITLES; lines++) {
                Set<Integer> above =
                        IntStream.rangeClosed(1, lines).boxed().collect(Collectors.toCollection(TreeSet::new));
                try {
                    return of(asking, source(pattern, Map.of(), new SkippedRows(above, false, List.of())));
                } catch (EngineException more) {
                    continue;
                }
            }
            throw problem;
        }
    }

    static DataSource.Files source(String pattern, Map<String, FileReading.Told> told, SkippedRows skipped) {
        return new DataSource.Files(pattern, new FileReading(told, skipped));
    }

    static Opened of(Asking asking, DataSource.Files source) {
        SourceSchema schema = asking.engine().describe(source);
        List<Column> computable = schema.columns().stream()
                .filter(c -> c.type() != Type.OTHER && c.type() != Type.INTERVAL)
                .limit(MOST_COLUMNS)
                .toList();
        return new Opened(
                source,
                asking.engine().relation(source),
                usable(asking, source, computable),
                schema.columns().stream().filter(c -> !computable.contains(c)).toList(),
                schema.warnings());
    }

    private static List<Column> usable(Asking asking, DataSource.Files source, List<Column> columns) {
        if (mounts(asking, source, columns)) {
            return columns;
        }
        List<Column> usable =
                columns.stream().filter(c -> mounts(asking, source, List.of(c))).toList();
        mount(asking, source, usable);
        return usable;
    }

    private static boolean mounts(Asking asking, DataSource.Files source, List<Column> columns) {
        try {
            mount(asking, source, columns);
            return true;
        } catch (EngineException refused) {
            return false;
        }
    }

    private static void mount(Asking asking, DataSource.Files source, List<Column> columns) {
        asking.engine()
                .mount(source, columns.stream().map(Column::name).collect(Collectors.toSet()), asking.deadline());
    }

    /** The same files, with more told of them. */
    Opened telling(Asking asking, Map<String, FileReading.Told> told, SkippedRows skipped) {
        return of(asking, source(source.pattern(), told, skipped));
    }

    SkippedRows skipped() {
        return source.reading().skipped();
    }
}

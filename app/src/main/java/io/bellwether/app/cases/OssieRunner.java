package io.bellwether.app.cases;

import io.bellwether.app.cases.OssieCase.Expected;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks one question of a model of Ossie and compares. */
final class OssieRunner implements AutoCloseable {
    private final Map<List<Fixture.Data>, Fixture> fixtures = new HashMap<>();
    private final Instant now;

    /** @param now of which all questions ask; models of Ossie have no time that would hide a row */
    OssieRunner(Instant now) {
        this.now = now;
    }

    Outcome run(OssieCase asked) {
        try {
            Fixture fixture = asked.data().isEmpty() ? null : fixture(asked.data());
            Path folder = fixture != null ? fixture.folder() : java.util.Objects.requireNonNull(asked.tables());
            Table table = answer(asked, folder);
            return switch (asked.expected()) {
                case Expected.Error error ->
                    new Outcome.Failed(
                            "expected " + words(error) + ", got " + table.rows().size() + " rows");
                case Expected.Rows rows -> compare(asked, rows, true, table);
                case Expected.Gold gold -> {
                    Fixture.Found found = (fixture == null ? fixture(List.of()) : fixture).rows(gold.sql());
                    yield compare(
                            asked, new Expected.Rows(gold.ordered(), found.columns(), found.rows()), false, table);
                }
            };
        } catch (DiagnosticException e) {
            return refused(asked.expected(), e.diagnostics());
        } catch (SQLException | IOException | RuntimeException e) {
            return new Outcome.Failed(e.toString());
        }
    }

    private Fixture fixture(List<Fixture.Data> data) throws SQLException, IOException {
        Fixture known = fixtures.get(data);
        if (known == null) {
            known = Fixture.of(data);
            fixtures.put(data, known);
        }
        return known;
    }

    private Table answer(OssieCase asked, Path folder) {
        try (Bellwether bellwether = Bellwether.visit(new WorkspaceFolder(folder, List.of()))) {
            Snapshot model = asked.model() == null
                    ? bellwether.loader().load(1)
                    : bellwether.loader().load(1, texts(asked.model()));
            Catalog apart = asked.expected() instanceof Expected.Error ? null : model.answering();
            Catalog catalog = apart == null ? model.good() : apart;
            var question = new SourceFile("question", asked.question());
            return bellwether
                    .queries()
                    .answer(
                            catalog,
                            question,
                            AsOf.instant(now, catalog.workspace().calendar()),
                            Deadline.none())
                    .table();
        }
    }

    private static WorkspaceFolder.Texts texts(String model) {
        return new WorkspaceFolder.Texts(List.of(new SourceFile("model.yaml", model)), List.of());
    }

    private static Outcome refused(Expected expected, List<Diagnostic> problems) {
        if (!(expected instanceof Expected.Error error)) {
            return new Outcome.Unsupported(problems.getFirst());
        }
        boolean any = error.codes().isEmpty();
        if (any
                || problems.stream()
                        .anyMatch(problem -> error.codes().stream().anyMatch(code -> isSame(code, problem.ossie())))) {
            return new Outcome.Passed();
        }
        String found = problems.stream()
                .map(problem -> problem.code() + " " + problem.ossie() + " " + problem.message())
                .collect(Collectors.joining("; "));
        return new Outcome.Failed("expected " + words(error) + ", got " + found);
    }

    private static String words(Expected.Error error) {
        return error.codes().isEmpty() ? "an error" : String.join(" or ", error.codes());
    }

    /** A code of many to many may stand as its number alone. */
    private static boolean isSame(String expected, @Nullable String found) {
        return found != null
                && (found.equals(expected) || expected.matches("E\\d+") && found.startsWith(expected + "_"));
    }

    /** @param written whether numbers are as exact as they are written in the case, and no more */
    private static Outcome compare(OssieCase asked, Expected.Rows expected, boolean written, Table table) {
        List<String> names = table.columns().stream().map(c -> c.name()).toList();
        List<String> columns = expected.columns().isEmpty() ? names : expected.columns();
        List<Integer> positions = ColumnNames.match(columns, names);
        if (positions.isEmpty()) {
            return new Outcome.Failed("expected columns " + columns + ", got " + names);
        }
        List<List<@Nullable Object>> found = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> values = new ArrayList<>();
            positions.forEach(position -> values.add(row.get(position)));
            found.add(values);
        }
        List<Integer> order =
                expected.ordered() ? ColumnNames.ordering(asked.question(), columns, names, positions) : List.of();
        double[] within = written ? SameRows.rounding(expected.rows()) : new double[0];
        return SameRows.difference(columns, expected.rows(), found, expected.ordered(), order, within)
                .<Outcome>map(Outcome.Failed::new)
                .orElseGet(Outcome.Passed::new);
    }

    @Override
    public void close() {
        for (Fixture fixture : fixtures.values()) {
            try {
                fixture.close();
            } catch (SQLException | IOException e) {
                // What is left lies in the system's own folder for such things.
            }
        }
    }
}

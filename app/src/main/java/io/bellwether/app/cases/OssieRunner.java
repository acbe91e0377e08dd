package io.bellwether.app.cases;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks one question of a model of Ossie and compares. */
final class OssieRunner {
    /** All rows count, whatever their time. */
    private static final AsOf ALL = AsOf.date(LocalDate.of(9000, 1, 1));

    private final Path folder;

    OssieRunner(Path folder) {
        this.folder = folder;
    }

    Outcome run(OssieCase asked) {
        var workspace = new WorkspaceFolder(folder.resolve(asked.model()), List.of());
        try (Bellwether bellwether = Bellwether.visit(workspace)) {
            var catalog = bellwether.loader().load(1).good();
            var question = new SourceFile("question", asked.question());
            Table table = bellwether
                    .queries()
                    .answer(catalog, question, ALL, Deadline.none())
                    .table();
            return asked.error() == null
                    ? compare(asked, table)
                    : new Outcome.Failed("expected " + asked.error() + ", got "
                            + table.rows().size() + " rows");
        } catch (DiagnosticException e) {
            return refused(asked, e.diagnostics());
        } catch (RuntimeException e) {
            return new Outcome.Failed(e.toString());
        }
    }

    private static Outcome refused(OssieCase asked, List<Diagnostic> problems) {
        if (asked.error() == null) {
            return new Outcome.Unsupported(problems.getFirst());
        }
        if (problems.stream().anyMatch(problem -> asked.error().equals(problem.ossie()))) {
            return new Outcome.Passed();
        }
        String found = problems.stream()
                .map(problem -> problem.code() + " " + problem.ossie() + " " + problem.message())
                .collect(Collectors.joining("; "));
        return new Outcome.Failed("expected " + asked.error() + ", got " + found);
    }

    private static Outcome compare(OssieCase asked, Table table) {
        List<String> names = table.columns().stream().map(c -> c.name()).toList();
        List<String> columns = asked.columns().isEmpty() ? names : asked.columns();
        if (!names.containsAll(columns) || names.size() != columns.size()) {
            return new Outcome.Failed("expected columns " + columns + ", got " + names);
        }
        List<List<@Nullable Object>> found = new ArrayList<>(table.only(columns).rows());
        return SameRows.difference(columns, asked.rows(), found, asked.ordered())
                .<Outcome>map(Outcome.Failed::new)
                .orElseGet(Outcome.Passed::new);
    }
}

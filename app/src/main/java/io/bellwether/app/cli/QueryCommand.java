package io.bellwether.app.cli;

import io.bellwether.app.cli.text.Csv;
import io.bellwether.app.cli.text.Json;
import io.bellwether.app.cli.text.TextTable;
import io.bellwether.app.query.Answer;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import io.bellwether.core.plan.Top;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "query", description = "Any metrics by any dimensions.", mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(
            arity = "0..*",
            split = ",",
            paramLabel = "METRIC",
            description = "Metrics by name; none for the values of --by.")
    List<String> metrics = List.of();

    @Mixin
    QuestionOptions question = new QuestionOptions();

    @Mixin
    AsOfOption asOf = new AsOfOption();

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}; default: table.")
    QueryFormat format = QueryFormat.TABLE;

    @Option(
            names = "--top",
            paramLabel = "DIMENSION=N",
            description =
                    "The N members with the most of the first metric, all others together as \"Other\": country=5.")
    @Nullable
    String top;

    @Option(names = "--verbose", description = "Show the statements and their times on standard error.")
    boolean verbose;

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String file = question.file();
        if (file == null) {
            return answer(null);
        }
        if (!metrics.isEmpty()) {
            throw new UsageException("query takes metrics or a file with a question, not both", null);
        }
        try {
            return answer(QuestionOptions.read(file, terminal));
        } catch (DiagnosticException e) {
            terminal.err().print(DiagnosticText.renderWithOssie(e.diagnostics()));
            return Failures.exit(e.diagnostics());
        }
    }

    private Integer answer(@Nullable SourceFile file) {
        try (var bellwether = workspace.open(terminal)) {
            Snapshot snapshot = Loading.snapshot(bellwether, terminal);
            Answer answer = answer(bellwether, snapshot, file);
            (format == QueryFormat.CSV ? terminal.data() : terminal.out()).print(written(answer));
            answer.notes().forEach(terminal.err()::println);
            if (snapshot.hasErrors()) {
                terminal.err().println("Other definitions have errors, which this question does not use: see check.");
            }
            if (verbose) {
                Statements.show(answer.statements(), terminal.err());
            }
            return Exit.FINE;
        }
    }

    /** What is broken and not asked for stands in nobody's way; what is asked for is refused with all that is broken. */
    private Answer answer(Bellwether bellwether, Snapshot snapshot, @Nullable SourceFile file) {
        Catalog catalog = snapshot.answering() == null ? snapshot.good() : snapshot.answering();
        var moment = asOf.in(terminal, catalog.workspace().calendar());
        try {
            return terminal.progress()
                    .during(
                            "Asking",
                            () -> file == null
                                    ? answer(bellwether, catalog, moment)
                                    : bellwether.queries().answer(catalog, file, moment, Deadline.none()));
        } catch (DiagnosticException e) {
            snapshot.good();
            throw e;
        }
    }

    private Answer answer(Bellwether bellwether, Catalog catalog, AsOf moment) {
        Top first = top == null ? null : Top.parse(top);
        return bellwether.queries().answer(catalog, question.about(metrics, catalog), first, moment, Deadline.none());
    }

    private String written(Answer answer) {
        List<Column> columns = answer.table().columns();
        List<String> names = columns.stream().map(Column::name).toList();
        return switch (format) {
            case CSV -> Csv.text(names, answer.table().rows());
            case JSON -> Json.compact(json(answer));
            case TABLE -> {
                var table = new TextTable(names);
                for (int i = 0; i < columns.size(); i++) {
                    if (columns.get(i).type().isNumeric()) {
                        table.right(i);
                    }
                }
                answer.table().rows().forEach(table::row);
                yield table.text();
            }
        };
    }

    private static Map<String, Object> json(Answer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "columns",
                answer.table().columns().stream().map(QueryCommand::column).toList());
        json.put("rows", answer.table().rows());
        json.put("statements", answer.statements().size());
        json.put("incomplete", answer.incomplete());
        json.put("notes", answer.notes());
        return json;
    }

    private static Map<String, String> column(Column column) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("name", column.name());
        json.put("type", word(column.type()));
        return json;
    }

    private static String word(Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}

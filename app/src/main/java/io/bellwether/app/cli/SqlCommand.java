package io.bellwether.app.cli;

import io.bellwether.app.scorecard.ScorecardRequest;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sql",
        description = "The statements of a query, of a KPI, or of the whole scorecard; they can be run as they stand.",
        mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(
            arity = "0..*",
            split = ",",
            paramLabel = "METRIC",
            description = "Metrics by name, as for query; none for the scorecard.")
    List<String> metrics = List.of();

    @Option(names = "--kpi", paramLabel = "NAME", description = "The statements of this KPI.")
    @Nullable
    String kpi;

    @Mixin
    QuestionOptions question = new QuestionOptions();

    @Mixin
    AsOfOption asOf = new AsOfOption();

    SqlCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String file = question.file();
        if (file != null && (kpi != null || !metrics.isEmpty())) {
            throw new UsageException("sql takes metrics, --kpi or a file with a question, one of them", null);
        }
        try {
            return print(file == null ? null : QuestionOptions.read(file, terminal));
        } catch (DiagnosticException e) {
            if (file == null) {
                throw e;
            }
            terminal.err().print(DiagnosticText.renderWithOssie(e.diagnostics()));
            return Failures.exit(e.diagnostics());
        }
    }

    private Integer print(@Nullable SourceFile file) {
        if (kpi != null && !metrics.isEmpty()) {
            throw new UsageException("sql takes metrics or --kpi, not both", null);
        }
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            if (kpi != null && catalog.kpi(kpi).isEmpty()) {
                throw Unknown.kpi(kpi, catalog);
            }
            AsOf moment = asOf.in(terminal, catalog.workspace().calendar());
            List<SqlStatement> statements;
            if (file != null) {
                statements = List.of(bellwether.queries().statement(catalog, file, moment));
            } else if (metrics.isEmpty() && !question.isSaved()) {
                statements = scorecard(bellwether, catalog, moment);
            } else {
                statements = List.of(bellwether.queries().statement(catalog, question.about(metrics, catalog), moment));
            }
            statements.forEach(s -> terminal.out().println(s.text() + "\n;"));
            return Exit.FINE;
        }
    }

    private List<SqlStatement> scorecard(Bellwether bellwether, Catalog catalog, AsOf moment) {
        var request = kpi == null ? ScorecardRequest.all(moment) : ScorecardRequest.one(moment, kpi);
        return terminal.progress()
                .during(
                        "Looking at the data",
                        () -> bellwether.scorecards().statements(catalog, request, Deadline.none()));
    }
}

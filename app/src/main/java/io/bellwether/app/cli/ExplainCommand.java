package io.bellwether.app.cli;

import io.bellwether.app.cli.text.Json;
import io.bellwether.app.explain.Explanation;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.engine.Deadline;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = "A KPI's formulas with the numbers filled in, and the data behind them.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "KPI", description = "The name of a KPI.")
    String kpi = "";

    @Mixin
    AsOfOption asOf = new AsOfOption();

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
    ExplainFormat format = ExplainFormat.TEXT;

    @Option(names = "--verbose", description = "Show the statements and their times on standard error.")
    boolean verbose;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            if (catalog.kpi(kpi).isEmpty()) {
                throw Unknown.kpi(kpi, catalog);
            }
            var moment = asOf.in(terminal, catalog.workspace().calendar());
            Explanation explanation = terminal.progress()
                    .during(
                            "Measuring",
                            () -> bellwether
                                    .explanations()
                                    .explain(bellwether.inForce(catalog, moment), kpi, moment, Deadline.none()));
            terminal.out()
                    .print(
                            switch (format) {
                                case TEXT -> new ExplainText(catalog, explanation).text();
                                case JSON -> Json.pretty(new ExplainJson(catalog, explanation).tree());
                            });
            if (verbose) {
                Statements.show(explanation.statements(), terminal.err());
            }
            return Exit.FINE;
        }
    }
}

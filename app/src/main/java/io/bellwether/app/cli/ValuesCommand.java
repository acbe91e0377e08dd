package io.bellwether.app.cli;

import io.bellwether.app.cli.text.TextTable;
import io.bellwether.app.manual.ManualMetric;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "values",
        description = "Values of metrics that people type in: \"values add\", \"values list\", \"values import\"."
                + " Alone: which metrics these are.",
        mixinStandardHelpOptions = true)
final class ValuesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    private ValuesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with those below it. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new ValuesCommand(terminal))
                .addSubcommand("add", new ValuesAddCommand(terminal))
                .addSubcommand("list", new ValuesListCommand(terminal))
                .addSubcommand("import", new ValuesImportCommand(terminal));
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            List<ManualMetric> metrics = ManualMetric.all(catalog);
            if (metrics.isEmpty()) {
                terminal.out()
                        .println("No metric is typed in: give one manual: { every: month } instead of a formula.");
                return Exit.FINE;
            }
            var table = new TextTable(List.of("METRIC", "EVERY", "BY", "UNIT"));
            for (ManualMetric metric : metrics) {
                table.row(List.of(
                        metric.name(),
                        metric.source().every().word(),
                        String.join(
                                ", ",
                                metric.by().stream().map(DataSource.By::name).toList()),
                        metric.unit().word()));
            }
            terminal.out().print(table.text());
            return Exit.FINE;
        }
    }
}

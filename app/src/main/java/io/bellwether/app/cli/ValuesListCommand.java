package io.bellwether.app.cli;

import io.bellwether.app.cli.text.TextTable;
import io.bellwether.app.manual.ManualMetric;
import io.bellwether.app.manual.ValueRows;
import io.bellwether.app.manual.Values;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.unit.NumberText;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "The values that count; with --history every one that was ever given, by whom, when and why.",
        mixinStandardHelpOptions = true)
final class ValuesListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "METRIC", description = "A metric that is typed in.")
    String metric = "";

    @Option(names = "--period", paramLabel = "PERIOD", description = "Only of this period.")
    @Nullable
    String period;

    @Option(names = "--history", description = "Corrections too, the newest first.")
    boolean history;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "At most this many of the history.")
    int limit = 200;

    ValuesListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            Values values = bellwether.values(() -> catalog);
            ManualMetric asked = values.metric(catalog, metric);
            List<ValueRows.Row> rows = history
                    ? values.history(metric, Optional.ofNullable(period), Math.max(0, limit))
                    : values.latest(catalog, metric).stream()
                            .filter(row -> period == null || row.period().equals(period))
                            .toList();
            terminal.out().print(table(asked, rows));
            return Exit.FINE;
        }
    }

    private static String table(ManualMetric metric, List<ValueRows.Row> rows) {
        List<String> header = new ArrayList<>(List.of("PERIOD"));
        metric.by().forEach(by -> header.add(by.name()));
        header.addAll(List.of("VALUE", "BY", "AT", "WHY"));
        var table = new TextTable(header).right(1 + metric.by().size());
        for (ValueRows.Row row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(row.period());
            for (DataSource.By by : metric.by()) {
                cells.add(row.where().get(by.name()));
            }
            cells.add(row.number() == null ? "taken back" : NumberText.exact(row.number(), metric.unit()));
            cells.add(row.person());
            cells.add(LocalDateTime.ofInstant(row.at(), metric.calendar().zone())
                    .withNano(0)
                    .toString()
                    .replace('T', ' '));
            cells.add(row.reason() == null ? "" : row.reason());
            table.row(cells);
        }
        return table.text();
    }
}

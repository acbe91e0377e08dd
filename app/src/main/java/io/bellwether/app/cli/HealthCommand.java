package io.bellwether.app.cli;

import io.bellwether.app.cli.text.TextTable;
import io.bellwether.app.health.Run;
import io.bellwether.app.page.DataHealthText;
import io.bellwether.app.page.DataHealthView;
import io.bellwether.core.catalog.Catalog;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "health",
        description =
                "Looks at all data: how far it reaches and which tests hold. Exit code 1 where data cannot be trusted.",
        mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    AsOfOption asOf = new AsOfOption();

    @Option(names = "--verbose", description = "Tests that hold too.")
    boolean verbose;

    HealthCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            var moment = asOf.in(terminal, catalog.workspace().calendar());
            var runs = bellwether.healthRuns(() -> catalog);
            Run run = terminal.progress()
                    .during(
                            "Looking at the data",
                            () -> runs.run(catalog, moment, terminal.clock().instant()));
            DataHealthView view = new DataHealthText(catalog, runs).of(run);
            terminal.out().print(table(view));
            terminal.out().println(view.sentence());
            return view.good() ? Exit.FINE : Exit.WORKSPACE;
        }
    }

    private String table(DataHealthView view) {
        var table = new TextTable(List.of("DATASET", "COMPLETE UP TO", "EXPECTED", "LATE", "TESTS", "KPIS"));
        StringBuilder below = new StringBuilder();
        for (DataHealthView.DatasetHealthView dataset : view.datasets()) {
            table.row(List.of(
                    dataset.name(),
                    text(dataset.complete()),
                    text(dataset.expected()),
                    text(dataset.late()),
                    tests(dataset),
                    dataset.kpis().stream().map(DataHealthView.KpiLink::label).collect(Collectors.joining(", "))));
            below.append(said(dataset));
        }
        return table.text() + (below.isEmpty() ? "" : "\n" + below) + "\n";
    }

    private static String tests(DataHealthView.DatasetHealthView dataset) {
        long failing = dataset.tests().stream()
                .filter(test -> !test.state().equals("good"))
                .count();
        int all = dataset.tests().size();
        return all == 0 ? "" : failing == 0 ? all + " hold" : failing + " of " + all + " do not hold";
    }

    private String said(DataHealthView.DatasetHealthView dataset) {
        StringBuilder said = new StringBuilder();
        if (dataset.problem() != null) {
            said.append(dataset.name())
                    .append(" cannot be read: ")
                    .append(dataset.problem())
                    .append('\n');
        }
        for (DataHealthView.DataTestView test : dataset.tests()) {
            if (verbose || !test.state().equals("good")) {
                String what = test.said() == null ? test.asks() : test.said();
                said.append(test.word())
                        .append("  ")
                        .append(dataset.name())
                        .append(": ")
                        .append(what);
                said.append(test.since() == null ? "" : ", " + test.since()).append('\n');
            }
        }
        return said.toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

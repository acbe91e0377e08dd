package io.bellwether.app.cli;

import io.bellwether.app.promise.Closing;
import io.bellwether.app.promise.Decision;
import io.bellwether.app.promise.PromiseHistory;
import io.bellwether.app.promise.Version;
import io.bellwether.core.catalog.Catalog;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description = "What a KPI promised and when, who decided it, and how its periods ended: as reported, and now.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "KPI", description = "The name of a KPI, also of one that is gone.")
    String kpi = "";

    @Option(names = "--limit", paramLabel = "N", defaultValue = "26", description = "At most this many closings.")
    int limit = 26;

    HistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.noted(bellwether, terminal);
            PromiseHistory promises = bellwether.promises(catalog);
            List<Version> versions = promises.versions().of(kpi);
            if (versions.isEmpty()) {
                throw Unknown.kpi(kpi, catalog);
            }
            List<Decision> decisions = promises.decisions().of(kpi);
            List<Closing> closings = promises.closings().book().of(kpi, Math.max(0, limit));
            terminal.out().print(new HistoryText(catalog).text(versions, decisions, closings));
            return Exit.FINE;
        }
    }
}

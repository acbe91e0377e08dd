package io.bellwether.app.cli;

import io.bellwether.app.cli.text.Json;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = "Every problem of the workspace, with its place and its fix.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
    CheckFormat format = CheckFormat.TEXT;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Snapshot snapshot = Loading.snapshot(bellwether, terminal);
            terminal.out()
                    .print(
                            switch (format) {
                                case TEXT -> text(snapshot);
                                case JSON -> Json.pretty(ProblemsJson.of(snapshot.problems()));
                                case SARIF -> Json.pretty(Sarif.of(snapshot.problems()));
                            });
            return snapshot.hasErrors() ? Exit.WORKSPACE : Exit.FINE;
        }
    }

    private static String text(Snapshot snapshot) {
        String problems = DiagnosticText.render(snapshot.problems());
        return problems + (problems.isEmpty() ? "" : "\n") + summary(snapshot) + "\n";
    }

    private static String summary(Snapshot snapshot) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = snapshot.problems().stream()
                    .filter(p -> p.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(
                        switch (severity) {
                            case ERROR -> Counted.of(count, "error", "errors");
                            case WARNING -> Counted.of(count, "warning", "warnings");
                            case ADVICE -> Counted.of(count, "piece of advice", "pieces of advice");
                        });
            }
        }
        Catalog catalog = snapshot.current() ? snapshot.catalog() : null;
        String found = catalog == null ? "" : contents(catalog);
        return counts.isEmpty() ? "No problems" + found + "." : String.join(", ", counts) + found + ".";
    }

    private static String contents(Catalog catalog) {
        return " in " + Counted.of(catalog.datasets().size(), "dataset", "datasets") + ", "
                + Counted.of(catalog.metrics().size(), "metric", "metrics") + ", "
                + Counted.of(catalog.objectives().size(), "objective", "objectives") + ", "
                + Counted.of(catalog.kpis().size(), "KPI", "KPIs");
    }
}

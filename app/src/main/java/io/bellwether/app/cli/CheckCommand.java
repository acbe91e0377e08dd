package io.bellwether.app.cli;

import io.bellwether.app.advice.Advices;
import io.bellwether.app.cli.text.Json;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.lint.Advice;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = "Every problem of the workspace, with its place and its fix.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
    CheckFormat format = CheckFormat.TEXT;

    @Option(
            names = "--data",
            description =
                    "Apply the rules that read rows and what was remembered too: late data, failing tests, targets"
                            + " that nothing leads to.")
    boolean data;

    @Option(names = "--waived", description = "Show what waivers take away too, each with its reason.")
    boolean waived;

    @Mixin
    AsOfOption asOf = new AsOfOption();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Snapshot snapshot = Loading.snapshot(bellwether, terminal);
            Checked checked = Checked.of(snapshot, advice(bellwether, snapshot));
            terminal.out()
                    .print(
                            switch (format) {
                                case TEXT -> CheckText.of(checked, waived);
                                case JSON -> Json.pretty(ProblemsJson.of(checked, waived));
                                case SARIF -> Json.pretty(Sarif.of(checked));
                            });
            return snapshot.hasErrors() ? Exit.WORKSPACE : Exit.FINE;
        }
    }

    /** Waivers end by the as-of, so the same files say the same on any day that they are asked for. */
    private Advice advice(Bellwether bellwether, Snapshot snapshot) {
        Catalog catalog = snapshot.current() ? snapshot.catalog() : null;
        if (catalog == null) {
            return Advice.NONE;
        }
        AsOf at = asOf.in(terminal, catalog.workspace().calendar());
        return data
                ? terminal.progress()
                        .during(
                                "Reading the data",
                                () -> bellwether
                                        .advices()
                                        .of(snapshot, at, bellwether.memory(catalog), Deadline.in(PATIENCE)))
                : Advices.ofDefinitions(snapshot, at);
    }
}

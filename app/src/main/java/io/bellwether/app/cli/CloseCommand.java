package io.bellwether.app.cli;

import io.bellwether.app.promise.Closings;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.engine.Deadline;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "close",
        description =
                "Stores how every period and timeframe that is over ended, each once, as reported; and what data says"
                        + " of earlier ones now, where it has changed.",
        mixinStandardHelpOptions = true)
final class CloseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    AsOfOption asOf = new AsOfOption();

    @Option(names = "--all", description = "Look at all that ever closed again, not only at the last thirteen months.")
    boolean all;

    CloseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.noted(bellwether, terminal);
            var moment = asOf.in(terminal, catalog.workspace().calendar());
            if (!moment.isPast(terminal.clock().instant(), catalog.workspace().calendar())) {
                throw new UsageException(
                        "--as-of lies ahead: " + moment.text(), "only what is over is stored; leave it out for now");
            }
            Closings.Run run = terminal.progress()
                    .during(
                            "Closing",
                            () -> bellwether
                                    .promises(catalog)
                                    .closings()
                                    .closeDue(catalog, moment, terminal.clock().instant(), all, Deadline.none()));
            var text = new HistoryText(catalog);
            run.restated().forEach(closing -> terminal.out().println(text.line(closing, run.restated())));
            terminal.out()
                    .println("Closed " + run.closed().size() + ", restated "
                            + run.restated().size() + ".");
            if (run.withdrawn() > 0) {
                terminal.out()
                        .println("Took back " + run.withdrawn()
                                + (run.withdrawn() == 1 ? " close that was" : " closes that were")
                                + " stored before the period was over; `bellwether history` shows what was reported.");
            }
            terminal.err().print(DiagnosticText.render(run.problems()));
            return run.problems().isEmpty() ? Exit.FINE : Exit.ENGINE;
        }
    }
}

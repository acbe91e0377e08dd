package io.bellwether.app.cli;

import io.bellwether.app.upkeep.Upkeep;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.engine.Deadline;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "refresh",
        description = "Brings up to date what the definitions keep beside the data (extract:, rollups:) and is due.",
        mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    RefreshCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            List<Upkeep.Done> done = terminal.progress()
                    .during(
                            "Bringing up to date",
                            () -> bellwether
                                    .upkeep()
                                    .refreshDue(catalog, terminal.clock().instant(), Deadline.none()));
            done.forEach(this::tell);
            if (done.isEmpty()) {
                terminal.out().println("Nothing is due.");
            }
            return done.stream().anyMatch(one -> one.problem() != null) ? Exit.ENGINE : Exit.FINE;
        }
    }

    private void tell(Upkeep.Done one) {
        if (one.problem() == null) {
            terminal.out().println(one.text());
        } else {
            terminal.err().print(DiagnosticText.render(List.of(one.problem())));
        }
    }
}

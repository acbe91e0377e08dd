package io.bellwether.app.cli;

import io.bellwether.app.rollup.Rollups;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.engine.Deadline;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rollup",
        description =
                "Makes the small tables that answer a scorecard in the place of the data, for the data as it is now.",
        mixinStandardHelpOptions = true)
final class RollupCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    RollupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            List<Rollups.Built> built =
                    terminal.progress().during("Adding up", () -> bellwether.buildRollups(catalog, Deadline.none()));
            built.forEach(this::tell);
            boolean failed = built.stream().anyMatch(one -> one.problem() != null);
            terminal.out().println(built.isEmpty() ? "All rollups are there." : "Rollups made: " + made(built));
            return failed ? Exit.ENGINE : Exit.FINE;
        }
    }

    private static long made(List<Rollups.Built> built) {
        return built.stream().filter(one -> one.problem() == null).count();
    }

    private void tell(Rollups.Built one) {
        if (one.problem() != null) {
            terminal.err().print(DiagnosticText.render(List.of(one.problem())));
        } else {
            double seconds = one.took().toMillis() / 1000.0;
            terminal.out()
                    .println(String.format(
                            Locale.ROOT, "%s: %d kB in %.1f s", one.what(), (one.bytes() + 1023) / 1024, seconds));
        }
    }
}

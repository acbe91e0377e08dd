package io.bellwether.app.cli;

import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Moments;
import io.bellwether.app.store.Store;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "audit",
        description =
                "Who did what. \"audit verify\" computes the chain of records anew, holds the data against it, and says whether"
                        + " both are whole.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    /** What there is to do with the log. */
    enum Task {
        LOG,
        VERIFY
    }

    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "log|verify", arity = "0..1", description = "Default: log.")
    @Nullable
    Task task;

    @Option(names = "--on", paramLabel = "SUBJECT", description = "Only what was done to this, as kpi:revenue_2026.")
    @Nullable
    String subject;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "At most this many records.")
    int limit = 50;

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Store store = bellwether.store(Loading.catalog(bellwether, terminal));
            return task == Task.VERIFY ? verify(store) : log(store);
        }
    }

    private int verify(Store store) {
        Audit.Checked found = store.read(Audit::check);
        terminal.out().println(found.text());
        return found.brokenAt() == null ? Exit.FINE : Exit.WORKSPACE;
    }

    private int log(Store store) {
        store.read(handle -> Audit.latest(handle, Optional.ofNullable(subject), Math.max(0, limit)))
                .forEach(entry -> terminal.out()
                        .println(entry.sequence() + "  " + Moments.text(entry.at()) + "  " + entry.person() + "  "
                                + entry.action() + "  " + entry.subject() + "  " + entry.detail()));
        return Exit.FINE;
    }
}

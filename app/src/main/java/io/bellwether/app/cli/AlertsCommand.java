package io.bellwether.app.cli;

import io.bellwether.app.alert.Alerts;
import io.bellwether.app.alert.Memory;
import io.bellwether.app.alert.Standing;
import io.bellwether.app.message.Message;
import io.bellwether.app.message.Outbox;
import io.bellwether.app.store.Change;
import io.bellwether.app.store.Store;
import io.bellwether.app.wiring.Operation;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "alerts",
        description = "How each alert stands. \"alerts test NAME\" sends a marked message to its receivers, \"alerts"
                + " messages\" lists what was sent, \"alerts again ID\" tries a message again that was given up.",
        mixinStandardHelpOptions = true)
final class AlertsCommand implements Callable<Integer> {
    /** What there is to do with alerts. */
    enum Task {
        LIST,
        TEST,
        MESSAGES,
        AGAIN
    }

    private static final int MOST = 50;

    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    ActorOption actor = new ActorOption();

    @Parameters(paramLabel = "list|test|messages|again", arity = "0..1", description = "Default: list.")
    @Nullable
    Task task;

    @Parameters(paramLabel = "NAME|ID", arity = "0..1", description = "An alert, or the number of a message.")
    @Nullable
    String name;

    AlertsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            Operation operation = bellwether.operation(() -> catalog, terminal.clock());
            return switch (task) {
                case null -> list(catalog, operation.store());
                case LIST -> list(catalog, operation.store());
                case TEST -> test(catalog, operation);
                case MESSAGES -> messages(operation.store());
                case AGAIN -> again(catalog, operation);
            };
        }
    }

    private int list(Catalog catalog, Store store) {
        List<Standing> standings = store.read(Memory::standings);
        for (Alert alert : catalog.operations().alerts()) {
            terminal.out().println(alert.name());
            List<Standing> own = standings.stream()
                    .filter(standing -> standing.alert().equals(alert.name()))
                    .toList();
            own.forEach(standing -> terminal.out()
                    .println("  " + standing.word() + "  " + standing.subject() + "  since "
                            + standing.since().truncatedTo(ChronoUnit.SECONDS) + "  " + standing.text()));
            if (own.isEmpty()) {
                terminal.out().println("  not looked at yet; run bellwether jobs run alerts");
            }
        }
        if (catalog.operations().alerts().isEmpty()) {
            terminal.out().println("The workspace has no alerts.");
        }
        return Exit.FINE;
    }

    private int test(Catalog catalog, Operation operation) {
        Person by = actor.in(catalog, System.getenv());
        Instant now = terminal.clock().instant();
        int added = operation.alerts().test(catalog, needed("the alert's name"), by, now);
        operation.postman().deliver();
        List<Outbox.Row> rows = operation.store().read(handle -> Outbox.latest(handle, Optional.empty(), added));
        rows.forEach(this::print);
        return rows.stream().allMatch(row -> row.state().equals(Outbox.State.SENT.name())) ? Exit.FINE : Exit.ENGINE;
    }

    private int messages(Store store) {
        List<Outbox.Row> rows = store.read(handle -> Outbox.latest(handle, Optional.empty(), MOST));
        rows.forEach(this::print);
        if (rows.isEmpty()) {
            terminal.out().println("No messages yet.");
        }
        return Exit.FINE;
    }

    private void print(Outbox.Row row) {
        String problem = row.problem() == null ? "" : "  " + row.problem();
        Message message = row.message();
        terminal.out()
                .println(row.id() + "  " + row.state().toLowerCase(java.util.Locale.ROOT) + "  "
                        + row.added().truncatedTo(ChronoUnit.SECONDS) + "  " + Alerts.shown(message.to()) + "  "
                        + row.subject()
                        + problem);
    }

    private int again(Catalog catalog, Operation operation) {
        Person by = actor.in(catalog, System.getenv());
        String id = needed("the message's number");
        if (!id.matches("\\d{1,18}")) {
            throw new UsageException("not a message's number: \"" + id + "\"", "see bellwether alerts messages");
        }
        again(operation.store(), Long.parseLong(id), by, terminal.clock().instant());
        operation.postman().deliver();
        return messages(operation.store());
    }

    private static void again(Store store, long id, Person by, Instant at) {
        var change = new Change(at, by.email(), "message.again", "message:" + id, Map.of());
        store.change(change, handle -> {
            if (!Outbox.again(handle, id, at)) {
                throw new DiagnosticException(Diagnostic.error(
                        "P844", null, "no message " + id + " was given up", "see bellwether alerts messages"));
            }
            return true;
        });
    }

    private String needed(String what) {
        if (name == null) {
            throw new UsageException(what + " is missing", "bellwether alerts " + task + " …");
        }
        return name;
    }
}

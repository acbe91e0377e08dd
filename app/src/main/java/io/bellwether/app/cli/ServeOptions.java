package io.bellwether.app.cli;

import io.bellwether.app.server.CountedPages;
import io.bellwether.app.server.Server;
import io.bellwether.app.server.ServerSettings;
import io.bellwether.app.server.WorkspacePages;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.wiring.PatientStart;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.app.workspace.WatchedWorkspace;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the pages are served, and the serving itself. */
final class ServeOptions {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Default: 8080; 0 for a free one.")
    int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = ServerSettings.LOOPBACK,
            description =
                    "The address to listen on; default: this machine only. There is no sign-in: whoever reaches the "
                            + "address can read everything.")
    String host = ServerSettings.LOOPBACK;

    @Option(
            names = "--name",
            paramLabel = "HOST",
            description = "A further name that browsers may call this server by, such as a proxy's.")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--client-statements",
            paramLabel = "N",
            description =
                    "How many statements one address may have at work or waiting; default: 32. More behind a proxy, "
                            + "where all clients have one address.")
    int statements = ServerSettings.STATEMENTS;

    @Option(
            names = "--no-jobs",
            description = "Only serve: no jobs run and no messages leave here. For servers beside one that does.")
    boolean noJobs;

    /** Serves until the process is asked to end, and closes what it served. */
    int serve(Bellwether opened, Terminal terminal, boolean browser) {
        check();
        try (Bellwether bellwether = opened;
                WatchedWorkspace workspace = terminal.progress()
                        .during("Reading the workspace", () -> bellwether.watched(terminal.clock()));
                Server server = start(bellwether, workspace, terminal);
                PatientStart operation = operation(bellwether, workspace, terminal)) {
            notices(bellwether, workspace.current(), terminal);
            remember(bellwether, workspace.current(), terminal);
            workspace.onLoad(snapshot -> remember(bellwether, snapshot, terminal));
            workspace.unless(kpis -> bellwether.areRemoved(workspace.current().last(), kpis));
            workspace.onPause(() -> rememberRemoved(bellwether, workspace.current(), terminal));
            tell(workspace.current(), server, terminal);
            workspace.watch();
            if (!noJobs) {
                operation.begin();
            }
            if (browser) {
                Browser.open(server.address(), terminal.err());
            }
            waitForTheEnd();
            return Exit.FINE;
        }
    }

    private void check() {
        if (port < 0 || port > 65_535) {
            throw new UsageException("--port is 0 to 65535, not " + port, null);
        }
        if (statements < 1) {
            throw new UsageException("--client-statements is at least 1, not " + statements, null);
        }
    }

    /** The workspace's own errors are told already. */
    private static PatientStart operation(Bellwether bellwether, WatchedWorkspace workspace, Terminal terminal) {
        var operation = bellwether.operation(() -> workspace.current().last(), terminal.clock());
        return new PatientStart(operation::start, problems -> {
            if (workspace.current().catalog() != null) {
                terminal.err().print(DiagnosticText.render(problems));
            }
        });
    }

    private Server start(Bellwether bellwether, WatchedWorkspace workspace, Terminal terminal) {
        var pages = new WorkspacePages(
                        workspace::current,
                        bellwether.scorecards(),
                        bellwether.queries(),
                        terminal.clock(),
                        bellwether.people(() -> workspace.current().last()))
                .remembering(() -> bellwether.pastPromises(workspace.current().last()))
                .keeping(bellwether.footing());
        var parts = new Server.Parts(
                new CountedPages(
                        pages, bellwether.looks(), () -> workspace.current().last()),
                bellwether.features(workspace::current, terminal.clock()),
                () -> workspace.current().last(),
                terminal.clock());
        return Server.start(new ServerSettings(host, port, names, statements), parts);
    }

    private static void notices(Bellwether bellwether, Snapshot snapshot, Terminal terminal) {
        if (snapshot.catalog() != null) {
            var notices = bellwether
                    .upkeep()
                    .notices(snapshot.catalog(), terminal.clock().instant());
            terminal.err().print(DiagnosticText.render(notices));
        }
    }

    /** What changed in the files becomes a version; a store that is away does not keep the pages from being served. */
    private static void remember(Bellwether bellwether, Snapshot snapshot, Terminal terminal) {
        try {
            if (snapshot.current()) {
                Instant now = terminal.clock().instant();
                Catalog catalog = snapshot.good();
                bellwether.note(catalog, now, snapshot.removed());
                // Which promise judges each KPI today is kept from here on, so that the first page need not wait for
                // it.
                bellwether.inForce(
                        catalog, AsOf.instant(now, catalog.workspace().calendar()));
            }
        } catch (DiagnosticException e) {
            terminal.err().print(DiagnosticText.render(e.diagnostics()));
        }
    }

    /** Without new files: what was away for a while counts as removed. */
    private static void rememberRemoved(Bellwether bellwether, Snapshot snapshot, Terminal terminal) {
        try {
            Instant now = terminal.clock().instant();
            if (snapshot.current() && bellwether.isRemovalDue(snapshot.good(), now)) {
                bellwether.note(snapshot.good(), now);
            }
        } catch (DiagnosticException storeIsAway) {
            // Told where somebody writes; the next look tries again.
        }
    }

    private static void tell(Snapshot snapshot, Server server, Terminal terminal) {
        terminal.err().print(DiagnosticText.render(snapshot.problems()));
        terminal.out().println("Serving on " + server.address() + " (Ctrl+C ends it)");
        terminal.out().flush();
    }

    private static void waitForTheEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}

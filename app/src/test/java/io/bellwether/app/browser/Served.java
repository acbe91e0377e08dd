package io.bellwether.app.browser;

import io.bellwether.app.server.Server;
import io.bellwether.app.server.ServerSettings;
import io.bellwether.app.server.WorkspacePages;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WatchedWorkspace;
import io.bellwether.app.workspace.WorkspaceFolder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** A workspace's folder behind a real server, on a day that does not move. */
public final class Served implements AutoCloseable {
    private final Bellwether bellwether;
    private final WatchedWorkspace workspace;
    private final Server server;

    public Served(Path folder, String noon) {
        this(folder, noon, false);
    }

    /** Where people can say and do things too. */
    public static Served telling(Path folder, String noon) {
        return new Served(folder, noon, true);
    }

    private Served(Path folder, String noon, boolean telling) {
        bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
        workspace = bellwether.watched(InstantSource.system());
        var clock = Clock.fixed(Instant.parse(noon + "T12:00:00Z"), ZoneOffset.UTC);
        var reading = new WorkspacePages(
                workspace::current,
                bellwether.scorecards(),
                bellwether.queries(),
                clock,
                telling ? bellwether.people(() -> workspace.current().last()) : null);
        var remembering = telling
                ? reading.remembering(
                        () -> bellwether.pastPromises(workspace.current().last()))
                : reading;
        var pages = remembering.keeping(bellwether.footing());
        var parts = telling
                ? new Server.Parts(
                        pages,
                        bellwether.features(workspace::current, clock),
                        () -> workspace.current().last(),
                        clock)
                : Server.Parts.reading(pages);
        server = Server.start(ServerSettings.loopback(0), parts);
    }

    public Server server() {
        return server;
    }

    public URI address() {
        return server.address();
    }

    /** Lets the server see what was written since; two looks, because half a save is no news. */
    public void look() {
        workspace.look();
        workspace.look();
    }

    @Override
    public void close() {
        server.close();
        workspace.close();
        bellwether.close();
    }
}

package io.bellwether.app.cli;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which folder, and what its sources may reach. */
final class WorkspaceOptions {
    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            description = "The workspace's folder; default: the nearest one upwards that has a bellwether.yml.")
    @Nullable
    Path folder;

    @Option(
            names = "--allow-path",
            paramLabel = "DIR",
            description = "A folder outside of the workspace that sources may lie in. May be given several times.")
    List<Path> allowed = new ArrayList<>();

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "What the embedded engine may use before it goes to disk, as 4GB or 512MB; default: half of"
                    + " the machine.")
    @Nullable
    String memory;

    /** The use cases over the folder; nothing is read yet. */
    Bellwether open(Terminal terminal) {
        return open(in(terminal));
    }

    Bellwether open(WorkspaceFolder folder) {
        return memory == null ? Bellwether.open(folder) : Bellwether.open(folder, Memory.bytes(memory));
    }

    WorkspaceFolder in(Terminal terminal) {
        Path root = folder == null
                ? WorkspaceFolder.nearest(terminal.folder())
                : terminal.folder().resolve(folder);
        return new WorkspaceFolder(
                root, allowed.stream().map(terminal.folder()::resolve).toList());
    }
}

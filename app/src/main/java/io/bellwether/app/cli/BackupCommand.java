package io.bellwether.app.cli;

import io.bellwether.app.store.Backup;
import io.bellwether.app.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = "Writes all that the workspace remembers into one file, also while it is being served.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "FILE", description = "Such as bellwether.backup; it must not be there yet.")
    @Nullable
    Path file;

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path target = terminal.folder().resolve(String.valueOf(file));
        if (Files.exists(target)) {
            throw new UsageException("there is a file " + file + " already", "name another one");
        }
        try (var bellwether = workspace.open(terminal)) {
            Backup.Done done = write(bellwether.store(Loading.catalog(bellwether, terminal)), target);
            terminal.out().println(file + ": " + done.rows() + " rows of " + done.tables() + " tables");
            return Exit.FINE;
        }
    }

    /** Under another name first: what has the name is whole. */
    private static Backup.Done write(Store store, Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Backup.Done done;
            try (var out = Files.newOutputStream(part)) {
                done = Backup.write(store, out);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return done;
        } catch (IOException | UncheckedIOException e) {
            remove(part);
            throw new UsageException(
                    "the backup cannot be written: " + e.getMessage(),
                    "name a file in another folder, with room for it");
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            // the next one writes over it
        }
    }
}

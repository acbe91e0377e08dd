package io.bellwether.app.cli;

import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Backup;
import io.bellwether.app.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Puts a backup into the workspace's store, all of it or nothing.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "FILE", description = "What backup wrote.")
    @Nullable
    Path file;

    @Option(names = "--replace", description = "Give up what the store holds now.")
    boolean replace;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path source = terminal.folder().resolve(String.valueOf(file));
        try (var bellwether = workspace.open(terminal);
                var in = Files.newInputStream(source)) {
            Store store = bellwether.store(Loading.catalog(bellwether, terminal));
            Backup.Done done = Backup.read(store, in, replace);
            terminal.out().println(done.rows() + " rows of " + done.tables() + " tables restored.");
            Audit.Checked found = store.read(Audit::check);
            terminal.out().println(found.text());
            return found.brokenAt() == null ? Exit.FINE : Exit.WORKSPACE;
        } catch (IOException e) {
            throw new UsageException("the backup " + file + " cannot be read", "name a file that backup wrote");
        }
    }
}

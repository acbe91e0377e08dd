package io.bellwether.app.cli;

import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.ossie.OssieExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = "The workspace as a semantic model of Apache Ossie.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    /** What can be written. */
    enum Format {
        OSSIE
    }

    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--to", paramLabel = "FILE", description = "Instead of standard output; never overwritten.")
    @Nullable
    Path to;

    @Option(names = "--format", defaultValue = "ossie", description = "${COMPLETION-CANDIDATES}; default: ossie.")
    Format format = Format.OSSIE;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path target = to == null ? null : terminal.folder().resolve(to);
        if (target != null && Files.exists(target)) {
            throw new UsageException("there is a " + to + " already", "remove it, or name another file");
        }
        try (var bellwether = workspace.open(terminal)) {
            Snapshot snapshot = Loading.snapshot(bellwether, terminal);
            Catalog catalog = snapshot.good();
            OssieExport export = switch (format) {
                case OSSIE -> OssieExport.of(snapshot.files(), catalog);
            };
            if (target == null) {
                terminal.out().print(export.text());
            } else {
                Files.writeString(target, export.text());
                terminal.out().println("Wrote " + to);
            }
            export.lost().forEach(line -> terminal.err().println("lost to other tools  " + line));
            return Exit.FINE;
        }
    }
}

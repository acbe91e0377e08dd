package io.bellwether.app.cli;

import io.bellwether.app.init.ExampleRows;
import io.bellwether.app.init.InitRequest;
import io.bellwether.app.init.Written;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        description = "A first workspace: datasets, metrics and draft KPIs, proposed from the data.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The folder to write to; made if missing.")
    Path folder = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "The data: CSV, Parquet, JSON or Excel. Without it, a few example rows are written.")
    @Nullable
    Path from;

    @Option(
            names = "--no-copy",
            description =
                    "Leave a file outside of DIR where it is, to be read with --allow-path; default: it is copied to "
                            + "DIR/data.")
    boolean noCopy;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path target = terminal.folder().resolve(folder).toAbsolutePath().normalize();
        Files.createDirectories(target);
        Path file = from == null
                ? ExampleRows.write(target)
                : terminal.folder().resolve(from).toAbsolutePath().normalize();
        List<Path> allowed = noCopy && file.getParent() != null ? List.of(file.getParent()) : List.of();
        var request = new InitRequest(target, file, !noCopy, ZonedDateTime.now(terminal.clock()));
        try (var bellwether = Bellwether.open(new WorkspaceFolder(target, allowed))) {
            Written written = terminal.progress()
                    .during(
                            "Looking at the data",
                            () -> bellwether.firstWorkspace().write(request, Deadline.none()));
            terminal.out().print(text(written, file));
        }
        return Exit.FINE;
    }

    private String text(Written written, Path file) {
        var text = new StringBuilder();
        text.append("Wrote ")
                .append(String.join(", ", written.files()))
                .append(" in ")
                .append(folder)
                .append("\n");
        text.append("  data     ").append(written.source()).append(", ");
        text.append(Counted.of(written.rows(), "row", "rows")).append("\n");
        text.append("  metrics  ").append(String.join(", ", written.metrics())).append("\n");
        if (!written.kpis().isEmpty()) {
            text.append("  KPIs     ").append(String.join(", ", written.kpis())).append(" (drafts)\n");
        }
        written.notes().forEach(note -> text.append("  note     ").append(note).append("\n"));
        boolean outside = Path.of(written.source()).isAbsolute();
        String allow = outside ? " --allow-path " + file.getParent() : "";
        if (!outside
                && from != null
                && !file.startsWith(
                        terminal.folder().resolve(folder).toAbsolutePath().normalize())) {
            text.append("The data was copied to ").append(written.source());
            text.append("; with --no-copy it stays where it is.\n");
        }
        text.append("Next: bellwether check -w ").append(folder).append(allow);
        text.append(" && bellwether status -w ").append(folder).append(allow).append("\n");
        return text.toString();
    }
}

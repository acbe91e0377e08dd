package io.bellwether.app.cli;

import io.bellwether.app.init.ExampleRows;
import io.bellwether.app.init.FirstWorkspace;
import io.bellwether.app.init.InitRequest;
import io.bellwether.app.init.Written;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "init",
        description = "A first workspace: datasets, metrics and draft KPIs, proposed from the data.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The folder to write to; made if missing.")
    @Nullable
    Path folder;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "The data: CSV, Parquet, JSON or Excel; a file, several of one table, a folder, or a pattern. "
                            + "Without it, a few example rows are written.")
    List<Path> from = new ArrayList<>();

    @Option(
            names = "--no-copy",
            description =
                    "Leave a file outside of DIR where it is, to be read with --allow-path; default: it is copied to "
                            + "DIR/data.")
    boolean noCopy;

    @Spec
    @Nullable
    CommandSpec spec;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path written = folder();
        Path target = terminal.folder().resolve(written).toAbsolutePath().normalize();
        Files.createDirectories(target);
        List<Path> files = from.isEmpty()
                ? List.of(ExampleRows.write(target))
                : from.stream()
                        .map(path ->
                                terminal.folder().resolve(path).toAbsolutePath().normalize())
                        .toList();
        // Whoever names a file allows it to be read; what is written reads it there only with --no-copy.
        Path base = FirstWorkspace.base(files);
        List<Path> allowed = base.startsWith(target) ? List.of() : List.of(base);
        var request = new InitRequest(target, files, !noCopy, ZonedDateTime.now(terminal.clock()));
        try (var bellwether = Bellwether.open(new WorkspaceFolder(target, allowed))) {
            Written done = terminal.progress()
                    .during(
                            "Looking at the data",
                            () -> bellwether.firstWorkspace().write(request, Deadline.none()));
            terminal.out().print(text(done, written, base));
        }
        return Exit.FINE;
    }

    /** A shell writes out a pattern, so the folder may stand behind files: then it is the last of them. */
    private Path folder() {
        if (folder != null) {
            return folder;
        }
        boolean last = from.size() > 1 && !Files.isRegularFile(terminal.folder().resolve(from.getLast()));
        if (!last) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "Missing required parameter: 'DIR'");
        }
        return from.removeLast();
    }

    private String text(Written written, Path folder, Path base) {
        var text = new StringBuilder();
        text.append("Wrote ")
                .append(String.join(", ", written.files()))
                .append(" in ")
                .append(folder)
                .append("\n");
        text.append("  data     ").append(written.source()).append(", ");
        if (written.count() > 1) {
            text.append(written.count()).append(" files, ");
        }
        text.append(Counted.of(written.rows(), "row", "rows")).append("\n");
        text.append("  metrics  ").append(String.join(", ", written.metrics())).append("\n");
        if (!written.kpis().isEmpty()) {
            text.append("  KPIs     ").append(String.join(", ", written.kpis())).append(" (drafts)\n");
        }
        written.notes().forEach(note -> text.append("  note     ").append(note).append("\n"));
        boolean outside = Path.of(written.source()).isAbsolute();
        String allow = outside ? " --allow-path " + base : "";
        boolean elsewhere = !base.startsWith(
                terminal.folder().resolve(folder).toAbsolutePath().normalize());
        if (!outside && !from.isEmpty() && elsewhere) {
            text.append("The data was copied to ").append(written.source());
            text.append("; with --no-copy it stays where it is.\n");
        }
        text.append("Next: bellwether check -w ").append(folder).append(allow);
        text.append(" && bellwether status -w ").append(folder).append(allow).append("\n");
        return text.toString();
    }
}

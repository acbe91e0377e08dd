package io.bellwether.app.cli;

import io.bellwether.app.workspace.TableFiles;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.dbt.DbtImport;
import io.bellwether.core.ossie.OssieImport;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "A dbt semantic_manifest.json or a model of Apache Ossie, written out as a workspace file.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    /** The file that is written into a folder. */
    private static final String NAME = "semantic_model.yml";

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "dbt's target/semantic_manifest.json, or an Ossie model.")
    Path file = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Write DIR/" + NAME + " instead of standard output; made if missing, never overwritten.")
    @Nullable
    Path to;

    @Option(
            names = "--tables",
            paramLabel = "WHERE",
            description = "A folder with a file for each table, from DIR on, or a connection; default: DIR itself.")
    @Nullable
    String tables;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = terminal.folder().resolve(to == null ? Path.of("") : to);
        Path from = terminal.folder().resolve(file);
        if (!Files.isRegularFile(from)) {
            throw new UsageException("there is no file " + file, "dbt parse writes target/semantic_manifest.json");
        }
        var source = new SourceFile(file.toString(), Files.readString(from));
        var found = new TableFiles(new WorkspaceFolder(folder, List.of()), tables);
        return DbtImport.isManifest(source.text()) ? dbt(source, found) : ossie(source, found);
    }

    private Integer dbt(SourceFile source, TableFiles tables) throws IOException {
        DbtImport read = DbtImport.read(source, tables::source);
        terminal.err().print(DiagnosticText.render(read.problems()));
        return read.files().isEmpty() ? Exit.WORKSPACE : write(read.text());
    }

    private Integer ossie(SourceFile source, TableFiles tables) throws IOException {
        OssieImport read = OssieImport.read(source, tables::named);
        terminal.err().print(DiagnosticText.renderWithOssie(read.problems()));
        if (read.text().isEmpty() && read.problems().isEmpty()) {
            throw new UsageException(
                    file + " is neither a semantic_manifest.json of dbt nor a model of Ossie",
                    "a model of Ossie begins with semantic_model:");
        }
        read.lost().forEach(line -> terminal.err().println("not kept  " + line));
        return read.text().isEmpty() ? Exit.WORKSPACE : write(read.text().get());
    }

    private Integer write(String text) throws IOException {
        if (to == null) {
            terminal.out().print(text);
        } else {
            write(terminal.folder().resolve(to).resolve(NAME), text);
        }
        return Exit.FINE;
    }

    private void write(Path target, String text) throws IOException {
        if (Files.exists(target)) {
            throw new UsageException("there is a " + NAME + " already", "remove it, or choose another folder");
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, text);
        terminal.out().println("Wrote " + to + "/" + NAME);
    }
}

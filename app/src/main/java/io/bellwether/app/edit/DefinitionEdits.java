package io.bellwether.app.edit;

import io.bellwether.app.workspace.Snapshot;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Looks at what an edit would make of the workspace, and writes it: all of it or nothing, and over nobody else's work. */
public final class DefinitionEdits {
    private final WorkspaceFolder folder;
    private final WorkspaceLoader loader;

    public DefinitionEdits(WorkspaceFolder folder, WorkspaceLoader loader) {
        this.folder = folder;
        this.loader = loader;
    }

    /** The definition files as they are now. */
    public List<SourceFile> files() {
        return folder.texts().files();
    }

    /** The workspace as it is now, which must be without errors. */
    public Catalog now() {
        return loader.load(1).good();
    }

    /**
     * The workspace as it would be.
     *
     * @throws io.bellwether.core.source.DiagnosticException with its errors
     */
    public Catalog after(Edited edited) {
        WorkspaceFolder.Texts texts = folder.texts();
        List<SourceFile> files = texts.files().stream()
                .map(file ->
                        file.path().equals(edited.before().path()) ? new SourceFile(file.path(), edited.after()) : file)
                .toList();
        Snapshot snapshot = loader.load(1, new WorkspaceFolder.Texts(files, texts.problems()));
        List<Diagnostic> errors =
                snapshot.problems().stream().filter(Diagnostic::isError).toList();
        if (!errors.isEmpty()) {
            throw Refusal.wrong(errors);
        }
        return snapshot.good();
    }

    /**
     * Writes the file under another name, makes sure of it, and puts it in its place if that is still as it was read.
     *
     * @param meanwhile what is done once nothing but the last step can fail
     */
    public void write(Edited edited, Runnable meanwhile) {
        String name = edited.before().path();
        try {
            Path file = folder.root().resolve(name).toRealPath();
            Path part = file.resolveSibling("." + file.getFileName() + ".part");
            try {
                put(part, file, edited.after());
                unchanged(edited, file);
                meanwhile.run();
                unchanged(edited, file);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.notWritten(name, e.getClass().getSimpleName().replace("Exception", ""));
        }
    }

    private static void put(Path part, Path file, String text) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(part, options)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(file));
        }
    }

    private static void unchanged(Edited edited, Path file) throws IOException {
        byte[] read = edited.before().text().getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file) || !Arrays.equals(read, Files.readAllBytes(file))) {
            throw Refusal.changed(edited.before().path());
        }
    }
}

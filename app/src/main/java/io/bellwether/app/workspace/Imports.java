package io.bellwether.app.workspace;

import io.bellwether.core.dbt.DbtImport;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.definition.ImportDefinition;
import io.bellwether.core.ossie.Tables;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What other tools define for the workspace: the files that its {@code imports} name, or, in a folder without any
 * definition of ours, the manifest that lies there.
 *
 * @param files as definitions of ours
 * @param read where they come from, to be watched
 * @param models of Ossie by their paths, each with where its tables are
 */
record Imports(List<SourceFile> files, List<Diagnostic> problems, List<Path> read, Map<String, Tables> models) {
    /** What dbt calls the file. */
    static final String MANIFEST = "semantic_manifest.json";

    static Imports of(WorkspaceFolder folder, List<SourceFile> written) {
        var reader = new Reader(folder, written);
        if (written.isEmpty()) {
            bare(folder.root()).forEach(manifest -> reader.read(manifest, null, null));
        } else if (written.stream().anyMatch(file -> file.text().contains("imports"))) {
            Definitions.parse(written).definitions().imports().forEach(reader::read);
        }
        return new Imports(
                List.copyOf(reader.files),
                List.copyOf(reader.problems),
                List.copyOf(reader.paths),
                Map.copyOf(reader.models));
    }

    /** The one manifest of a folder that holds nothing of ours; its usual name wins. */
    private static List<Path> bare(Path root) {
        for (Path usual : List.of(root.resolve(MANIFEST), root.resolve("target").resolve(MANIFEST))) {
            if (Files.isRegularFile(usual)) {
                return List.of(usual);
            }
        }
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var entries = Files.list(root)) {
            return entries.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .filter(Imports::isManifest)
                    .limit(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isManifest(Path file) {
        try {
            return Files.isRegularFile(file) && DbtImport.isManifest(Files.readString(file));
        } catch (IOException e) {
            return false; // not text, or gone: then it is no manifest either
        }
    }

    /** Where the tables of a file are that an import names as a model of Ossie. */
    Optional<Tables> tables(SourceFile file) {
        return Optional.ofNullable(models.get(file.path()));
    }

    /** Whether a problem lies in a definition that another tool keeps. */
    boolean holds(Diagnostic problem) {
        Span span = problem.span();
        return span != null && files.contains(span.file());
    }

    /** Reads one import after the other. */
    private static final class Reader {
        private final WorkspaceFolder folder;
        private final List<SourceFile> files = new ArrayList<>();
        private final List<Diagnostic> problems = new ArrayList<>();
        private final List<Path> paths = new ArrayList<>();
        private final Map<String, Tables> models = new HashMap<>();
        private final List<SourceFile> written;

        Reader(WorkspaceFolder folder, List<SourceFile> written) {
            this.folder = folder;
            this.written = written;
        }

        void read(ImportDefinition definition) {
            Path path = folder.root().resolve(definition.path().value()).normalize();
            String tables =
                    definition.tables() == null ? null : definition.tables().value();
            if (definition.ossie()) {
                models.put(folder.name(path), new TableFiles(folder, tables)::named);
            }
            read(path, tables, definition.path().span());
        }

        private void read(Path path, @Nullable String tables, @Nullable Span span) {
            String name = folder.name(path);
            paths.add(path);
            try {
                if (!folder.mayRead(path)) {
                    problems.add(Problems.importLeaves(name, span));
                    return;
                }
                var text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
                if (models.containsKey(name)) {
                    // A model that lies in the folder is read there already.
                    if (written.stream().noneMatch(file -> file.path().equals(name))) {
                        files.add(new SourceFile(name, text));
                    }
                    return;
                }
                var found = DbtImport.read(new SourceFile(name, text), new TableFiles(folder, tables)::source);
                files.addAll(found.files());
                problems.addAll(found.problems());
            } catch (IOException e) {
                problems.add(Problems.unreadableImport(name, e, span));
            }
        }
    }
}

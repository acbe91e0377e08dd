package io.bellwether.app.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the table of a warehouse as a file of its name, in a folder and those right below it. */
public final class TableFiles {
    private static final List<String> ENDINGS =
            List.of(".parquet", ".csv", ".csv.gz", ".tsv", ".json", ".ndjson", ".jsonl", ".xlsx");
    private static final int DEPTH = 2;

    private final WorkspaceFolder workspace;
    private final String where;
    private @Nullable Map<String, String> found;

    /** @param where a folder, a connection, or null for the workspace's own folder */
    public TableFiles(WorkspaceFolder workspace, @Nullable String where) {
        this.workspace = workspace;
        this.where = where == null ? "" : where;
    }

    /** The file's path in the workspace; {@code connection.schema.table} where no such folder is. */
    public String source(String schema, String table) {
        Path folder = workspace.root().resolve(where).normalize();
        if (!Files.isDirectory(folder)) {
            return String.join(
                    ".",
                    Stream.of(where, schema, table)
                            .filter(part -> !part.isEmpty())
                            .toList());
        }
        return found(folder)
                .getOrDefault(table, where.isEmpty() ? table + ".parquet" : where + "/" + table + ".parquet");
    }

    /** The same for a name as a model has it, perhaps with schemas before it: itself where no file is called so. */
    public String named(String name) {
        Path folder = workspace.root().resolve(where).normalize();
        if (!Files.isDirectory(folder) || name.contains("/") || Files.isRegularFile(folder.resolve(name))) {
            return name;
        }
        String table = name.substring(name.lastIndexOf('.') + 1);
        Map<String, String> files = found(folder);
        return files.entrySet().stream()
                .filter(file -> file.getKey().equalsIgnoreCase(table))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(name);
    }

    private Map<String, String> found(Path folder) {
        if (found == null) {
            found = files(folder);
        }
        return found;
    }

    private Map<String, String> files(Path folder) {
        Map<String, String> names = new TreeMap<>();
        try (var paths = Files.walk(folder, DEPTH)) {
            paths.filter(Files::isRegularFile).sorted().forEach(path -> {
                String name = path.getFileName().toString();
                ENDINGS.stream()
                        .filter(name::endsWith)
                        .findFirst()
                        .ifPresent(ending -> names.putIfAbsent(
                                name.substring(0, name.length() - ending.length()), workspace.name(path)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}

package io.bellwether.app.extract;

import io.bellwether.core.catalog.DataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where extracts lie, and what of before goes when. */
record ExtractFolders(Path root) {
    /** Where rows of a server wait to be copied. */
    static final String STAGE = "stage";

    /** Under a workspace's folder. */
    private static final Path FOLDER = Path.of(".bellwether", "extracts");

    boolean any() {
        return Files.isDirectory(root.resolve(FOLDER));
    }

    Path of(String dataset) {
        return root.resolve(FOLDER).resolve(dataset);
    }

    /** Files of a copy, as a source. */
    static DataSource source(String dataset, Object folder, String file) {
        String path = FOLDER.resolve(dataset).resolve(String.valueOf(folder)).toString();
        return new DataSource.Files(path.replace('\\', '/') + "/" + file + ".parquet");
    }

    /** An empty folder in the place of one that a refresh left behind. */
    Path fresh(String dataset, String name) throws IOException {
        Path fresh = of(dataset).resolve(name);
        delete(fresh);
        return Files.createDirectories(fresh);
    }

    /** Leaves this copy and the one before, which may still be read. */
    void tidy(String dataset, int number) throws IOException {
        delete(of(dataset).resolve(STAGE));
        for (Path other : copies(of(dataset))) {
            if (Integer.parseInt(other.getFileName().toString()) < number - 1) {
                delete(other);
            }
        }
    }

    void drop(String dataset) {
        try {
            Path folder = of(dataset);
            if (Files.isDirectory(folder)) {
                Files.deleteIfExists(folder.resolve("current"));
                delete(folder.resolve(STAGE));
                for (Path copy : copies(folder)) {
                    delete(copy);
                }
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> copies(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches("\\d{1,9}"))
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(folder)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}

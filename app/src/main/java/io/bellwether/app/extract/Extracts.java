package io.bellwether.app.extract;

import io.bellwether.app.query.Answering;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.RowFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies of datasets under {@code .bellwether/extracts/NAME}: a folder of Parquet files, one for each month, that a file
 * {@code current} names. A refresh makes the next folder, with links to the months that stay, and then renames a new
 * {@code current} into place: whatever stops it before that leaves the copy that there was.
 */
public final class Extracts {
    /** Under a workspace's folder. */
    private static final Path FOLDER = Path.of(".bellwether", "extracts");

    private final Engine engine;
    private final Path root;
    private @Nullable Seen last;

    private record Seen(Catalog catalog, Map<String, Integer> folders, Catalog with) {}

    /** @param rewritten how many months were read anew, or -1 where the source has not changed */
    public record Refreshed(String dataset, int rewritten, int kept) {}

    /**
     * @param engine that reads files
     * @param root of the workspace
     */
    public Extracts(Engine engine, Path root) {
        this.engine = engine;
        this.root = root;
    }

    /** The catalog with extracts as the sources of the datasets that have one. */
    public synchronized Catalog in(Catalog catalog) {
        Map<String, Integer> folders = new LinkedHashMap<>();
        if (Files.isDirectory(root.resolve(FOLDER))) {
            for (Dataset dataset : catalog.datasets().values()) {
                Manifest.read(folder(dataset.name()))
                        .filter(manifest -> manifest.source().equals(engine.relation(dataset.source())))
                        .ifPresent(manifest -> folders.put(dataset.name(), manifest.folder()));
            }
        }
        if (last == null || last.catalog() != catalog || !last.folders().equals(folders)) {
            last = new Seen(catalog, folders, folders.isEmpty() ? catalog : with(catalog, folders));
        }
        return last.with();
    }

    private static Catalog with(Catalog catalog, Map<String, Integer> folders) {
        Map<String, Dataset> datasets = new LinkedHashMap<>(catalog.datasets());
        folders.forEach(
                (name, number) -> datasets.computeIfPresent(name, (n, dataset) -> dataset.from(source(name, number))));
        return catalog.with(datasets);
    }

    private static DataSource source(String name, int number) {
        String folder = FOLDER.resolve(name).resolve(String.valueOf(number)).toString();
        return new DataSource.Files(folder.replace('\\', '/') + "/*.parquet");
    }

    /** The datasets that have an extract. */
    public List<String> names(Catalog catalog) {
        return catalog.datasets().keySet().stream()
                .filter(name -> Manifest.read(folder(name)).isPresent())
                .toList();
    }

    /**
     * Makes an extract, or brings it up to date.
     *
     * @param overlap how long before the last known row rows may still have changed
     * @param full whether to read everything again
     */
    public Refreshed refresh(
            Dataset dataset,
            Catalog catalog,
            Answering answering,
            RowFiles files,
            Period overlap,
            boolean full,
            Deadline deadline) {
        if (!(dataset.source() instanceof DataSource.Files)) {
            throw new DiagnosticException(Diagnostic.error(
                    "S425", dataset.span(), "only files can be extracted, and " + dataset.name() + " is none", null));
        }
        Path folder = folder(dataset.name());
        try {
            Files.createDirectories(folder);
            try (FileChannel lock = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                String version = engine.version(dataset.source()).orElseThrow();
                Optional<Manifest> before =
                        Manifest.read(folder).filter(m -> m.source().equals(engine.relation(dataset.source())));
                if (!full && before.filter(m -> m.version().equals(version)).isPresent()) {
                    return new Refreshed(dataset.name(), -1, 0);
                }
                var copy = new Copy(
                        dataset, engine, answering, files, catalog.workspace().calendar(), deadline);
                return copied(copy, folder, full ? Optional.empty() : before, version, overlap);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Refreshed copied(Copy copy, Path folder, Optional<Manifest> before, String version, Period overlap)
            throws IOException {
        int number = Manifest.read(folder).map(m -> m.folder() + 1).orElse(1);
        Path fresh = folder.resolve(String.valueOf(number));
        delete(fresh);
        Files.createDirectories(fresh);
        Path old = before.map(m -> folder.resolve(String.valueOf(m.folder()))).orElse(null);
        Copy.Done done = copy.write(
                fresh,
                old,
                before.map(Manifest::watermark).map(w -> w.minus(overlap)).orElse(null));
        String source = engine.relation(copy.dataset().source());
        new Manifest(source, version, done.last(), number).write(folder);
        for (Path other : folders(folder)) {
            int its = Integer.parseInt(other.getFileName().toString());
            if (its < number - 1) { // the one before may still be read
                delete(other);
            }
        }
        return new Refreshed(copy.dataset().name(), done.rewritten(), done.kept());
    }

    /** Takes an extract away; from now on the source itself is read again. */
    public void drop(String dataset) {
        try {
            Path folder = folder(dataset);
            if (Files.isDirectory(folder)) {
                Files.deleteIfExists(folder.resolve("current"));
                for (Path copy : folders(folder)) {
                    delete(copy);
                }
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String dataset) {
        return root.resolve(FOLDER).resolve(dataset);
    }

    private static List<Path> folders(Path folder) throws IOException {
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

package io.bellwether.app.extract;

import io.bellwether.app.query.Answering;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.source.Digest;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.Engines;
import io.bellwether.engine.RowFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Copies of datasets under {@code .bellwether/extracts/NAME}: a folder of Parquet files, one for each month, that a file
 * {@code current} names. A refresh makes the next folder, with links to the months that stay, and then renames a new
 * {@code current} into place: whatever stops it before that leaves the copy that there was.
 */
public final class Extracts {
    /** A server cannot tell whether its rows are others: then a day is as long as a copy is taken for fresh. */
    private static final TemporalAmount UNLESS_SAID = Period.ofDays(1);

    private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    private final Engines engines;
    private final Engine embedded;
    private final Answering answering;
    private final RowFiles files;
    private final ExtractFolders folders;
    private @Nullable Seen last;

    private record Seen(Catalog catalog, Map<String, Integer> folders, Catalog with) {}

    /** @param rewritten how many months were read anew, or -1 where the source has not changed */
    public record Refreshed(String dataset, int rewritten, int kept) {
        /** As a person reads it. */
        public String text() {
            return rewritten < 0
                    ? dataset + ": nothing new"
                    : "%s: months read %d, kept %d".formatted(dataset, rewritten, kept);
        }
    }

    /**
     * How a copy is brought up to date.
     *
     * @param overlap how long before the last known row rows may still have changed
     * @param full whether to read everything again
     */
    public record Manner(TemporalAmount overlap, boolean full) {
        /** As the definition says. */
        public static Manner of(Dataset dataset) {
            var declared = dataset.extract();
            return new Manner(declared == null ? Dataset.Extract.OVERLAP : declared.overlap(), false);
        }
    }

    /** How a copy stands to its source, as far as anybody can tell without reading it. */
    public enum State {
        MISSING,
        STALE,
        FRESH
    }

    /**
     * @param embedded the engine that reads files
     * @param files where it writes them
     * @param answering over the sources themselves
     * @param root of the workspace
     */
    public Extracts(Engines engines, Engine embedded, RowFiles files, Answering answering, Path root) {
        this.engines = engines;
        this.embedded = embedded;
        this.files = files;
        this.answering = answering;
        this.folders = new ExtractFolders(root);
    }

    /** The catalog with extracts as the sources of the datasets that have one. */
    public synchronized Catalog in(Catalog catalog) {
        Map<String, Integer> found = new LinkedHashMap<>();
        if (folders.any()) {
            for (Dataset dataset : catalog.datasets().values()) {
                usable(dataset).ifPresent(manifest -> found.put(dataset.name(), manifest.folder()));
            }
        }
        if (last == null || last.catalog() != catalog || !last.folders().equals(found)) {
            last = new Seen(catalog, found, found.isEmpty() ? catalog : with(catalog, found));
        }
        return last.with();
    }

    /** What there is of this source, with every column that the dataset reads. */
    private Optional<Manifest> usable(Dataset dataset) {
        return Manifest.read(folders.of(dataset.name()))
                .filter(manifest -> manifest.source().equals(identity(dataset.source())))
                .filter(manifest -> manifest.columns().containsAll(Columns.read(dataset)));
    }

    private String identity(DataSource source) {
        if (!(source instanceof DataSource.Files files)) {
            return Digest.of(source.toString(), 16);
        }
        String relation = embedded.relation(source);
        return files.reading().isPlain()
                ? relation
                : relation + " " + Digest.of(files.reading().toString(), 16);
    }

    private Catalog with(Catalog catalog, Map<String, Integer> found) {
        Map<String, Dataset> datasets = new LinkedHashMap<>(catalog.datasets());
        found.forEach((name, number) -> datasets.computeIfPresent(
                name, (n, dataset) -> dataset.from(ExtractFolders.source(name, number, "*"))));
        return catalog.with(datasets);
    }

    /** The datasets that have an extract. */
    public List<String> names(Catalog catalog) {
        return catalog.datasets().keySet().stream()
                .filter(name -> Manifest.read(folders.of(name)).isPresent())
                .toList();
    }

    /** Whether the dataset's extract is there, and whether it is time to bring it up to date. */
    public State state(Dataset dataset, Instant now, Calendar calendar) {
        Optional<Manifest> manifest = usable(dataset);
        if (manifest.isEmpty()) {
            return State.MISSING;
        }
        boolean files = dataset.source() instanceof DataSource.Files;
        TemporalAmount every =
                dataset.extract() == null ? null : dataset.extract().every();
        if (every == null && !files) {
            every = UNLESS_SAID;
        }
        boolean time = every == null
                || !manifest.get()
                        .looked()
                        .atZone(calendar.zone())
                        .plus(every)
                        .toInstant()
                        .isAfter(now);
        return time && !(files && isUnchanged(dataset, manifest.get())) ? State.STALE : State.FRESH;
    }

    private boolean isUnchanged(Dataset dataset, Manifest manifest) {
        try {
            return embedded.version(dataset.source())
                    .filter(manifest.version()::equals)
                    .isPresent();
        } catch (EngineException gone) {
            return false;
        }
    }

    /** Makes an extract, or brings it up to date. */
    public Refreshed refresh(Dataset dataset, Calendar calendar, Manner manner, Instant now, Deadline deadline) {
        Path folder = folders.of(dataset.name());
        // The file keeps other processes out; within one process it would only throw.
        ReentrantLock turn = TURNS.computeIfAbsent(folder.toAbsolutePath().normalize(), path -> new ReentrantLock());
        turn.lock();
        try {
            Files.createDirectories(folder);
            try (FileChannel lock = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                Engine engine = engines.of(dataset.source());
                String version = engine.version(dataset.source()).orElse("");
                Optional<Manifest> before = usable(dataset)
                        .filter(m -> !manner.full() && m.calendar().equals(print(calendar)));
                if (!version.isEmpty()
                        && before.filter(m -> m.version().equals(version)).isPresent()) {
                    before.get().lookedAt(now).write(folder);
                    return new Refreshed(dataset.name(), -1, 0);
                }
                LocalDateTime since = before.map(Manifest::watermark)
                        .map(w -> w.minus(manner.overlap()))
                        .orElse(null);
                return copied(new Work(dataset, engine, calendar, deadline), before.orElse(null), since, version, now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
    }

    /** Months of another zone or calendar end elsewhere: beside ours they would hold rows twice. */
    private static String print(Calendar calendar) {
        return Digest.of(calendar.toString(), 16);
    }

    private record Work(Dataset dataset, Engine engine, Calendar calendar, Deadline deadline) {
        String name() {
            return dataset.name();
        }
    }

    private Refreshed copied(
            Work work, @Nullable Manifest before, @Nullable LocalDateTime since, String version, Instant now)
            throws IOException {
        Path folder = folders.of(work.name());
        int number = Manifest.read(folder).map(m -> m.folder() + 1).orElse(1);
        Path fresh = folders.fresh(work.name(), String.valueOf(number));
        Path old = before == null ? null : folder.resolve(String.valueOf(before.folder()));
        boolean staged = !(work.dataset().source() instanceof DataSource.Files);
        Set<String> columns = new LinkedHashSet<>();
        work.engine().describe(work.dataset().source()).columns().forEach(c -> columns.add(Manifest.column(c)));
        Dataset from = staged ? staged(work, before, since) : work.dataset();
        Copy copy = new Copy(from, embedded, answering, files, work.calendar(), work.deadline());
        Copy.Done done = copy.write(fresh, old, since, staged && since != null);
        String source = identity(work.dataset().source());
        new Manifest(source, version, done.last(), now, print(work.calendar()), number, columns).write(folder);
        folders.tidy(work.name(), number);
        return new Refreshed(work.name(), done.rewritten(), done.kept());
    }

    /** The dataset with what is to be copied of it as its source. */
    private Dataset staged(Work work, @Nullable Manifest before, @Nullable LocalDateTime since) throws IOException {
        Path folder = folders.fresh(work.name(), ExtractFolders.STAGE);
        var stage = new Stage(work.dataset(), work.engine(), answering, files, work.calendar(), work.deadline());
        stage.rows(folder.resolve("rows.parquet"), since);
        if (since != null) {
            int number = Objects.requireNonNull(before).folder();
            String month = work.calendar()
                    .period(since, Grain.MONTH)
                    .start()
                    .toLocalDate()
                    .toString();
            if (Files.exists(folders.of(work.name()).resolve(number + "/" + month + ".parquet"))) {
                Dataset kept = work.dataset().from(ExtractFolders.source(work.name(), number, month));
                stage.kept(folder.resolve("kept.parquet"), kept, since);
            }
        }
        return work.dataset().from(ExtractFolders.source(work.name(), ExtractFolders.STAGE, "*"));
    }

    /** Takes an extract away; from now on the source itself is read again. */
    public void drop(String dataset) {
        folders.drop(dataset);
    }
}

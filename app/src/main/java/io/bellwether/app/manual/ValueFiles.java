package io.bellwether.app.manual;

import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.RowFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What the embedded engine reads for metrics that people type in: a Parquet file each, made anew from the store whenever it
 * is not of the store's values. The store is the truth; the files may be thrown away.
 *
 * <pre>
 *   satisfaction.parquet   the rows
 *   satisfaction.of        which values they are, and of which definition
 *   satisfaction.lock      one writer at a time, of all processes on the machine
 * </pre>
 */
public final class ValueFiles {
    private final Function<Catalog, Store> store;
    private final RowFiles rowFiles;
    private final Path root;

    /** @param root of the workspace */
    public ValueFiles(Function<Catalog, Store> store, RowFiles rowFiles, Path root) {
        this.store = store;
        this.rowFiles = rowFiles;
        this.root = root;
    }

    /** Sees that the files of these datasets are of the values that there are now; does nothing for others. */
    public void ready(Catalog catalog, Collection<Dataset> datasets) {
        for (Dataset dataset : datasets) {
            if (dataset.source() instanceof DataSource.Typed typed) {
                ManualMetric.find(catalog, typed.metric()).ifPresent(metric -> ready(metric, store.apply(catalog)));
            }
        }
    }

    /** The same for all of a workspace; without such metrics not even the store is opened. */
    public void ready(Catalog catalog) {
        ready(catalog, catalog.datasets().values());
    }

    void ready(ManualMetric metric, Store from) {
        String wanted = identity(metric, from);
        if (!isOf(metric, wanted)) {
            write(metric, from);
        }
    }

    private String identity(ManualMetric metric, Store from) {
        String version =
                from.read(handle -> ValueRows.version(handle, metric.name())).orElse("none");
        return version + "\n" + metric.source() + "\n";
    }

    private boolean isOf(ManualMetric metric, String identity) {
        try {
            return Files.exists(file(metric))
                    && Files.readString(beside(metric, ".of")).equals(identity);
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Within one process one thread at a time may ask for a file's lock. */
    private synchronized void write(ManualMetric metric, Store from) {
        try {
            Files.createDirectories(file(metric).getParent());
            try (FileChannel lock = FileChannel.open(
                            beside(metric, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                String identity = identity(metric, from);
                if (held.isValid() && !isOf(metric, identity)) {
                    // Read after the identity: newer rows under an older name are only written once more.
                    List<ValueRows.Row> rows = from.read(handle -> ValueRows.latest(
                            handle, metric.name(), metric.source().every().word()));
                    rowFiles.write(new ValueStream(metric.source(), rows), file(metric), Deadline.none());
                    swap(beside(metric, ".of"), identity);
                }
            }
        } catch (IOException e) {
            String message = "the values of " + metric.name() + " cannot be kept for the engine: " + e.getMessage();
            throw new DiagnosticException(Diagnostic.error("E608", null, message, "check space and rights"));
        }
    }

    private static void swap(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(ManualMetric metric) {
        return root.resolve(metric.source().file().pattern());
    }

    private Path beside(ManualMetric metric, String ending) {
        return file(metric).resolveSibling(metric.name() + ending);
    }
}

package io.bellwether.app.query;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.Engines;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The sources that some work read, each in its version: what is made of them holds for as long as these are the present
 * ones. Work by which something failed, or read what nobody can tell the version of, leaves nothing that holds.
 */
public final class Reads {
    private static final ScopedValue<Reads> CURRENT = ScopedValue.newInstance();

    private final Map<DataSource, String> versions = new LinkedHashMap<>();
    private boolean sure = true;

    /** Does the work on this thread and takes note of what it reads. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** A source that the work at hand reads, if anybody takes note. */
    static void note(DataSource source, Optional<String> version) {
        if (CURRENT.isBound()) {
            CURRENT.get().add(source, version);
        }
    }

    /** Sources that what the work at hand reads was made of, if anybody takes note. */
    public static void note(Collection<Dataset> datasets, Engines engines) {
        if (CURRENT.isBound()) {
            datasets.forEach(dataset -> CURRENT.get().add(dataset.source(), version(dataset.source(), engines)));
        }
    }

    private static Optional<String> version(DataSource source, Engines engines) {
        try {
            return engines.of(source).version(source);
        } catch (EngineException gone) {
            return Optional.empty();
        }
    }

    /** Something that the work at hand wanted to read could not be read. */
    static void noteFailure() {
        if (CURRENT.isBound()) {
            CURRENT.get().fail();
        }
    }

    private synchronized void add(DataSource source, Optional<String> version) {
        if (version.isEmpty()) {
            sure = false;
            return;
        }
        String before = versions.putIfAbsent(source, version.get());
        sure &= before == null || before.equals(version.get());
    }

    private synchronized void fail() {
        sure = false;
    }

    /** Whether all of it is still what was read. */
    public synchronized boolean hold(Engines engines) {
        return sure
                && versions.entrySet().stream()
                        .allMatch(read -> version(read.getKey(), engines)
                                .filter(read.getValue()::equals)
                                .isPresent());
    }
}

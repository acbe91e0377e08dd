package io.bellwether.app.advice;

import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.lint.Advice;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.Engines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Advice for those who do not wait: what definitions tell is there at once; what data tells is found beside, once for each
 * version of the files, the data and the memory, and is there at a later look.
 *
 * <pre>
 *   look ──▶ known for these versions?  ──yes──▶ all of it
 *                     │ no
 *                     └──▶ definitions' part now; the rest begins, unless something runs already
 * </pre>
 */
public final class AdviceBoard {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int KEPT = 8;
    /** For so long data counts as the same whose engine cannot tell. */
    private static final Duration SAME = Duration.ofMinutes(15);

    private final Advices advices;
    private final Engines engines;
    private final Function<Catalog, Memory> memory;
    private final Map<Key, Found> found = new LinkedHashMap<>();
    private boolean running;

    /** @param memory what is remembered of a catalog's KPIs */
    public AdviceBoard(Advices advices, Engines engines, Function<Catalog, Memory> memory) {
        this.advices = advices;
        this.engines = engines;
        this.memory = memory;
    }

    /** How far the look at the data is. */
    public enum Look {
        DONE,
        RUNNING,
        FAILED
    }

    /** @param problem why the data could not be looked at; empty unless that failed */
    public record Found(Advice advice, Look look, String problem) {}

    private record Key(long version, String asOf, List<String> data, Memory memory) {}

    /**
     * What is known now.
     *
     * @param at now, for data whose version nobody can tell
     */
    public Found look(Snapshot snapshot, AsOf asOf, Instant at) {
        Catalog catalog = snapshot.last();
        Key key = new Key(snapshot.version(), asOf.label(), versions(catalog, at), memory.apply(catalog));
        synchronized (found) {
            Found known = found.get(key);
            if (known != null) {
                return known;
            }
            if (!running) {
                running = true;
                Thread.ofVirtual().name("advice").start(() -> find(key, snapshot, asOf));
            }
        }
        return new Found(Advices.ofDefinitions(snapshot, asOf), Look.RUNNING, "");
    }

    private List<String> versions(Catalog catalog, Instant at) {
        List<String> versions = new ArrayList<>();
        for (Dataset dataset : catalog.datasets().values()) {
            try {
                versions.add(engines.of(dataset.source())
                        .version(dataset.source())
                        .orElseGet(() -> "since " + at.getEpochSecond() / SAME.toSeconds()));
            } catch (EngineException unreadable) {
                versions.add("unreadable");
            }
        }
        return versions;
    }

    private void find(Key key, Snapshot snapshot, AsOf asOf) {
        Found result = new Found(Advices.ofDefinitions(snapshot, asOf), Look.FAILED, "The look at the data broke off.");
        try {
            result = new Found(advices.of(snapshot, asOf, key.memory(), Deadline.in(PATIENCE)), Look.DONE, "");
        } catch (DiagnosticException e) {
            String problem = Objects.requireNonNull(e.getMessage());
            result = new Found(result.advice(), Look.FAILED, "The data could not be looked at: " + problem);
        } finally {
            synchronized (found) {
                running = false;
                found.put(key, result);
                while (found.size() > KEPT) {
                    found.remove(found.keySet().iterator().next());
                }
            }
        }
    }
}

package io.bellwether.app.promise;

import io.bellwether.app.scorecard.Hindsight;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that is remembered of a workspace's promises. */
public final class PromiseHistory {
    private final Versions versions;
    private final Closings closings;
    private final Decisions decisions;
    private volatile @Nullable Seen seen;

    public PromiseHistory(Store store, Hindsight hindsight) {
        this.versions = new Versions(store);
        this.closings = new Closings(store, hindsight);
        this.decisions = new Decisions(store);
    }

    public Versions versions() {
        return versions;
    }

    public Closings closings() {
        return closings;
    }

    public Decisions decisions() {
        return decisions;
    }

    /** The catalog as it is judged at an as-of: what has closed by the version that was in force then. */
    public Catalog inForce(Catalog catalog, AsOf asOf) {
        String stamp = versions.stamp();
        Seen last = seen;
        if (last != null && last.written == catalog && last.asOf.equals(asOf) && last.stamp.equals(stamp)) {
            return last.judged;
        }
        Catalog judged = InForce.catalog(catalog, versions.judging(), asOf);
        seen = new Seen(catalog, asOf, stamp, judged);
        return judged;
    }

    /** The last answer: most questions are about the same files and the same day. */
    private record Seen(Catalog written, AsOf asOf, String stamp, Catalog judged) {}

    /** Makes versions for what changed in the files. */
    public void note(Catalog catalog, Instant at, Authors authors) {
        note(catalog, at, authors, Set.of());
    }

    /**
     * Makes versions for what changed in the files.
     *
     * @param removed KPIs that stayed away for so long that they count as removed
     */
    public void note(Catalog catalog, Instant at, Authors authors, Set<String> removed) {
        versions.note(catalog, at, authors, removed);
    }
}

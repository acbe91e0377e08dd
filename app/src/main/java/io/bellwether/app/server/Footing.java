package io.bellwether.app.server;

import io.bellwether.app.query.Reads;
import io.bellwether.core.catalog.Catalog;
import java.util.Optional;

/** What a scorecard stands on beside its definitions and its as-of, each told cheaply. */
public interface Footing {
    /**
     * The state of what is remembered and of where data is read; empty where it cannot be told.
     *
     * @param store what is another after every change of the store, and after every time that it did not answer
     * @param read the catalog with the sources that are really read; the same object while they are the same ones
     */
    record State(String store, Catalog read) {
        boolean isSame(State other) {
            return store.equals(other.store) && read == other.read;
        }
    }

    Optional<State> state(Catalog catalog);

    /** Whether the data that was read is still the present one. */
    boolean holds(Reads reads);
}

package io.bellwether.app.wiring;

import io.bellwether.app.extract.Extracts;
import io.bellwether.app.query.Reads;
import io.bellwether.app.server.Footing;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.engine.Engines;
import java.util.Optional;
import java.util.function.Function;

/**
 * What scorecards stand on: the store, the extracts, the engines' sources.
 *
 * @param store a stamp of the store, the same one while there is none
 */
record Standing(Function<Catalog, String> store, Extracts extracts, Engines engines) implements Footing {
    @Override
    public Optional<State> state(Catalog catalog) {
        try {
            return Optional.of(new State(store.apply(catalog), extracts.in(catalog)));
        } catch (DiagnosticException noMemory) {
            return Optional.empty();
        }
    }

    @Override
    public boolean holds(Reads reads) {
        return reads.hold(engines);
    }
}

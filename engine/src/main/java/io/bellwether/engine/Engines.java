package io.bellwether.engine;

import io.bellwether.core.catalog.DataSource;

/** The engine of each source: the embedded one for files, else that of the source's connection, opened when first asked for. */
public interface Engines extends AutoCloseable {
    Engine of(DataSource source);

    @Override
    void close();

    /** One engine for every source. */
    static Engines only(Engine engine) {
        return new Engines() {
            @Override
            public Engine of(DataSource source) {
                return engine;
            }

            @Override
            public void close() {
                engine.close();
            }
        };
    }
}

package io.bellwether.app.server;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person tells the server to do.
 *
 * @param variables the parts of the path that vary
 * @param values the parameters of the query, each once; for files, which have no other place for them
 * @param by who says it
 * @param at when; from here on nobody reads the clock
 * @param catalog the last good one
 */
record Told<B>(
        Map<String, String> variables, Map<String, String> values, B body, Person by, Instant at, Catalog catalog) {
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    @Nullable
    String value(String name) {
        return values.get(name);
    }
}

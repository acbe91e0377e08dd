package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import org.jspecify.annotations.Nullable;

/**
 * A connection as written. Secrets stand in it as references only, {@code ${env:NAME}} or {@code ${file:PATH}}; a text in
 * the place of one is a problem, and is kept nowhere.
 *
 * @param engine the word for a kind of engine
 */
public record ConnectionDefinition(
        Located<String> name,
        Located<String> engine,
        Located<String> url,
        @Nullable Located<String> user,
        @Nullable Located<String> password) {}

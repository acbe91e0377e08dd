package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection as written. Secrets stand in it as references only, {@code ${env:NAME}} or {@code ${file:PATH}}; a text in
 * the place of one is a problem, and is kept nowhere.
 *
 * @param engine the word for a kind of engine
 * @param keepAnswers how long an answer may be given again, 0 for not at all; null where nothing is said
 */
public record ConnectionDefinition(
        Located<String> name,
        Located<String> engine,
        Located<String> url,
        @Nullable Located<String> user,
        @Nullable Located<String> password,
        @Nullable Located<Duration> keepAnswers) {}

package io.bellwether.core.catalog;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where tables and queries are. What it says of secrets are references; whoever opens it reads them then and keeps them
 * to itself.
 *
 * @param url may hold references, too
 * @param keepAnswers how long an answer may be given again, since a server does not say when its rows change
 */
public record Connection(
        String name,
        EngineKind engine,
        String url,
        @Nullable String user,
        @Nullable String password,
        Duration keepAnswers) {
    /** Long enough for a page and its neighbours, short enough that nobody acts on old rows. */
    public static final Duration KEEP_ANSWERS = Duration.ofMinutes(1);

    public Connection(String name, EngineKind engine, String url, @Nullable String user, @Nullable String password) {
        this(name, engine, url, user, password, KEEP_ANSWERS);
    }
}

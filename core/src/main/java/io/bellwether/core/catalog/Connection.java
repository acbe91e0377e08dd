package io.bellwether.core.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Where tables and queries are. What it says of secrets are references; whoever opens it reads them then and keeps them
 * to itself.
 *
 * @param url may hold references, too
 */
public record Connection(
        String name,
        EngineKind engine,
        String url,
        @Nullable String user,
        @Nullable String password) {}

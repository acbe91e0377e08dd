package io.bellwether.app.server;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A file as an answer.
 *
 * @param name under which browsers save it, or null where they show it
 */
record Download(@Nullable String name, MediaType type, byte[] bytes) {}

package io.bellwether.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was named in a text.
 *
 * @param person who was
 * @param subject what the text is about: {@code kpi:revenue}, {@code review:7}
 * @param excerpt how the text begins
 * @param seen when they saw it, or null
 */
public record Mention(
        long id,
        Instant at,
        String person,
        String author,
        String subject,
        String excerpt,
        @Nullable Instant seen) {}

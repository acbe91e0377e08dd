package io.bellwether.core.catalog;

import io.bellwether.core.source.Span;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who owns, reviews, or is told.
 *
 * @param email who they are everywhere, in small letters
 * @param team whose KPIs theirs are, or null
 * @param zone where their clock is, or null for the workspace's
 */
public record Person(
        String email,
        String name,
        @Nullable String team,
        @Nullable ZoneId zone,
        Span span) {
    /** The one spelling of an address that people are found by. */
    public static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}

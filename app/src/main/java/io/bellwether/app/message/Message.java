package io.bellwether.app.message;

import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.source.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A letter written for one receiver; from here on its bytes stay as they are.
 *
 * @param key what tells it from all others: a second message with it is not added
 * @param about what it tells of, for people who look at the outbox: {@code alert:Revenue}
 * @param to where it goes, as written: a reference stays one
 * @param body plain text for mail, JSON for hooks
 * @param html for mail, or null
 */
public record Message(
        String key,
        String about,
        Channel to,
        String subject,
        String body,
        @Nullable String html) {
    /** The name by which receivers know a message that comes again: short, of letters and digits. */
    public String id() {
        return id(key);
    }

    static String id(String key) {
        return Digest.of(key, 16);
    }
}

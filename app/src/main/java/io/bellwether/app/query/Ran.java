package io.bellwether.app.query;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A statement that an engine ran, and how long it took.
 *
 * @param note what is to be known of its rows, such as that they were read a while ago; or null
 */
public record Ran(String sql, Duration took, @Nullable String note) {
    public Ran(String sql, Duration took) {
        this(sql, took, null);
    }
}

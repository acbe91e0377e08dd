package io.bellwether.engine;

import org.jspecify.annotations.Nullable;

/**
 * Whether columns name a row.
 *
 * @param example a value that stands in more than one row, or null where the key is unique
 */
public record KeyCheck(@Nullable String example) {
    public boolean isUnique() {
        return example == null;
    }
}

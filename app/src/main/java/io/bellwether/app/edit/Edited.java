package io.bellwether.app.edit;

import io.bellwether.core.source.SourceFile;

/**
 * A file and what it is to say instead.
 *
 * @param before as it was read
 */
public record Edited(SourceFile before, String after) {
    public boolean isSame() {
        return before.text().equals(after);
    }
}

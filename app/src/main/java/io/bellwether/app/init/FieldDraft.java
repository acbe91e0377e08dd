package io.bellwether.app.init;

import io.bellwether.core.catalog.FileReading.Told;
import org.jspecify.annotations.Nullable;

/**
 * A field that we propose: a column under a name of its own, or computed.
 *
 * @param told how the column's dates are written, or null
 */
record FieldDraft(
        String name,
        String expression,
        @Nullable String description,
        @Nullable Told told) {}

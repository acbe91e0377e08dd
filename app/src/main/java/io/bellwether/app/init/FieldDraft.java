package io.bellwether.app.init;

import org.jspecify.annotations.Nullable;

/** A field that we propose: a column under a name of its own, or computed. */
record FieldDraft(String name, String expression, @Nullable String description) {}

package io.bellwether.app.cli;

/** How lists of what people said are written. */
enum ListFormat {
    TEXT,
    JSON
}

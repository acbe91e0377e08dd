package io.bellwether.app.cli;

/** How problems are written. */
enum CheckFormat {
    TEXT,
    JSON,
    SARIF
}

package io.bellwether.app.cli;

/** How an explanation is written. */
enum ExplainFormat {
    TEXT,
    JSON
}

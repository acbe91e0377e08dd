package io.bellwether.app.cli;

/** How rows are written. */
enum QueryFormat {
    TABLE,
    JSON,
    CSV
}

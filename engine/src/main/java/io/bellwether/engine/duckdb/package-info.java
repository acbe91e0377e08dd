/**
 * The embedded engine. In: sources and statements. Out: rows. The one place that knows DuckDB's settings, types and
 * error texts. May use: {@code engine}, {@code engine.file}, core.
 */
@NullMarked
package io.bellwether.engine.duckdb;

import org.jspecify.annotations.NullMarked;

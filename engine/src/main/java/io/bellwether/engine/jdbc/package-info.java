/**
 * What engines behind a JDBC driver have in common. In: a connection of the catalog, sources, statements. Out: schemas and
 * rows with exact values, or a problem as a value without secrets. May use: {@code engine}.
 */
@NullMarked
package io.bellwether.engine.jdbc;

import org.jspecify.annotations.NullMarked;

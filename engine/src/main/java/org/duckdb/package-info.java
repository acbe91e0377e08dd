/**
 * Stands in for one class of DuckDB's driver, so that a short command starts in half the time.
 *
 * <p>In: calls of the driver. Out: nothing. May use: the driver.
 */
@NullMarked
package org.duckdb;

import org.jspecify.annotations.NullMarked;

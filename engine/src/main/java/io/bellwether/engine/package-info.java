/**
 * What runs SQL, seen from outside. In: data sources and statements. Out: schemas and rows with exact values, or a
 * problem as a value. May use: core.
 */
@NullMarked
package io.bellwether.engine;

import org.jspecify.annotations.NullMarked;

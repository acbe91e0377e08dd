/**
 * In: a catalog. Out: small tables that the planner reads in the place of datasets, and plans that read them. May use:
 * {@code core}, {@code engine}, {@code query}.
 */
@NullMarked
package io.bellwether.app.rollup;

import org.jspecify.annotations.NullMarked;

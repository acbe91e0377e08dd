/**
 * In: what definitions say is kept beside the data. Out: what of it is missing or old, and all of it brought up to date.
 *
 * May use: {@code app.extract}, {@code app.rollup}, {@code app.query}, {@code engine}, {@code core}.
 */
@NullMarked
package io.bellwether.app.upkeep;

import org.jspecify.annotations.NullMarked;

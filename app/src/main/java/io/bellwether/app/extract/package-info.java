/**
 * In: a dataset. Out: a copy of its rows in the order of time, kept up to date by reading what is new. May use:
 * {@code core}, {@code engine}, {@code query}.
 */
@NullMarked
package io.bellwether.app.extract;

import org.jspecify.annotations.NullMarked;

/**
 * In: values that people type in, send or upload for metrics without a formula. Out: what was wrong with them, or their
 * rows in the store; and for the engine a file per metric, made anew from the store. May use: {@code core}, {@code engine},
 * {@code store}.
 */
@NullMarked
package io.bellwether.app.manual;

import org.jspecify.annotations.NullMarked;

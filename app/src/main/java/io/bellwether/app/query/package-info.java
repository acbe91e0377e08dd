/** In: metrics and dimensions by name. Out: rows. May use: {@code core}, {@code engine}, {@code workspace}. */
@NullMarked
package io.bellwether.app.query;

import org.jspecify.annotations.NullMarked;

/** In: a file of rows. Out: a first workspace for it. May use: {@code core}, {@code engine}. */
@NullMarked
package io.bellwether.app.init;

import org.jspecify.annotations.NullMarked;

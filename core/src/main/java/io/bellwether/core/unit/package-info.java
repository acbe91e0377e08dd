/** In: a number and its unit. Out: the text that people read. May use: {@code source}, {@code time}. */
@NullMarked
package io.bellwether.core.unit;

import org.jspecify.annotations.NullMarked;

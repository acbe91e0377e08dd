/** In: dates, a zone, a calendar. Out: periods, their names, and how they compare. May use: {@code source}. */
@NullMarked
package io.bellwether.core.time;

import org.jspecify.annotations.NullMarked;

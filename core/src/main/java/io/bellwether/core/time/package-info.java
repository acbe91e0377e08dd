/**
 * In: dates, a zone, a calendar. Out: periods, their names, how they compare, and how far data is complete. May use:
 * {@code source}.
 */
@NullMarked
package io.bellwether.core.time;

import org.jspecify.annotations.NullMarked;

/** In: files that people wrote. Out: places in them, and problems as values. May use: nothing. */
@NullMarked
package io.bellwether.core.source;

import org.jspecify.annotations.NullMarked;

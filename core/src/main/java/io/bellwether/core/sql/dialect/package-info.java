/** In: phrases that the renderer asks for. Out: one engine's words for them. May use: what {@code sql} may. */
@NullMarked
package io.bellwether.core.sql.dialect;

import org.jspecify.annotations.NullMarked;

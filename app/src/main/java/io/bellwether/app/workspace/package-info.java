/** In: a folder of YAML files. Out: a watched catalog snapshot with its problems. May use: {@code core}, {@code engine}. */
@NullMarked
package io.bellwether.app.workspace;

import org.jspecify.annotations.NullMarked;

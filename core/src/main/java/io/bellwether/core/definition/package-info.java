/** In: YAML files. Out: records with a place on every field, or all problems at once. May use: {@code source}, {@code time}, {@code unit}. */
@NullMarked
package io.bellwether.core.definition;

import org.jspecify.annotations.NullMarked;

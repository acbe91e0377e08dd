/**
 * In: definitions and what was resolved of them. Out: the mistakes that the field knows, as diagnostics. May use:
 * everything up to {@code catalog}.
 */
@NullMarked
package io.bellwether.core.lint;

import org.jspecify.annotations.NullMarked;

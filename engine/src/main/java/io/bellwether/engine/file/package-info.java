/**
 * The files behind a source: which they are, whether we may read them, and what their first bytes say. In: a pattern
 * that a person wrote. Out: real paths inside the allowed folders, their kind, encoding and layout. May use:
 * {@code engine}, core.
 */
@NullMarked
package io.bellwether.engine.file;

import org.jspecify.annotations.NullMarked;

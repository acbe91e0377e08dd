/**
 * Where a definition stands in its text, and what is wrong with it.
 *
 * <p>In: the text of files. Out: {@code SourceFile}, {@code Span}, {@code Diagnostic}. May use: nothing of ours.
 */
@NullMarked
package io.bellwether.source;

import org.jspecify.annotations.NullMarked;

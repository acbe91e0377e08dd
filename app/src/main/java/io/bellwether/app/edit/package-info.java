/**
 * In: the text of a definition file and what is to be different in it. Out: the same text with just that changed, its
 * comments, order, quotes and line ends as they were; or a refusal where that cannot be done for certain. May use: {@code
 * workspace}, core.
 */
@NullMarked
package io.bellwether.app.edit;

import org.jspecify.annotations.NullMarked;

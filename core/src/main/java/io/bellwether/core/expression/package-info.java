/**
 * In: the text of an SQL expression. Out: a tree of our own with a place on every node, or problems. May use:
 * {@code source}, {@code time}, {@code unit}, {@code definition}.
 */
@NullMarked
package io.bellwether.core.expression;

import org.jspecify.annotations.NullMarked;

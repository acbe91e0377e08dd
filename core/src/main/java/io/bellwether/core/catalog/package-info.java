/**
 * In: definitions. Out: the resolved model, or problems. May use: {@code source}, {@code time}, {@code unit},
 * {@code definition}, {@code expression}.
 */
@NullMarked
package io.bellwether.core.catalog;

import org.jspecify.annotations.NullMarked;

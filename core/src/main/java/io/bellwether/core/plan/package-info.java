/**
 * In: a question and the catalog. Out: an immutable plan that no engine has seen. May use: {@code source}, {@code time},
 * {@code unit}, {@code expression}, {@code catalog}.
 */
@NullMarked
package io.bellwether.core.plan;

import org.jspecify.annotations.NullMarked;

/** In: cases, each a question and the SQL that a person wrote for it. Out: whether the engine gives the same rows. */
@NullMarked
package io.bellwether.conformance;

import org.jspecify.annotations.NullMarked;

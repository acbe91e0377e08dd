/**
 * In: a plan. Out: statements for one engine. May use: {@code source}, {@code time}, {@code expression},
 * {@code catalog}, {@code plan}.
 */
@NullMarked
package io.bellwether.core.sql;

import org.jspecify.annotations.NullMarked;

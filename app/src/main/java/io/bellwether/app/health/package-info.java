/**
 * In: a catalog and an as-of. Out: what its data is like (how far it reaches, which tests hold), kept in the store, and since when
 * a test fails, and the newest values that could be trusted. May use: {@code core}, {@code engine}, {@code query}, {@code scorecard},
 * {@code store}.
 */
@NullMarked
package io.bellwether.app.health;

import org.jspecify.annotations.NullMarked;

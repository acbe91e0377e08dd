/**
 * In: what the use cases found. Out: the pages' JSON as records, every text ready to show: all wording is here. Pure.
 * May use: {@code core}, {@code scorecard}, {@code explain}, {@code query}.
 */
@NullMarked
package io.bellwether.app.page;

import org.jspecify.annotations.NullMarked;

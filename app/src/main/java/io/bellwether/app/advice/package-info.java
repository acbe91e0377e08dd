/**
 * In: a catalog, its data and what was remembered of its KPIs. Out: what the rules of the field find, with what somebody has
 * answered for set apart. May use: {@code scorecard}, {@code query}, {@code workspace}; the page and the command line use it.
 */
@NullMarked
package io.bellwether.app.advice;

import org.jspecify.annotations.NullMarked;

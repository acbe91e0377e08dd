/**
 * In: jobs, each with a name, when it is due and what it does. Out: each of them done when it is due by one of the
 * servers that share a store, once for a time that nobody was there, and a record of every run. May use: the store and
 * the scheduler library, which is known nowhere else.
 */
@NullMarked
package io.bellwether.app.schedule;

import org.jspecify.annotations.NullMarked;

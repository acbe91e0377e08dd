/**
 * Programs that measure. In: files and the size of a run. Out: a table of medians and ratios. May use: everything;
 * nothing uses it, and no test runs it.
 */
@NullMarked
package io.bellwether.bench;

import org.jspecify.annotations.NullMarked;

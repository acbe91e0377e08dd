/** In: a KPI. Out: its formulas with the numbers filled in. May use: {@code scorecard} and what that uses. */
@NullMarked
package io.bellwether.app.explain;

import org.jspecify.annotations.NullMarked;

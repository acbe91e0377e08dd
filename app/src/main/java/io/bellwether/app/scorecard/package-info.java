/** In: a catalog and an as-of. Out: every KPI judged, in few statements. May use: {@code core}, {@code engine}, {@code workspace}, {@code query}. */
@NullMarked
package io.bellwether.app.scorecard;

import org.jspecify.annotations.NullMarked;

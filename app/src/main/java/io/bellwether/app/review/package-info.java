/**
 * In: an objective whose KPIs are talked about, one by one, by several people at once. Out: what was said and decided, the actions,
 * and minutes as a page and as a PDF. May use: people, the store, the scorecard, core; the PDF library is seen in {@code MinutesPdf}
 * alone.
 */
@NullMarked
package io.bellwether.app.review;

import org.jspecify.annotations.NullMarked;

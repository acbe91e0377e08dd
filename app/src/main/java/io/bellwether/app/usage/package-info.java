/**
 * In: which KPIs and metrics are looked at. Out: how often, month by month, and when last; by whom is not kept. May use:
 * {@code core}, {@code store}.
 */
@NullMarked
package io.bellwether.app.usage;

import org.jspecify.annotations.NullMarked;

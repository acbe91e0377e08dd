/**
 * In: a KPI's readings and an as-of. Out: its status, progress, expected share and pace, and why. May use: everything
 * above it but {@code sql}.
 */
@NullMarked
package io.bellwether.core.judge;

import org.jspecify.annotations.NullMarked;

package io.bellwether.core.catalog;

import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;

/** The timeframe of a target. */
public sealed interface Schedule {
    /** {@code by: 2026-Q3}. */
    record By(Period timeframe) implements Schedule {}

    /** {@code every: quarter}: a new timeframe each quarter. */
    record Every(Grain grain) implements Schedule {}
}

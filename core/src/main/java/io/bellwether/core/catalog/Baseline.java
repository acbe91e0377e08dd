package io.bellwether.core.catalog;

import io.bellwether.core.time.Period;
import java.math.BigDecimal;

/** Where the way to a target starts. */
public sealed interface Baseline {
    record Level(BigDecimal value) implements Baseline {}

    record Over(Period period) implements Baseline {}
}

package io.bellwether.app.init;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the metrics of a draft came to.
 *
 * @param first the day of the first row
 * @param last the day of the last row
 * @param year each metric over the twelve months that end with that day; a value is null where there is none
 * @param months each metric in the whole months among them that have data
 */
record History(
        LocalDate first,
        LocalDate last,
        Map<String, @Nullable BigDecimal> year,
        Map<String, List<BigDecimal>> months) {}

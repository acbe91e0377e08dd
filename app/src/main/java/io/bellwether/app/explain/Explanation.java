package io.bellwether.app.explain;

import io.bellwether.app.query.Ran;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.core.time.AsOf;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A KPI with all that its number and its status follow from.
 *
 * @param inputs the KPI's metric first, then every metric that it is made of
 * @param statements every statement that ran for it
 */
public record Explanation(AsOf asOf, KpiCard card, List<Input> inputs, List<Ran> statements) {
    /**
     * A metric over the KPI's window, in the KPI's slice.
     *
     * @param expression as written
     * @param filled the same with the values of the metrics in it; equal to {@code expression} where it names none
     * @param value null for no data
     */
    public record Input(
            String name,
            String label,
            String expression,
            String filled,
            @Nullable BigDecimal value,
            String valueText) {}
}

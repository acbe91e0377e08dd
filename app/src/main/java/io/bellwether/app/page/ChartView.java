package io.bellwether.app.page;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The large chart.
 *
 * @param ticks of the value axis, ready made
 * @param band for a target that is a band
 * @param target the level to reach
 */
public record ChartView(
        String title,
        String note,
        List<Point> points,
        List<Level> ticks,
        @Nullable Band band,
        @Nullable Level target,
        List<Flag> events) {
    /** @param open whether the period is still running */
    public record Point(
            String start,
            String label,
            @Nullable BigDecimal value,
            @Nullable String text,
            @Nullable BigDecimal path,
            @Nullable String pathText,
            boolean open) {}

    public record Level(BigDecimal value, String text) {}

    public record Band(BigDecimal low, BigDecimal high) {}

    /** @param index where between the points, fractional */
    public record Flag(BigDecimal index, String label, String kind) {}
}

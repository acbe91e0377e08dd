package io.bellwether.core.catalog;

import io.bellwether.core.time.Calendar;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all files of a workspace.
 *
 * @param currency ISO 4217 code, or null
 * @param calendarTables with the shortest grain first
 * @param rollups null where none are asked for
 */
public record Workspace(
        String name,
        @Nullable String currency,
        Calendar calendar,
        Kpi.Thresholds thresholds,
        List<CalendarTable> calendarTables,
        @Nullable Rollups rollups) {
    /**
     * That small tables are kept for the scorecard.
     *
     * @param every a {@link java.time.Period} or {@link java.time.Duration}: no more often than that; null for whenever asked
     */
    public record Rollups(@Nullable TemporalAmount every) {}

    /** The same with the calendar's tables, which need datasets. */
    Workspace with(List<CalendarTable> tables) {
        return new Workspace(name, currency, calendar, thresholds, tables, rollups);
    }
}

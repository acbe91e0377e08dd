package io.bellwether.core.catalog;

import io.bellwether.core.time.Calendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all files of a workspace.
 *
 * @param currency ISO 4217 code, or null
 * @param calendarTables with the shortest grain first
 */
public record Workspace(
        String name,
        @Nullable String currency,
        Calendar calendar,
        Kpi.Thresholds thresholds,
        List<CalendarTable> calendarTables) {}

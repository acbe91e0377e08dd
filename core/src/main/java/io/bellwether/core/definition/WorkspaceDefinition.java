package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for all files, as written; null where nothing is. */
public record WorkspaceDefinition(
        @Nullable Located<String> name,
        @Nullable Located<ZoneId> zone,
        @Nullable Located<String> currency,
        @Nullable DayOfWeek weekStarts,
        @Nullable Month fiscalYearStarts,
        @Nullable ThresholdsDefinition thresholds,
        List<CalendarTableDefinition> calendarTables) {}

package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.WeekPattern;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for all files, as written; null where nothing is. */
public record WorkspaceDefinition(
        @Nullable Located<String> name,
        @Nullable Located<ZoneId> zone,
        @Nullable Located<String> currency,
        @Nullable DayOfWeek weekStarts,
        @Nullable Month fiscalYearStarts,
        @Nullable WeekPattern pattern,
        @Nullable ThresholdsDefinition thresholds,
        List<CalendarTableDefinition> calendarTables,
        @Nullable RollupsDefinition rollups) {
    /**
     * That small tables are kept for the scorecard.
     *
     * @param every how often they are looked after at most, or null
     */
    public record RollupsDefinition(@Nullable Located<TemporalAmount> every, Span span) {}
}

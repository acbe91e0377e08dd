package io.bellwether.core.catalog;

import io.bellwether.core.definition.Quantity;
import io.bellwether.core.definition.ThresholdsDefinition;
import io.bellwether.core.definition.WorkspaceDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Problems;
import io.bellwether.core.time.Calendar;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What holds for all files, with defaults. */
final class WorkspaceResolver {
    private WorkspaceResolver() {}

    /** All but the calendar's tables, which need datasets. */
    static Workspace resolve(WorkspaceDefinition definition, Problems problems) {
        ZoneId zone =
                definition.zone() == null ? ZoneId.of("UTC") : definition.zone().value();
        Calendar calendar =
                definition.pattern() != null ? new Calendar(zone, definition.pattern()) : months(zone, definition);
        return new Workspace(
                definition.name() == null ? "Workspace" : definition.name().value(),
                AboutMetric.text(definition.currency()),
                calendar,
                thresholds(definition.thresholds(), Kpi.Thresholds.STANDARD, problems),
                List.of(),
                definition.rollups() == null
                        ? null
                        : new Workspace.Rollups(
                                DatasetResolver.value(definition.rollups().every())));
    }

    private static Calendar months(ZoneId zone, WorkspaceDefinition definition) {
        return new Calendar(
                zone,
                Objects.requireNonNullElse(definition.weekStarts(), DayOfWeek.MONDAY),
                Objects.requireNonNullElse(definition.fiscalYearStarts(), Month.JANUARY));
    }

    static Kpi.Thresholds thresholds(
            @Nullable ThresholdsDefinition definition, Kpi.Thresholds standard, Problems problems) {
        if (definition == null) {
            return standard;
        }
        BigDecimal onTrack = share(definition.onTrack(), standard.onTrack());
        BigDecimal atRisk = share(definition.atRisk(), standard.atRisk());
        Located<Quantity> place = definition.atRisk() == null ? definition.onTrack() : definition.atRisk();
        if (place != null
                && (atRisk.signum() < 0 || onTrack.compareTo(BigDecimal.TWO) > 0 || atRisk.compareTo(onTrack) > 0)) {
            String message = "thresholds lie between 0 and 2, at_risk not above on_track";
            problems.add(Code.TARGET_RANGE, place.span(), message, "the default is on_track: 0.9, at_risk: 0.75");
            return standard;
        }
        return new Kpi.Thresholds(onTrack, atRisk);
    }

    private static BigDecimal share(@Nullable Located<Quantity> quantity, BigDecimal otherwise) {
        return quantity == null ? otherwise : quantity.value().share();
    }
}

package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.time.Grain;
import java.time.LocalDate;
import java.util.Optional;

/** A KPI that nobody looks at moves nothing. Where nobody ever checks in on anything, nothing is overdue. */
final class OverdueReview implements Hindsight.KpiRule {
    @Override
    public Optional<Finding> check(Kpi kpi, Past.OfKpi past, Past all) {
        LocalDate last = past.lastReview() != null ? past.lastReview() : all.reviewed() ? past.began() : null;
        Grain cadence = kpi.cadence();
        if (last == null || cadence == null) {
            return Optional.empty();
        }
        LocalDate due = all.calendar().after(last.atStartOfDay(), cadence, 1).toLocalDate();
        LocalDate latest = all.calendar().after(last.atStartOfDay(), cadence, 2).toLocalDate();
        if (!all.today().isAfter(latest)) {
            return Optional.empty();
        }
        String since = past.lastReview() == null ? "nobody has checked in on " : "the last check-in on ";
        String when = past.lastReview() == null ? " since its timeframe began on " + last : " was on " + last;
        String message = since + Ground.called(kpi) + when + "; the next was due on " + due;
        String fix = "bellwether check-in " + kpi.name() + ", or a longer cadence:";
        return Optional.of(Ground.of(kpi, RuleCode.K119, kpi.span(), message, fix, null));
    }
}

package io.bellwether.app.promise;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.LookBack;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a KPI has closed: every period of its cadence inside its timeframe, and every timeframe, from the start of the
 * timeframe in which it was first seen to where its data is complete.
 *
 * @param versions in order, at least one
 * @param complete how far the data reaches
 * @param seen the as-of, exclusive
 * @param now by the clock, in local time: what has just ended may still get rows
 */
record Due(List<Version> versions, Calendar calendar, Completeness complete, LocalDateTime seen, LocalDateTime now) {
    /** So long rows may come late, where no row of a later time shows that they do not, and nothing else is said. */
    private static final TemporalAmount SETTLES_AFTER = java.time.Period.ofDays(1);

    /**
     * One thing that closed, and the version that was in force then.
     *
     * @param silent whether its data never came: another whole period has passed since
     */
    record Close(Closing.Kind kind, Period period, Version version, boolean silent) {}

    List<Close> closes() {
        LocalDateTime start = start();
        Set<Close> found = new LinkedHashSet<>();
        if (start != null) {
            grains().forEach(grain ->
                    periods(start, grain).forEach(period -> period(period).ifPresent(found::add)));
            versions.forEach(version ->
                    frames(start, version).forEach(frame -> timeframe(frame).ifPresent(found::add)));
        }
        return List.copyOf(found);
    }

    /** Null without a target, and without any row. */
    private @Nullable LocalDateTime start() {
        Version first = versions.getFirst();
        LocalDate day = first.effective();
        LocalDateTime seen = day.plusDays(1).atStartOfDay();
        LocalDateTime t = complete.mark().isBefore(seen) ? complete.mark() : seen;
        return InForce.timeframe(first, calendar, t).map(Period::start).orElse(null);
    }

    private Set<Grain> grains() {
        Set<Grain> grains = new LinkedHashSet<>();
        versions.forEach(
                version -> grains.add(LookBack.cadence(version.promised().cadence())));
        return grains;
    }

    private List<Period> periods(LocalDateTime start, Grain grain) {
        if (!start.isBefore(seen)) {
            return List.of();
        }
        return calendar.periods(start, seen, grain).stream()
                .filter(this::isOver)
                .toList();
    }

    private boolean isOver(Period period) {
        LocalDateTime first = complete.firstRow();
        return (first == null || period.end().isAfter(first))
                && (isComplete(period) ? isSettled(period) : hasStayedSilent(period));
    }

    /** Where nothing was ever seen of data that should have come, nothing is complete. */
    private boolean isComplete(Period period) {
        boolean nothing = complete.stale() && complete.lastRow() == null;
        return !nothing && !period.end().isAfter(complete.mark());
    }

    /** Whether one cadence more is over since, and its data has not come. */
    private boolean hasStayedSilent(Period period) {
        Version version = InForce.at(versions, period.end());
        Grain cadence = LookBack.cadence(version.promised().cadence());
        LocalDateTime next = calendar.period(period.end(), cadence).end();
        return !next.isAfter(seen) && !next.isAfter(now);
    }

    /** Whether a row of a later interval was seen, or time enough has passed. */
    private boolean isSettled(Period period) {
        LocalDateTime last = complete.lastRow();
        return last != null && !last.isBefore(period.end())
                || !now.isBefore(period.end().plus(complete.settles() == null ? SETTLES_AFTER : complete.settles()));
    }

    /** A period belongs to the timeframe that it ends in, and to the cadence that was in force then. */
    private Optional<Close> period(Period period) {
        Version version = InForce.at(versions, period.end());
        Grain cadence = LookBack.cadence(version.promised().cadence());
        boolean own = calendar.period(period.start(), cadence).equals(period);
        boolean inside = InForce.timeframe(version, calendar, period.end())
                .filter(frame ->
                        period.end().isAfter(frame.start()) && !period.end().isAfter(frame.end()))
                .isPresent();
        return own && inside && counts(version)
                ? Optional.of(new Close(Closing.Kind.PERIOD, period, version, !isComplete(period)))
                : Optional.empty();
    }

    private List<Period> frames(LocalDateTime start, Version version) {
        Target target = version.promised().target();
        if (target == null) {
            return List.of();
        }
        return switch (target.terms().schedule()) {
            case Schedule.By(var timeframe) -> isOver(timeframe) ? List.of(timeframe) : List.of();
            case Schedule.Every(var grain) -> new ArrayList<>(periods(start, grain));
        };
    }

    private Optional<Close> timeframe(Period frame) {
        Version version = InForce.at(versions, frame.end());
        boolean own = InForce.timeframe(version, calendar, frame.end())
                .filter(frame::equals)
                .isPresent();
        return own && counts(version)
                ? Optional.of(new Close(Closing.Kind.TIMEFRAME, frame, version, !isComplete(frame)))
                : Optional.empty();
    }

    private static boolean counts(Version version) {
        return version.lifecycle() == Kpi.Lifecycle.ACTIVE && version.state() == Version.State.PROMISED;
    }
}

package io.bellwether.core.judge;

import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was before: the windows in which a KPI's target is held against its own history.
 *
 * <pre>
 *   holding targets   comparable: the check periods that are over
 *   sums              comparable: earlier timeframes as long as this one
 *                     stretches:  as much time as is left, ending with each period of the cadence;
 *                                 on a seasonal path only those that began within four weeks of the same day
 *   levels            comparable: what the row showed at the end of each period of the cadence
 * </pre>
 *
 * Nothing before the first row counts: years without data are no history.
 */
public record Retrospect(Subject subject, Subject.Setting setting, Closed closed) {
    /** The periods that are over, of one setting, computed once for all KPIs that share it. */
    public static final class Closed {
        private final Map<Grain, List<TimeWindow>> windows = new EnumMap<>(Grain.class);
    }

    /** Of one KPI alone. */
    public Retrospect(Subject subject, Subject.Setting setting) {
        this(subject, setting, new Closed());
    }

    /** A history may begin this share of a window after the window does. */
    private static final int LENIENCE = 20;

    /** So many days earlier or later in the year still are the same season. */
    private static final int SEASON = 28;

    private static final double DAYS_OF_A_YEAR = 365.25;

    /** How many earlier timeframes are looked at. */
    private static final int TIMEFRAMES = 24;

    /** Periods that the target could have been met in, oldest first; empty without a target. */
    public List<TimeWindow> comparable() {
        Target target = subject.kpi().target();
        Period timeframe = timeframe();
        if (target == null || timeframe == null) {
            return List.of();
        }
        return switch (subject.gauge(calendar(), timeframe)) {
            case Gauge.Check _ -> closed(subject.cadence());
            case Gauge.Sum _ -> earlier(timeframe, target.terms().schedule());
            case Gauge.Running _ -> closed(subject.cadence());
            case Gauge.Trailing trailing -> ends().map(trailing::window);
        };
    }

    /** Earlier stretches as long as the one that is left, oldest first; empty where the target is not a sum, or is over. */
    public List<TimeWindow> stretches() {
        Period timeframe = timeframe();
        if (timeframe == null || !isOpen() || !isSum()) {
            return List.of();
        }
        Duration left = Duration.between(mark(), timeframe.end());
        return ends().map(end -> new TimeWindow(end.minus(left), end)).stream()
                .filter(this::isInSeason)
                .toList();
    }

    /** What is seasonal is like the same weeks of other years, and like nothing else. */
    private boolean isInSeason(TimeWindow window) {
        Target target = subject.kpi().target();
        if (target == null || !(target.terms().path() instanceof TargetPath.Seasonal)) {
            return true;
        }
        long years =
                Math.max(1, Math.round(Duration.between(window.start(), mark()).toDays() / DAYS_OF_A_YEAR));
        return Duration.between(window.start(), mark().minusYears(years)).abs().toDays() <= SEASON;
    }

    /** How many periods of the cadence are left until the timeframe ends; 0 where it does not run. */
    public int steps() {
        Period timeframe = timeframe();
        return timeframe == null || !isOpen()
                ? 0
                : calendar().periods(mark(), timeframe.end(), subject.cadence()).size();
    }

    /** The stretch whose sum counts so far; null where the target is not a sum. */
    public @Nullable TimeWindow soFar() {
        Period timeframe = timeframe();
        return timeframe == null || !isOpen() || !isSum() ? null : new TimeWindow(timeframe.start(), mark());
    }

    /** Whether the timeframe runs. */
    public boolean isOpen() {
        Period timeframe = timeframe();
        return timeframe != null && timeframe.start().isBefore(mark()) && mark().isBefore(timeframe.end());
    }

    public boolean isSum() {
        Period timeframe = timeframe();
        return timeframe != null && subject.gauge(calendar(), timeframe) instanceof Gauge.Sum;
    }

    public boolean isHolding() {
        return subject.isHolding();
    }

    /** The periods of a grain that are over, oldest first. */
    public List<TimeWindow> closed(Grain grain) {
        return Objects.requireNonNull(closed.windows.computeIfAbsent(grain, this::findClosed));
    }

    private List<TimeWindow> findClosed(Grain grain) {
        List<TimeWindow> found = new ArrayList<>();
        Period period = calendar().period(mark().minusNanos(1), grain);
        if (period.end().isAfter(mark())) {
            period = calendar().shift(period, grain, -1);
        }
        for (int i = 0; i < most(grain) && isKnown(window(period)); i++) {
            found.add(window(period));
            period = calendar().shift(period, grain, -1);
        }
        return List.copyOf(found.reversed());
    }

    /** The timeframe that counts now; null without a target. */
    public @Nullable Period timeframe() {
        Target target = subject.kpi().target();
        return target == null
                ? null
                : Gauge.timeframe(calendar(), target.terms().schedule(), mark());
    }

    private Ends ends() {
        return new Ends(closed(subject.cadence()).stream().map(TimeWindow::end).toList());
    }

    private final class Ends {
        private final List<LocalDateTime> moments;

        Ends(List<LocalDateTime> moments) {
            this.moments = moments;
        }

        List<TimeWindow> map(Function<LocalDateTime, TimeWindow> window) {
            return moments.stream().map(window).filter(Retrospect.this::isKnown).toList();
        }
    }

    private List<TimeWindow> earlier(Period timeframe, Schedule schedule) {
        Optional<Grain> grain = schedule instanceof Schedule.Every(Grain every)
                ? Optional.of(every)
                : calendar().grain(timeframe);
        UnaryOperator<Period> before = grain.<UnaryOperator<Period>>map(
                        g -> p -> calendar().shift(p, g, -1))
                .orElse(calendar()::before);
        List<TimeWindow> found = new ArrayList<>();
        Period period = before.apply(timeframe);
        while (found.size() < TIMEFRAMES && isKnown(window(period))) {
            found.add(window(period));
            period = before.apply(period);
        }
        return found.reversed();
    }

    private boolean isKnown(TimeWindow window) {
        LocalDateTime first = setting.complete().firstRow();
        Duration lenience = Duration.between(window.start(), window.end()).dividedBy(LENIENCE);
        return first != null && !first.isAfter(window.start().plus(lenience));
    }

    private static TimeWindow window(Period period) {
        return new TimeWindow(period.start(), period.end());
    }

    private LocalDateTime mark() {
        return setting.complete().mark();
    }

    private Calendar calendar() {
        return setting.calendar();
    }

    private static int most(Grain grain) {
        return switch (grain) {
            case MILLISECOND, SECOND, MINUTE, HOUR, DAY -> 366;
            case WEEK -> 156;
            case MONTH, FISCAL_MONTH -> 60;
            case QUARTER, FISCAL_QUARTER -> 40;
            case YEAR, FISCAL_YEAR -> 20;
        };
    }
}

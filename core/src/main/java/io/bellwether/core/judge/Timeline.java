package io.bellwether.core.judge;

import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The KPI over time.
 *
 * @param path null without a target
 */
record Timeline(Lens lens, @Nullable PathLine path) {
    private static final int MOMENTS = 13;
    /** A chart of more points is drawn by a coarser period. */
    private static final int MOST = 400;

    /**
     * What the row showed at the end of each of the last thirteen periods of the cadence, or now in the one that runs; those in
     * which data is missing are gaps. What is judged by periods that are over has one point for each of them.
     */
    List<Measured.SparkPoint> spark() {
        Deque<Measured.SparkPoint> points = new ArrayDeque<>();
        Period period =
                lens.calendar().period(lens.end().minusNanos(1), lens.subject().cadence());
        boolean over = !period.end().isAfter(lens.end());
        if (!over && lens.gauge() instanceof Gauge.Check) {
            period = before(period);
        }
        while (points.size() < MOMENTS) {
            points.addFirst(spark(period));
            period = before(period);
        }
        return List.copyOf(points);
    }

    /** What there is of the period that runs, where the row shows one that is over. */
    Measured.@Nullable Running running() {
        LocalDateTime now = lens.now();
        Period period = lens.calendar().period(now.minusNanos(1), lens.subject().cadence());
        if (!(lens.gauge() instanceof Gauge.Check) || !now.isBefore(period.end())) {
            return null;
        }
        TimeWindow window = new TimeWindow(period.start(), now);
        BigDecimal value = lens.value(window);
        return value == null ? null : new Measured.Running(window, value, WindowText.of(window, lens.calendar()));
    }

    private Period before(Period period) {
        return lens.calendar()
                .period(period.start().minusNanos(1), lens.subject().cadence());
    }

    private Measured.SparkPoint spark(Period period) {
        boolean running = period.end().isAfter(lens.end());
        LocalDateTime t = running ? lens.now() : period.end();
        boolean missing = running ? !t.isAfter(period.start()) : t.isAfter(lens.mark());
        TimeWindow window = missing ? null : lens.window(t);
        String label = lens.gauge().isOfPeriods() ? lens.calendar().text(period) : null;
        return new Measured.SparkPoint(t, lens.value(window), path == null ? null : path.at(t, window), label);
    }

    /** The timeframe, and as much before it as makes thirteen periods to now; a sum begins with its timeframe. */
    List<Measured.ChartPoint> chart() {
        List<Measured.ChartPoint> points = new ArrayList<>();
        for (Period period : periods()) {
            LocalDateTime end = period.end().isBefore(lens.now()) ? period.end() : lens.now();
            TimeWindow window = period.start().isBefore(end) ? measure(period, end) : null;
            BigDecimal due = path == null ? null : path.at(due(period), window);
            points.add(new Measured.ChartPoint(
                    period, lens.value(window), due, period.end().isAfter(lens.mark())));
        }
        return List.copyOf(points);
    }

    private @Nullable TimeWindow measure(Period period, LocalDateTime end) {
        return switch (lens.gauge()) {
            case Gauge.Running _, Gauge.Check _ -> new TimeWindow(period.start(), end);
            case Gauge.Trailing trailing -> trailing.window(end);
            case Gauge.Sum sum -> sum.window(end);
        };
    }

    /** A week over New Year is due at the end of the year that it began in, if that is the timeframe. */
    private LocalDateTime due(Period period) {
        Period timeframe = lens.timeframe();
        return timeframe != null
                        && timeframe.contains(period.start())
                        && period.end().isAfter(timeframe.end())
                ? timeframe.end()
                : period.end();
    }

    private List<Period> periods() {
        Grain grain = lens.subject().cadence();
        List<Period> periods = periods(grain);
        while (periods.size() > MOST) {
            grain = coarser(grain);
            periods = periods(grain);
        }
        return periods;
    }

    private List<Period> periods(Grain grain) {
        Period timeframe = lens.timeframe();
        LocalDateTime now = lens.now();
        LocalDateTime history =
                lens.calendar().after(now, grain, -(MOMENTS - 1)).minusNanos(1);
        if (timeframe == null) {
            return lens.calendar().periods(history, now, grain);
        }
        boolean sum = lens.gauge() instanceof Gauge.Sum;
        LocalDateTime from = sum || timeframe.start().isBefore(history) ? timeframe.start() : history;
        return lens.calendar().periods(from, timeframe.end(), grain);
    }

    private static Grain coarser(Grain grain) {
        return switch (grain) {
            case MILLISECOND -> Grain.SECOND;
            case SECOND -> Grain.MINUTE;
            case MINUTE -> Grain.HOUR;
            case HOUR -> Grain.DAY;
            case DAY -> Grain.WEEK;
            case WEEK -> Grain.MONTH;
            case MONTH -> Grain.QUARTER;
            case QUARTER, YEAR -> Grain.YEAR;
            case FISCAL_MONTH -> Grain.FISCAL_QUARTER;
            case FISCAL_QUARTER, FISCAL_YEAR -> Grain.FISCAL_YEAR;
        };
    }
}

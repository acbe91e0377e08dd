package io.bellwether.core.plan;

import io.bellwether.core.catalog.Timing;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Comparison;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.LikeForLike;
import io.bellwether.core.time.Period;
import io.bellwether.core.time.TimeCut;
import io.bellwether.core.time.TimeStep;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The windows of time that a question needs; none where one stretch will do. */
final class Windows {
    private static final List<Grain> CUTS =
            List.of(Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.SECOND, Grain.MILLISECOND);

    private Windows() {}

    /** Before any row that there may be. */
    static final LocalDateTime EVER = LocalDateTime.of(1, 1, 1, 0, 0);

    /** The windows that are asked for, or the periods of the question with what they are compared with. */
    static List<Plan.Window> of(Question question, Calendar calendar) {
        return switch (question.time()) {
            case TimeScope.Windows scope -> asked(scope);
            case TimeScope.Range range ->
                question.comparisons().isEmpty() ? whole(question, range) : compared(question, range, calendar);
        };
    }

    /** The stretch as one window. */
    private static List<Plan.Window> whole(Question question, TimeScope.Range range) {
        LocalDateTime start = range.start() == null ? EVER : range.start();
        return List.of(new Plan.Window(0, start, 0, start, end(question, range)));
    }

    private static LocalDateTime end(Question question, TimeScope.Range range) {
        LocalDateTime seen = question.seenBefore();
        return range.end() == null || range.end().isAfter(seen) ? seen : range.end();
    }

    /** From when to when rows count for each window, seen through a metric's lens. */
    static List<Plan.Window> through(Lens lens, List<Plan.Window> windows, Planning planning) {
        return lens.moves()
                ? windows.stream().map(w -> through(lens, w, planning)).toList()
                : windows;
    }

    private static Plan.Window through(Lens lens, Plan.Window window, Planning planning) {
        Calendar calendar = planning.catalog().workspace().calendar();
        LocalDateTime seen = planning.question().seenBefore();
        LocalDateTime start = window.start();
        LocalDateTime end = lens.frame() != null && window.end().isAfter(seen) ? seen : window.end();
        for (Timing.Offset offset : lens.offsets()) {
            switch (offset) {
                case Timing.Offset.Back(TimeStep by) -> {
                    start = start.equals(EVER) ? EVER : calendar.after(start, grain(by.unit()), -by.count());
                    end = calendar.after(end, grain(by.unit()), -by.count());
                }
                case Timing.Offset.ToStart(String unit) -> {
                    Period period = calendar.period(end.minusNanos(1), grain(unit));
                    boolean whole = start.equals(period.start())
                            && (end.equals(period.end()) || !end.isBefore(seen) && !seen.isBefore(start.plusDays(1)));
                    start = period.start();
                    end = whole ? end : start.plusDays(1);
                }
            }
        }
        if (lens.frame() != null) {
            start = switch (lens.frame()) {
                case Timing.Frame.Rolling(TimeStep length) ->
                    calendar.after(end, grain(length.unit()), -length.count());
                case Timing.Frame.ToDate(String unit) ->
                    calendar.period(end.minusNanos(1), grain(unit)).start();
                case Timing.Frame.AllTime() -> EVER;
            };
        }
        return new Plan.Window(window.window(), window.period(), window.comparison(), start, end);
    }

    private static Grain grain(String unit) {
        return Grain.of(unit)
                .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                        PlanCodes.NEEDS_PERIODS,
                        null,
                        "\"" + unit + "\" comes from a calendar table, which only a question by time can read",
                        "ask by time, for example by time.day, or use a length in days or months")));
    }

    private static List<Plan.Window> asked(TimeScope.Windows scope) {
        List<Plan.Window> windows = new ArrayList<>();
        for (TimeWindow window : scope.windows()) {
            windows.add(new Plan.Window(windows.size(), null, 0, window.start(), window.end()));
        }
        return windows;
    }

    /**
     * Each period of the range with what it is compared with, like for like:
     *
     * <pre>
     *   2011-11-01 ─▶ 2011-12-01   2011-12-01 ─▶ 2011-12-10 (to date)
     *   2011-10-01 ─▶ 2011-11-01   2011-11-01 ─▶ 2011-11-10 (as many days)
     * </pre>
     */
    private static List<Plan.Window> compared(Question question, TimeScope.Range range, Calendar calendar) {
        if (range.start() == null) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.NO_PERIOD, null, "a comparison needs to know the period", "say from which day: --from"));
        }
        LocalDateTime start = range.start();
        LocalDateTime end = end(question, range);
        List<Plan.Window> windows = new ArrayList<>();
        Grain grain = grain(question);
        for (Period period : periods(start, end, grain, calendar)) {
            int row = windows.size();
            LocalDateTime from = period.start().isBefore(start) ? start : period.start();
            LocalDateTime to = period.end().isAfter(end) ? end : period.end();
            windows.add(new Plan.Window(row, period.start(), 0, from, to));
            for (int i = 0; i < question.comparisons().size(); i++) {
                Comparison comparison = question.comparisons().get(i);
                LikeForLike other = calendar.likeForLike(period, complete(question, to), comparison);
                if (other.start().isBefore(other.end())) {
                    windows.add(new Plan.Window(row, period.start(), i + 1, other.start(), other.end()));
                }
            }
        }
        if (windows.isEmpty()) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.NO_PERIOD,
                    null,
                    "nothing of the period lies before the as-of",
                    "ask for an earlier period, or a later as-of"));
        }
        return windows;
    }

    private static LocalDateTime complete(Question question, LocalDateTime to) {
        return question.completeBefore().isBefore(to) ? question.completeBefore() : to;
    }

    private static List<Period> periods(
            LocalDateTime start, LocalDateTime end, @Nullable Grain grain, Calendar calendar) {
        if (!start.isBefore(end)) {
            return List.of();
        }
        if (grain != null) {
            return calendar.periods(start, end, grain);
        }
        Period whole = calendar.days(start.toLocalDate(), end.minusNanos(1).toLocalDate());
        return List.of(named(whole, calendar));
    }

    /** A stretch that is a month, a quarter, a year… is compared as one; any other as so many days. */
    private static Period named(Period stretch, Calendar calendar) {
        for (Grain grain : Grain.values()) {
            Period period = calendar.period(stretch.start(), grain);
            if (period.start().equals(stretch.start()) && period.end().equals(stretch.end())) {
                return period;
            }
        }
        return stretch;
    }

    private static @Nullable Grain grain(Question question) {
        List<Grain> grains = question.dimensions().stream()
                .flatMap(d -> d instanceof Dimension.ByTime(TimeCut.At(Grain grain), String as)
                        ? Stream.of(grain)
                        : Stream.empty())
                .toList();
        long times = question.dimensions().stream()
                .filter(Dimension.ByTime.class::isInstance)
                .count();
        if (grains.size() > 1 || times > grains.size()) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.MALFORMED, null, "a comparison goes by one grain of time", "ask for one of them"));
        }
        return grains.isEmpty() ? null : grains.getFirst();
    }

    /** The longest stretch at whose borders every window starts and ends, or null for none. */
    static @Nullable Grain cut(List<Plan.Window> windows) {
        return CUTS.stream()
                .filter(grain -> windows.stream()
                        .flatMap(w -> Stream.of(w.start(), w.end()))
                        .allMatch(time -> isBorder(time, grain)))
                .findFirst()
                .orElse(null);
    }

    private static boolean isBorder(LocalDateTime time, Grain grain) {
        long length = grain.compareTo(Grain.DAY) < 0
                ? grain.least().toNanos()
                : Duration.ofDays(1).toNanos();
        return time.toLocalTime().toNanoOfDay() % length == 0;
    }
}

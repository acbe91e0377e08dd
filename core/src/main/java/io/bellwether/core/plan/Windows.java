package io.bellwether.core.plan;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Comparison;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.LikeForLike;
import io.bellwether.core.time.Period;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The windows of time that a question needs; none where one stretch will do. */
final class Windows {
    private static final List<Grain> CUTS = List.of(Grain.DAY, Grain.HOUR, Grain.MINUTE, Grain.SECOND);

    private Windows() {}

    static List<Plan.Window> of(Question question, Calendar calendar) {
        return switch (question.time()) {
            case TimeScope.Windows scope -> asked(scope);
            case TimeScope.Range range ->
                question.comparisons().isEmpty() ? List.of() : compared(question, range, calendar);
        };
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
        LocalDateTime end =
                range.end() == null || range.end().isAfter(question.seenBefore()) ? question.seenBefore() : range.end();
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
                .flatMap(d -> d instanceof Dimension.ByTime time ? Stream.of(time.grain()) : Stream.empty())
                .toList();
        if (grains.size() > 1) {
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
        int seconds = time.toLocalTime().toSecondOfDay();
        int length = switch (grain) {
            case SECOND -> 1;
            case MINUTE -> 60;
            case HOUR -> 3600;
            case DAY, WEEK, MONTH, QUARTER, YEAR, FISCAL_QUARTER, FISCAL_YEAR -> 86_400;
        };
        return time.getNano() == 0 && seconds % length == 0;
    }
}

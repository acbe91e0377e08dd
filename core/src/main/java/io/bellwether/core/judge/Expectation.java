package io.bellwether.core.judge;

import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.time.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** e(t): the share of the way that is expected at a moment, 0 at the start of the timeframe and 1 at its end. */
final class Expectation {
    private Expectation() {}

    /**
     * @param seasonal what earlier years had reached at this moment; null for none: then a seasonal path is linear
     */
    static Share at(TargetPath path, Period timeframe, LocalDateTime at, @Nullable Share seasonal) {
        if (!at.isAfter(timeframe.start())) {
            return Share.ZERO;
        }
        if (!at.isBefore(timeframe.end())) {
            return Share.ONE;
        }
        Share share = switch (path) {
            case TargetPath.Linear() -> elapsed(timeframe, at);
            case TargetPath.Step() -> Share.ZERO;
            case TargetPath.Seasonal() -> seasonal == null ? elapsed(timeframe, at) : seasonal;
            case TargetPath.Milestones(var milestones) -> between(points(milestones, timeframe), at);
        };
        return share.atLeast(Share.ZERO).atMost(Share.ONE);
    }

    /** The share of the time that has passed; a day that is complete to noon counts half. */
    static Share elapsed(Period timeframe, LocalDateTime at) {
        return new Share(seconds(timeframe.start(), at), seconds(timeframe.start(), timeframe.end()))
                .atLeast(Share.ZERO)
                .atMost(Share.ONE);
    }

    private record Point(LocalDateTime at, BigDecimal share) {}

    /**
     * <pre>
     * 1 ┤             ●   the end
     *   │        ●╌╌╌╯    a milestone: at the end of its day
     *   │   ●╌╌╌╯
     * 0 ●╌╌╯              the start
     * </pre>
     */
    private static List<Point> points(List<TargetPath.Milestone> milestones, Period timeframe) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(timeframe.start(), BigDecimal.ZERO));
        for (TargetPath.Milestone milestone : milestones) {
            LocalDateTime at = milestone.date().plusDays(1).atStartOfDay();
            if (at.isAfter(timeframe.start()) && at.isBefore(timeframe.end())) {
                points.add(new Point(at, milestone.share()));
            }
        }
        points.add(new Point(timeframe.end(), BigDecimal.ONE));
        return points;
    }

    private static Share between(List<Point> points, LocalDateTime at) {
        int next = 1;
        while (points.get(next).at().isBefore(at)) {
            next++;
        }
        Point from = points.get(next - 1);
        Point to = points.get(next);
        BigDecimal span = seconds(from.at(), to.at());
        BigDecimal rise = to.share().subtract(from.share()).multiply(seconds(from.at(), at));
        return new Share(from.share().multiply(span).add(rise), span);
    }

    private static BigDecimal seconds(LocalDateTime from, LocalDateTime to) {
        Duration duration = Duration.between(from, to);
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }
}

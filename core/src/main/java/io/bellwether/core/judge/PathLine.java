package io.bellwether.core.judge;

import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Period;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The dashed line: where the value should be, moment by moment. */
record PathLine(Lens lens, Target target, Period timeframe, Judgement.Numbers numbers) {
    /** Null outside the timeframe, and where start or target are not known. */
    @Nullable
    BigDecimal at(LocalDateTime t, @Nullable TimeWindow window) {
        if (t.isBefore(timeframe.start()) || t.isAfter(timeframe.end())) {
            return null;
        }
        return switch (target) {
            case Target.AtLeast(var bound, var _) -> bound;
            case Target.AtMost(var bound, var _) -> bound;
            case Target.Between(var low, var _, var _) -> low;
            case Target.FromMetric _ -> lens.goal(window).orNull();
            case Target.Reach _, Target.Change _, Target.Total _ -> way(t);
        };
    }

    private @Nullable BigDecimal way(LocalDateTime t) {
        TargetPath path = target.terms().path();
        Share seasonal = path instanceof TargetPath.Seasonal ? new Seasons(lens, timeframe).at(t) : null;
        BigDecimal start = numbers.start();
        BigDecimal goal = numbers.target();
        return start == null || goal == null
                ? null
                : Expectation.at(path, timeframe, t, seasonal).along(start, goal);
    }
}

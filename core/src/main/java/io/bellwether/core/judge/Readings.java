package io.bellwether.core.judge;

import io.bellwether.core.plan.TimeWindow;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was measured, by window; asked only for the windows that {@link Measurement} names. */
public interface Readings {
    /** Of the KPI's metric, in its slice. */
    Reading actual(TimeWindow window);

    /** Of the metric that the target comes from. */
    Reading goal(TimeWindow window);

    /** Values of both metrics; null for no data. */
    static Readings of(
            Function<TimeWindow, @Nullable BigDecimal> actual, Function<TimeWindow, @Nullable BigDecimal> goal) {
        return new Readings() {
            @Override
            public Reading actual(TimeWindow window) {
                return Reading.of(actual.apply(window));
            }

            @Override
            public Reading goal(TimeWindow window) {
                return Reading.of(goal.apply(window));
            }
        };
    }
}

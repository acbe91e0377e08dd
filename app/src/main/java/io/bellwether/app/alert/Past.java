package io.bellwether.app.alert;

import io.bellwether.app.query.Answer;
import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Numbers;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.Equality;
import io.bellwether.engine.Deadline;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a metric in the periods that are over. */
record Past(Catalog catalog, Answering answering, LocalDateTime seenBefore, Deadline deadline) {
    /**
     * @param periods oldest first
     * @param values of each; null for none
     * @param equality how the values may be compared: exactly, or as doubles are
     */
    record Series(List<Period> periods, List<@Nullable BigDecimal> values, Equality equality) {
        @Nullable
        BigDecimal last() {
            return values.isEmpty() ? null : values.getLast();
        }

        List<BigDecimal> known() {
            return values.stream().filter(Objects::nonNull).toList();
        }
    }

    /** The last periods that ended at or before a moment. */
    Series read(String metric, @Nullable Expr where, Grain grain, int count, LocalDateTime complete) {
        Calendar calendar = catalog.workspace().calendar();
        List<Period> periods = new ArrayList<>();
        Period period = calendar.period(calendar.period(complete, grain).start().minusNanos(1), grain);
        while (periods.size() < count) {
            periods.addFirst(period);
            period = calendar.period(period.start().minusNanos(1), grain);
        }
        List<TimeWindow> windows =
                periods.stream().map(p -> new TimeWindow(p.start(), p.end())).toList();
        Found found = found(metric, where, windows);
        return new Series(periods, found.values(), found.equality());
    }

    /** One value for each window. */
    List<@Nullable BigDecimal> values(String metric, @Nullable Expr where, List<TimeWindow> windows) {
        return found(metric, where, windows).values();
    }

    private record Found(List<@Nullable BigDecimal> values, Equality equality) {}

    private Found found(String metric, @Nullable Expr where, List<TimeWindow> windows) {
        var use = new MetricUse(metric, metric, where, Set.of());
        Answer answer = answering.answer(catalog, Question.windows(List.of(use), windows, seenBefore), deadline);
        List<@Nullable BigDecimal> values = new ArrayList<>();
        windows.forEach(window -> values.add(null));
        Equality equality = Equality.EXACT;
        for (List<@Nullable Object> row : answer.table().rows()) {
            int index = Objects.requireNonNull(Numbers.decimal(row.getFirst())).intValueExact();
            values.set(index, Numbers.decimal(row.get(1)));
            equality = Numbers.equality(row.get(1)) == Equality.OF_DOUBLES ? Equality.OF_DOUBLES : equality;
        }
        return new Found(values, equality);
    }
}

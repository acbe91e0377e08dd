package io.bellwether.app.init;

import io.bellwether.app.query.Answer;
import io.bellwether.app.query.Answering;
import io.bellwether.app.query.HealthCheck;
import io.bellwether.app.query.Numbers;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Completeness;
import io.bellwether.engine.Deadline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the draft's own metrics for the last twelve months: what a target is taken from has then been computed once. */
final class Years {
    private static final AsOf END = AsOf.date(LocalDate.of(9999, 12, 30));
    private static final int MONTHS = 12;

    private final Answering answering;
    private final Deadline deadline;

    Years(Answering answering, Deadline deadline) {
        this.answering = answering;
        this.deadline = deadline;
    }

    /** Empty where the data has no time. */
    Optional<History> history(Catalog catalog, Draft draft) {
        Completeness reach = new HealthCheck(answering)
                .look(catalog, List.of(draft.dataset()), END, deadline)
                .completeness(List.of(draft.dataset()), END);
        LocalDateTime last = reach.lastRow();
        LocalDateTime first = reach.firstRow() == null ? last : reach.firstRow();
        return draft.time() == null
                        || last == null
                        || first == null
                        || draft.metrics().isEmpty()
                ? Optional.empty()
                : Optional.of(history(catalog, draft, first.toLocalDate(), last.toLocalDate()));
    }

    private History history(Catalog catalog, Draft draft, LocalDate first, LocalDate last) {
        List<TimeWindow> windows = windows(last);
        List<MetricUse> metrics =
                draft.metrics().stream().map(m -> MetricUse.of(m.name())).toList();
        var question = Question.windows(metrics, windows, last.plusDays(1).atStartOfDay());
        Answer answer = answering.answer(catalog, question, deadline);
        Map<String, @Nullable BigDecimal> year = new LinkedHashMap<>();
        Map<String, List<BigDecimal>> months = new LinkedHashMap<>();
        for (MetricUse metric : metrics) {
            int column = answer.table().position(metric.as());
            List<BigDecimal> values = new ArrayList<>();
            for (int i = 1; i < windows.size(); i++) {
                BigDecimal value = Numbers.decimal(answer.table().rows().get(i).get(column));
                if (value != null && value.signum() != 0) {
                    values.add(value);
                }
            }
            year.put(
                    metric.metric(),
                    Numbers.decimal(answer.table().rows().getFirst().get(column)));
            months.put(metric.metric(), List.copyOf(values));
        }
        return new History(first, last, year, months);
    }

    /** The twelve months up to the last day first, then each whole month that lies in them. */
    private static List<TimeWindow> windows(LocalDate last) {
        LocalDateTime end = last.plusDays(1).atStartOfDay();
        List<TimeWindow> windows = new ArrayList<>();
        windows.add(new TimeWindow(end.minusYears(1), end));
        YearMonth open = YearMonth.from(end);
        for (int i = MONTHS; i >= 1; i--) {
            YearMonth month = open.minusMonths(i);
            windows.add(new TimeWindow(
                    month.atDay(1).atStartOfDay(), month.plusMonths(1).atDay(1).atStartOfDay()));
        }
        return windows;
    }
}

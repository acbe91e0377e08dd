package io.bellwether.bench;

import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.TimeWindow;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The statements of a tool that knows nothing of a whole page: for each metric its value, the one before, the one a year ago,
 * and the points of its line, each on its own. Our planner writes them, so that their SQL is as good as ours.
 */
final class Cards {
    private Cards() {}

    static List<Question> questions(Scorecard card, LocalDateTime seenBefore) {
        Map<String, Measured> metrics = new LinkedHashMap<>();
        for (KpiCard kpi : card.kpis().toList()) {
            metrics.put(kpi.metric().name(), kpi.measured());
            kpi.supporting().forEach(beside -> metrics.put(beside.metric().name(), beside.measured()));
        }
        List<Question> all = new ArrayList<>();
        metrics.forEach((metric, measured) -> numbers(measured)
                .forEach(windows -> all.add(Question.windows(List.of(MetricUse.of(metric)), windows, seenBefore))));
        return all;
    }

    private static Stream<List<TimeWindow>> numbers(Measured measured) {
        List<List<TimeWindow>> numbers = new ArrayList<>();
        if (measured.window() != null) {
            numbers.add(List.of(measured.window()));
        }
        if (measured.previous() != null) {
            numbers.add(List.of(measured.previous().then()));
        }
        if (measured.yearAgo() != null) {
            numbers.add(List.of(measured.yearAgo().then()));
        }
        numbers.add(measured.spark().stream()
                .map(Measured.SparkPoint::at)
                .map(at -> new TimeWindow(
                        at.minusDays(1).toLocalDate().withDayOfMonth(1).atStartOfDay(), at))
                .toList());
        return numbers.stream();
    }
}

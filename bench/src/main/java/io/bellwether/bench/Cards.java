package io.bellwether.bench;

import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.judge.Measurement;
import io.bellwether.core.judge.Subject;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.TimeWindow;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements of a tool that knows nothing of a whole page: for each metric its value, the one before, the one a year ago,
 * and the points of its line, each on its own. Our planner writes them, so that their SQL is as good as ours.
 */
final class Cards {
    private Cards() {}

    /** Without what the judgements need. */
    static List<Question> numbers(Scorecard card, LocalDateTime seenBefore) {
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

    /** All that our scorecard brings: with the months that are checked and the way to the target, each of them a statement. */
    static List<Question> all(Catalog catalog, Scorecard card) {
        LocalDateTime seenBefore = card.asOf().seenBefore();
        List<Question> all = new ArrayList<>(numbers(card, seenBefore));
        for (KpiCard kpi : card.kpis().toList()) {
            List<TimeWindow> rest = new ArrayList<>(needed(catalog, card, kpi));
            numbers(kpi.measured()).forEach(rest::removeAll);
            Map<Boolean, List<TimeWindow>> months = rest.stream().collect(Collectors.partitioningBy(Cards::isMonth));
            MetricUse use = new MetricUse(
                    kpi.metric().name(), kpi.metric().name(), kpi.kpi().where(), Set.of());
            months.values().stream()
                    .filter(windows -> !windows.isEmpty())
                    .forEach(windows -> all.add(Question.windows(List.of(use), windows, seenBefore)));
        }
        return all;
    }

    private static List<TimeWindow> needed(Catalog catalog, Scorecard card, KpiCard kpi) {
        MetricShape shape = MetricShape.of(catalog, MetricUse.of(kpi.metric().name()));
        var subject =
                new Subject(kpi.kpi(), kpi.metric().about().unit(), shape.extensive(), shape.nonNegative(), false);
        var setting = new Subject.Setting(catalog.workspace().calendar(), card.asOf(), kpi.completeness());
        return new Measurement(subject, setting, false).windows();
    }

    private static boolean isMonth(TimeWindow window) {
        return window.start().getDayOfMonth() == 1
                && window.start().plusMonths(1).equals(window.end());
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

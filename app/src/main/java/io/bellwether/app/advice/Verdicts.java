package io.bellwether.app.advice;

import io.bellwether.app.scorecard.ScorecardRequest;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.Status;
import io.bellwether.core.lint.Past.Verdict;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Period;
import io.bellwether.engine.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How timeframes ended. As they were reported, where that is remembered; else a target that is renewed is judged for each of
 * its last timeframes by what is known now, all KPIs together: as if each of those timeframes were a KPI of its own.
 */
record Verdicts(Scorecards scorecards, Catalog catalog, Deadline deadline) {
    Map<String, List<Verdict>> of(Collection<History> histories, Memory memory, AsOf asOf) {
        Map<String, List<Verdict>> found = new LinkedHashMap<>(memory.verdicts());
        // What was remembered for too short a time tells less than what data says of all timeframes.
        found.values().removeIf(verdicts -> verdicts.size() < Memory.LOOK_BACK);
        Map<String, Kpi> ended = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (History history : histories) {
            Kpi kpi = history.card().kpi();
            Target target = kpi.target();
            if (!found.containsKey(kpi.name())
                    && target != null
                    && target.terms().schedule() instanceof Schedule.Every(var grain)) {
                List<TimeWindow> closed = history.retrospect().closed(grain);
                for (TimeWindow window : closed.subList(Math.max(0, closed.size() - Memory.LOOK_BACK), closed.size())) {
                    String name = kpi.name() + " " + window.start();
                    ended.put(name, over(kpi, target, name, window));
                    names.put(name, kpi.name());
                }
            }
        }
        if (!ended.isEmpty()) {
            judge(ended, asOf)
                    .forEach((name, verdict) -> found.computeIfAbsent(
                                    Objects.requireNonNull(names.get(name)), n -> new ArrayList<>())
                            .add(verdict));
        }
        memory.verdicts().forEach(found::putIfAbsent);
        return found;
    }

    /** In the order that was given. */
    private Map<String, Verdict> judge(Map<String, Kpi> ended, AsOf asOf) {
        Map<String, Verdict> found = new LinkedHashMap<>();
        ended.keySet().forEach(name -> found.put(name, Verdict.NEITHER));
        var scorecard = scorecards.scorecard(only(ended), ScorecardRequest.all(asOf), deadline);
        Pasts.active(scorecard)
                .forEach(card -> found.put(
                        card.kpi().name(), Memory.verdict(card.status().orElse(Status.NO_DATA))));
        return found;
    }

    private static Kpi over(Kpi kpi, Target target, String name, TimeWindow window) {
        Target.Terms old = target.terms();
        var terms = new Target.Terms(
                new Schedule.By(new Period(name, window.start(), window.end())),
                old.baseline(),
                old.path(),
                old.tolerance(),
                old.required(),
                old.span());
        Target over = target.with(terms);
        return new Kpi(
                name,
                kpi.label(),
                kpi.metric(),
                kpi.where(),
                kpi.slice(),
                kpi.lifecycle(),
                kpi.objective(),
                kpi.owner(),
                kpi.role(),
                kpi.kind(),
                kpi.weight(),
                kpi.direction(),
                over,
                kpi.cadence(),
                kpi.thresholds(),
                List.of(),
                null,
                null,
                null,
                kpi.span());
    }

    /** The same model with these KPIs and nothing beside them. */
    private Catalog only(Map<String, Kpi> kpis) {
        return new Catalog(
                catalog.workspace(),
                catalog.datasets(),
                catalog.relationships(),
                catalog.metrics(),
                catalog.objectives(),
                kpis,
                catalog.events(),
                catalog.questions(),
                catalog.operations());
    }
}

package io.bellwether.app.advice;

import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Health;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.ObjectiveCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.app.scorecard.ScorecardRequest;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.app.scorecard.Sheet;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Retrospect;
import io.bellwether.core.lint.Past;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Completeness;
import io.bellwether.engine.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures what rules over the past need: one scorecard for what is, one sheet for what was, and one scorecard for each earlier end. */
final class Pasts {
    private final Answering answering;
    private final Scorecards scorecards;

    Pasts(Answering answering, Scorecards scorecards) {
        this.answering = answering;
        this.scorecards = scorecards;
    }

    /** Never fails for what one KPI does wrong: that one has no past. */
    Past past(Catalog catalog, AsOf asOf, Memory memory, Deadline deadline) {
        List<KpiCard> cards = active(scorecards.scorecard(catalog, ScorecardRequest.all(asOf), deadline));
        Map<KpiCard, History> histories = new LinkedHashMap<>();
        Map<Completeness, Retrospect.Closed> closedPeriods = new HashMap<>();
        Sheet sheet = new Sheet();
        for (KpiCard card : cards) {
            if (isUnreadable(card)) {
                continue; // nor was it ever
            }
            try {
                History history = History.of(
                        catalog,
                        card,
                        asOf,
                        closedPeriods.computeIfAbsent(card.completeness(), c -> new Retrospect.Closed()));
                history.want(sheet);
                histories.put(card, history);
            } catch (DiagnosticException cannotBePlanned) {
                // its status says so already
            }
        }
        sheet.fill(catalog, answering, asOf.seenBefore(), deadline);
        Verdicts verdicts = new Verdicts(scorecards, catalog, deadline);
        Map<String, List<Past.Verdict>> closed = verdicts.of(histories.values(), memory, asOf);
        Map<String, Past.OfKpi> kpis = new LinkedHashMap<>();
        histories.forEach((card, history) -> {
            String name = card.kpi().name();
            kpis.put(name, history.read(sheet, closed.getOrDefault(name, List.of()), memory));
        });
        return new Past(
                kpis,
                troubles(cards, asOf),
                !memory.reviews().isEmpty(),
                catalog.workspace().calendar(),
                asOf.day());
    }

    /** Whether the engine or a source refused it. What is wrong with a promise alone leaves numbers that can be read. */
    private static boolean isUnreadable(KpiCard card) {
        Judgement judgement = card.measured().judgement();
        Diagnostic problem = judgement == null ? null : judgement.problem();
        return problem != null
                && (problem.code().startsWith("E") || problem.code().startsWith("S"));
    }

    static List<KpiCard> active(Scorecard scorecard) {
        return scorecard.objectives().stream()
                .map(ObjectiveCard::kpis)
                .flatMap(List::stream)
                .filter(card -> card.kpi().lifecycle() == Kpi.Lifecycle.ACTIVE)
                .toList();
    }

    private static Map<String, Past.Trouble> troubles(List<KpiCard> cards, AsOf asOf) {
        Map<String, Past.Trouble> troubles = new LinkedHashMap<>();
        for (KpiCard card : cards) {
            card.datasets()
                    .forEach((name, found) -> found.ifPresent(health -> {
                        String late = health.completeness().stale() ? late(health.completeness(), asOf) : null;
                        List<String> failures = health.failures().stream()
                                .map(Health.Failure::text)
                                .distinct()
                                .toList();
                        if (late != null || !failures.isEmpty()) {
                            troubles.putIfAbsent(name, new Past.Trouble(late, new ArrayList<>(failures)));
                        }
                    }));
        }
        return troubles;
    }

    private static String late(Completeness complete, AsOf asOf) {
        return complete.lastRow() == null
                ? "no row has come until " + asOf.text()
                : "the last row is of " + complete.lastRow().toLocalDate() + ", and it is " + asOf.day();
    }
}

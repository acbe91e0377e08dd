package io.bellwether.app.cli;

import io.bellwether.app.cli.text.Graph;
import io.bellwether.app.cli.text.TextTable;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.ObjectiveCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.app.scorecard.TargetText;
import io.bellwether.core.catalog.Objective;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.judge.Rollup;
import io.bellwether.core.judge.Status;
import io.bellwether.core.unit.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scorecard in a terminal: a table, with the objectives as its headings, and a sentence for what is not well. */
final class StatusTable {
    private static final int BAR = 12;
    private static final List<String> HEADER =
            List.of("KPI", "VALUE", "PERIOD", "TARGET", "PROGRESS", "", "PACE", "STATUS", "LAST 13 PERIODS");

    private StatusTable() {}

    static String of(Scorecard scorecard) {
        var table = new TextTable(HEADER).right(1).right(3).right(5).right(6);
        List<String> notes = new ArrayList<>();
        for (ObjectiveCard objective : scorecard.objectives()) {
            table.heading(heading(objective));
            for (KpiCard kpi : objective.kpis()) {
                table.row(row(kpi));
                note(kpi).ifPresent(notes::add);
            }
        }
        String below = notes.isEmpty() ? "" : "\n" + String.join("\n", notes) + "\n";
        return "As of " + scorecard.asOf().text() + "\n\n" + table.text() + below;
    }

    private static String heading(ObjectiveCard card) {
        Objective objective = card.objective();
        Rollup rollup = card.rollup();
        String statement = objective == null ? "Without an objective" : objective.statement();
        String stands = rollup == null ? "" : "  " + text(rollup.status()) + ", " + NumberText.share(rollup.progress());
        return "  ".repeat(card.depth()) + statement + stands;
    }

    private static List<String> row(KpiCard card) {
        Measured measured = card.measured();
        var unit = card.metric().about().unit();
        var judgement = card.judgement();
        return List.of(
                "  " + card.kpi().label(),
                NumberText.beside(
                        card.value(), judgement.map(j -> j.numbers().target()).orElse(null), unit),
                measured.windowText(),
                TargetText.of(card),
                judgement.map(j -> Graph.bar(j.progress(), j.expected(), BAR)).orElse(""),
                judgement.map(j -> NumberText.share(j.progress())).orElse(""),
                judgement.map(Judgement::pace).map(StatusTable::pace).orElse(""),
                card.status().map(StatusTable::text).orElse("· Draft"),
                spark(measured));
    }

    private static Optional<String> note(KpiCard card) {
        return card.judgement()
                .filter(j -> j.status() != Status.ON_TRACK && j.status() != Status.ACHIEVED)
                .map(j -> j.status().glyph() + " " + card.kpi().label() + ": " + why(card, j));
    }

    /** What keeps a KPI from being judged has a code and a way out. */
    private static String why(KpiCard card, Judgement judgement) {
        var problem = judgement.problem();
        if (problem == null) {
            return card.why();
        }
        String fix = problem.fix() == null ? "" : "\n    " + problem.fix();
        return problem.code() + "  " + card.why() + fix;
    }

    private static String spark(Measured measured) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        measured.spark().forEach(point -> values.add(point.value()));
        return Graph.spark(values);
    }

    private static String pace(BigDecimal pace) {
        return pace.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    static String text(Status status) {
        return status.glyph() + " " + status.label();
    }
}

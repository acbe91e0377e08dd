package io.bellwether.app.page;

import io.bellwether.app.query.Ran;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Event;
import io.bellwether.core.catalog.Objective;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The page of one KPI. */
public final class KpiText {
    private KpiText() {}

    /**
     * @param card measured with its chart
     * @param problems of the workspace's files
     */
    public static KpiView view(Catalog catalog, Scorecard scorecard, KpiCard card, List<Diagnostic> problems) {
        KpiFacts facts = KpiFacts.of(card, catalog);
        List<Event> events = events(catalog, facts.measured(), scorecard.asOf().day());
        return new KpiView(
                WorkspaceView.of(catalog),
                scorecard.asOf().day().toString(),
                ScorecardText.asOfText(scorecard.asOf()),
                objective(catalog, facts),
                RowText.of(facts, true),
                Sentence.of(facts),
                ChartText.of(facts, events),
                JudgedText.of(facts),
                card.supporting().stream().map(KpiText::supporting).toList(),
                events.stream()
                        .filter(event -> !Remarked.isNote(event, facts.kpi()))
                        .map(KpiText::event)
                        .toList(),
                DefinitionText.of(catalog, card),
                facts.kpi().response(),
                scorecard.statements().stream().map(Ran::sql).toList(),
                problems.stream().map(DiagnosticView::of).toList());
    }

    private static KpiView.ObjectiveLink objective(Catalog catalog, KpiFacts facts) {
        String name = facts.kpi().objective();
        return name == null
                ? new KpiView.ObjectiveLink("", "Without an objective")
                : new KpiView.ObjectiveLink(
                        name, catalog.objective(name).map(Objective::statement).orElse(name));
    }

    /** Those within the chart, newest first; what lies after the as-of is not known yet. */
    private static List<Event> events(Catalog catalog, Measured measured, LocalDate today) {
        if (measured.chart().isEmpty()) {
            return List.of();
        }
        LocalDate from = measured.chart().getFirst().period().start().toLocalDate();
        return catalog.events().stream()
                .filter(event -> !event.date().isBefore(from) && !event.date().isAfter(today))
                .sorted(Comparator.comparing(Event::date).reversed())
                .toList();
    }

    private static KpiView.EventView event(Event event) {
        return new KpiView.EventView(event.date().toString(), Dates.day(event.date()), event.label(), event.kind());
    }

    private static KpiView.SupportingView supporting(KpiCard.MetricCard card) {
        var about = card.metric().about();
        Unit unit = about.unit();
        Measured measured = card.measured();
        return new KpiView.SupportingView(
                about.name(),
                about.label(),
                NumberText.tile(card.value(), unit),
                measured.windowText(),
                card.lastGood().map(good -> good.text(unit)).orElse(null),
                card.value() == null ? null : RowText.delta(measured.previous(), unit, about.direction(), true),
                RowText.spark(measured, unit, RowText.SPARK_TITLE),
                about.description());
    }
}

package io.bellwether.app.page;

import io.bellwether.app.people.Author;
import io.bellwether.app.people.Work;
import io.bellwether.app.scorecard.ObjectiveCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Objective;
import io.bellwether.core.judge.Rollup;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.unit.NumberText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scorecard's page. */
public final class ScorecardText {
    private final Catalog catalog;
    private final Scorecard scorecard;
    private final List<KpiFacts> kpis;
    private final WorkNeeds work;

    private ScorecardText(Catalog catalog, Scorecard scorecard, WorkNeeds work) {
        this.work = work;
        this.catalog = catalog;
        this.scorecard = scorecard;
        this.kpis = scorecard.kpis().map(card -> KpiFacts.of(card, catalog)).toList();
    }

    /**
     * @param scorecard of all KPIs: the headline speaks for all of them
     * @param looking who looks, and what there is to do around the numbers
     * @param filter which rows to show
     * @param problems of the workspace's files
     */
    public static ScorecardView view(
            Catalog catalog, Scorecard scorecard, Looking looking, ScorecardFilter filter, List<Diagnostic> problems) {
        var today =
                Author.bellwether(catalog, Instant.EPOCH).on(scorecard.asOf().day());
        var text = new PeopleText(catalog, scorecard.asOf().day(), looking.reader());
        return new ScorecardText(catalog, scorecard, new WorkNeeds(text, today, looking.work())).view(filter, problems);
    }

    /**
     * Who looks, and what there is to do.
     *
     * @param reader an address, or null
     */
    public record Looking(@Nullable String reader, Work work) {}

    private ScorecardView view(ScorecardFilter filter, List<Diagnostic> problems) {
        Tally tally = Tally.of(kpis, objectivesInUse());
        return new ScorecardView(
                WorkspaceView.of(catalog),
                scorecard.asOf().day().toString(),
                asOfText(scorecard.asOf()),
                tally.headline(),
                tally.summary(),
                footer(),
                RowText.SPARK_TITLE,
                Needs.of(kpis, scorecard.asOf().day(), work),
                objectives(filter),
                owners(),
                problems.stream().map(DiagnosticView::of).toList(),
                scorecard.statements().size());
    }

    static String asOfText(AsOf asOf) {
        return asOf.label().length() == 10 ? Dates.weekday(asOf.day()) : asOf.text();
    }

    private int objectivesInUse() {
        return (int) scorecard.objectives().stream()
                .filter(card -> card.objective() != null && !card.kpis().isEmpty())
                .count();
    }

    private List<String> owners() {
        return kpis.stream()
                .map(facts -> facts.kpi().owner())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private String footer() {
        String currency = catalog.workspace().currency();
        String zone = catalog.workspace().calendar().zone().getId();
        return "Values in " + (currency == null ? zone + " time" : currency + ", " + zone)
                + ". A dashed line is the path to the target; the tick on a bar is where we should be by now."
                + complete()
                        .map(mark -> " Data complete to " + Dates.lastMinute(mark) + ".")
                        .orElse("");
    }

    private Optional<LocalDateTime> complete() {
        return kpis.stream()
                .map(KpiFacts::complete)
                .filter(complete -> !complete.stale())
                .map(Completeness::mark)
                .min(Comparator.naturalOrder());
    }

    private List<ObjectiveView> objectives(ScorecardFilter filter) {
        List<ObjectiveView> all = new ArrayList<>();
        boolean rowsOnly = filter.owner() != null || filter.status() != null;
        for (ObjectiveCard card : branch(filter.objective())) {
            List<KpiRow> rows = card.kpis().stream()
                    .map(kpi -> KpiFacts.of(kpi, catalog))
                    .filter(filter::keeps)
                    .map(facts -> RowText.of(facts, false))
                    .toList();
            if (!rows.isEmpty() || !rowsOnly) {
                all.add(view(card, rows));
            }
        }
        return List.copyOf(all);
    }

    /** The objective of that name and those that follow it, deeper than it; all for null. */
    private List<ObjectiveCard> branch(@Nullable String name) {
        if (name == null) {
            return scorecard.objectives();
        }
        List<ObjectiveCard> found = new ArrayList<>();
        for (ObjectiveCard card : scorecard.objectives()) {
            boolean isRoot = card.objective() != null && card.objective().name().equals(name);
            if (isRoot || (!found.isEmpty() && card.depth() > found.getFirst().depth())) {
                found.add(card);
            } else if (!found.isEmpty()) {
                break;
            }
        }
        return found;
    }

    private static ObjectiveView view(ObjectiveCard card, List<KpiRow> rows) {
        Objective objective = card.objective();
        Rollup rollup = card.rollup();
        BigDecimal progress = rollup == null ? null : rollup.progress();
        String owner = objective == null ? null : objective.owner();
        return new ObjectiveView(
                objective == null ? "" : objective.name(),
                objective == null ? "Without an objective" : objective.statement(),
                owner == null ? null : Words.person(owner),
                card.depth(),
                rollup == null ? StatusView.NOTHING : StatusView.of(rollup.status()),
                progress,
                progress == null ? "" : NumberText.share(progress) + " of the way",
                rows);
    }
}

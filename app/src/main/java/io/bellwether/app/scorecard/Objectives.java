package io.bellwether.app.scorecard;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Objective;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Rollup;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** KPIs gathered under their objectives, rolled up, worst and heaviest first. */
record Objectives(Catalog catalog, List<KpiCard> kpis) {
    private static final Comparator<KpiCard> WORST_THEN_HEAVIEST = Comparator.comparing(
                    (KpiCard card) -> card.status().orElse(null),
                    Comparator.nullsLast(Comparator.<Status>naturalOrder()))
            .thenComparing(card -> card.kpi().weight(), Comparator.reverseOrder());

    List<ObjectiveCard> cards() {
        List<ObjectiveCard> cards = new ArrayList<>(below(null, 0));
        List<KpiCard> none = of(null);
        if (!none.isEmpty()) {
            cards.add(new ObjectiveCard(null, 0, Rollup.of(rollups(none)).orElse(null), none));
        }
        return cards;
    }

    /** The objectives right below a parent, each with all below it; those without any KPI are left out. */
    private List<ObjectiveCard> below(@Nullable String parent, int depth) {
        return catalog.objectives().values().stream()
                .filter(o -> Objects.equals(o.parent(), parent))
                .map(o -> tree(o, depth))
                .filter(tree -> tree.stream().anyMatch(card -> !card.kpis().isEmpty()))
                .sorted(Comparator.comparing(
                        tree -> status(tree.getFirst()), Comparator.nullsLast(Comparator.<Status>naturalOrder())))
                .flatMap(List::stream)
                .toList();
    }

    private List<ObjectiveCard> tree(Objective objective, int depth) {
        List<ObjectiveCard> below = below(objective.name(), depth + 1);
        List<KpiCard> own = of(objective.name());
        List<Rollup> parts = new ArrayList<>(rollups(own));
        below.stream()
                .filter(card -> card.depth() == depth + 1)
                .map(ObjectiveCard::rollup)
                .filter(Objects::nonNull)
                .forEach(parts::add);
        List<ObjectiveCard> tree = new ArrayList<>();
        tree.add(new ObjectiveCard(objective, depth, Rollup.of(parts).orElse(null), own));
        tree.addAll(below);
        return tree;
    }

    private static @Nullable Status status(ObjectiveCard card) {
        return card.rollup() == null ? null : card.rollup().status();
    }

    private List<KpiCard> of(@Nullable String objective) {
        return kpis.stream()
                .filter(card -> Objects.equals(card.kpi().objective(), objective))
                .sorted(WORST_THEN_HEAVIEST)
                .toList();
    }

    /** Only active KPIs count. */
    private static List<Rollup> rollups(List<KpiCard> cards) {
        return cards.stream()
                .filter(card -> card.kpi().lifecycle() == Kpi.Lifecycle.ACTIVE)
                .map(Objectives::rollup)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Rollup> rollup(KpiCard card) {
        return card.judgement()
                .map((Judgement j) -> Rollup.of(j.status(), j.done(), card.kpi().weight(), isOver(card)));
    }

    private static boolean isOver(KpiCard card) {
        Period timeframe = card.measured().timeframe();
        return timeframe != null && !card.completeness().mark().isBefore(timeframe.end());
    }
}

package io.bellwether.app.alert;

import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Status;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the chance that a KPI's target is met has become too small. */
record ChanceLook(KpiCard card, Past past, Catalog catalog, LocalDateTime now) {
    private static final int PERIODS = 24;

    Verdict of(BigDecimal least) {
        Judgement judgement = card.judgement().orElse(null);
        Period timeframe = card.measured().timeframe();
        if (judgement == null || timeframe == null || judgement.problem() != null) {
            return new Verdict.Unknown(
                    judgement == null ? "It has no target, so there is no chance to meet it." : card.why());
        }
        if (!card.isTrusted()) {
            return new Verdict.Unknown(card.why());
        }
        Double chance = chance(judgement, timeframe);
        if (chance == null) {
            return new Verdict.Unknown("The chance that " + card.kpi().label()
                    + " meets its target cannot be told: that takes a value now and at least " + Chance.LEAST
                    + " periods before.");
        }
        BigDecimal share = BigDecimal.valueOf(chance).setScale(4, RoundingMode.HALF_EVEN);
        String text = "The chance that " + card.kpi().label() + " meets its target is " + NumberText.share(share) + ". "
                + judgement.why();
        return share.compareTo(least) < 0 ? new Verdict.Holds("unlikely", text) : new Verdict.Fine(text);
    }

    private @Nullable Double chance(Judgement judgement, Period timeframe) {
        Status status = judgement.status();
        if (status == Status.ACHIEVED || status == Status.MISSED) {
            return status == Status.ACHIEVED ? 1.0 : 0.0;
        }
        return switch (Objects.requireNonNull(card.kpi().target())) {
            case Target.AtLeast t -> holding(judgement, timeframe, t.terms(), v -> v.compareTo(t.bound()) >= 0);
            case Target.AtMost t -> holding(judgement, timeframe, t.terms(), v -> v.compareTo(t.bound()) <= 0);
            case Target.Between t ->
                holding(judgement, timeframe, t.terms(), v -> v.compareTo(t.low()) >= 0 && v.compareTo(t.high()) <= 0);
            case Target.Total _ -> onTheWay(judgement, timeframe, true);
            case Target.FromMetric _ -> onTheWay(judgement, timeframe, isExtensive());
            case Target.Reach _, Target.Change _ -> onTheWay(judgement, timeframe, false);
        };
    }

    private @Nullable Double onTheWay(Judgement judgement, Period timeframe, boolean sum) {
        BigDecimal actual = judgement.numbers().actual();
        BigDecimal target = judgement.numbers().target();
        if (actual == null || target == null) {
            return null;
        }
        List<BigDecimal> added = sum ? series().known() : steps();
        if (added.size() < Chance.LEAST) {
            return null;
        }
        BigDecimal start = judgement.numbers().start();
        boolean down = sum || start == null || start.compareTo(target) == 0
                ? card.kpi().direction() == Direction.DOWN
                : start.compareTo(target) > 0;
        double missing = target.subtract(actual).doubleValue();
        List<BigDecimal> towards = down ? added.stream().map(BigDecimal::negate).toList() : added;
        return Chance.onTheWay(towards, down ? -missing : missing, left(timeframe));
    }

    /** What the level moved by from each period to the next, measured over stretches as long as the scorecard's. */
    private List<BigDecimal> steps() {
        TimeWindow window = card.measured().window();
        Past.Series series = series();
        List<@Nullable BigDecimal> levels = series.values();
        if (isExtensive() && window != null) {
            Duration length = Duration.between(window.start(), window.end());
            levels = past.values(
                    card.kpi().metric(),
                    card.kpi().where(),
                    series.periods().stream()
                            .map(p -> new TimeWindow(p.end().minus(length), p.end()))
                            .toList());
        }
        List<BigDecimal> steps = new ArrayList<>();
        for (int i = 1; i < levels.size(); i++) {
            BigDecimal before = levels.get(i - 1);
            BigDecimal after = levels.get(i);
            if (before != null && after != null) {
                steps.add(after.subtract(before));
            }
        }
        return steps;
    }

    /** Whether a period's value keeps the promise. */
    @FunctionalInterface
    private interface Met {
        boolean by(BigDecimal value);
    }

    private @Nullable Double holding(Judgement judgement, Period timeframe, Target.Terms terms, Met met) {
        List<BigDecimal> known = series().known();
        if (known.size() < Chance.LEAST) {
            return null;
        }
        List<Period> all = calendar().periods(timeframe.start(), timeframe.end(), grain()).stream()
                .filter(p -> !p.end().isAfter(timeframe.end()))
                .toList();
        int over = (int) all.stream().filter(p -> !p.end().isAfter(mark())).count();
        BigDecimal progress = judgement.progress() == null ? BigDecimal.ZERO : judgement.progress();
        int kept = progress.multiply(BigDecimal.valueOf(over))
                .setScale(0, RoundingMode.HALF_EVEN)
                .intValueExact();
        BigDecimal required = terms.required() == null ? BigDecimal.ONE : terms.required();
        int needed = required.multiply(BigDecimal.valueOf(all.size()))
                        .setScale(0, RoundingMode.CEILING)
                        .intValueExact()
                - kept;
        int past = (int) known.stream().filter(met::by).count();
        return Chance.holding(past, known.size(), needed, all.size() - over);
    }

    private Past.Series series() {
        return past.read(card.kpi().metric(), card.kpi().where(), grain(), PERIODS, mark());
    }

    private double left(Period timeframe) {
        Period running = calendar().period(mark(), grain());
        double length = Duration.between(running.start(), running.end()).toSeconds();
        return Duration.between(mark(), timeframe.end()).toSeconds() / length;
    }

    private LocalDateTime mark() {
        LocalDateTime mark = card.completeness().mark();
        return mark.isBefore(now) ? mark : now;
    }

    private Grain grain() {
        Kpi kpi = card.kpi();
        return kpi.cadence() == null ? Grain.MONTH : kpi.cadence();
    }

    private boolean isExtensive() {
        Kpi kpi = card.kpi();
        return MetricShape.of(catalog, new MetricUse(kpi.metric(), kpi.metric(), kpi.where(), Set.of()))
                .extensive();
    }

    private Calendar calendar() {
        return catalog.workspace().calendar();
    }
}

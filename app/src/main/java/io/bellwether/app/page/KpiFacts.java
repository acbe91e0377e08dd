package io.bellwether.app.page;

import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A KPI with what was measured, as the wording needs it.
 *
 * @param goalLabel the label of the metric that the target comes from, or null
 */
record KpiFacts(KpiCard card, Calendar calendar, @Nullable String goalLabel) {
    static KpiFacts of(KpiCard card, Catalog catalog) {
        String goal = card.kpi().target() instanceof Target.FromMetric(var metric, var _)
                ? catalog.metric(metric).map(m -> m.about().label()).orElse(metric)
                : null;
        return new KpiFacts(card, catalog.workspace().calendar(), goal);
    }

    Kpi kpi() {
        return card.kpi();
    }

    Metric metric() {
        return card.metric();
    }

    Measured measured() {
        return card.measured();
    }

    Completeness complete() {
        return card.completeness();
    }

    /** Null for a draft, and without a target. */
    @Nullable
    Judgement judgement() {
        return card.judgement().orElse(null);
    }

    /** What is not judged has no status of its own. */
    Status status() {
        Judgement judgement = judgement();
        return judgement == null ? Status.NOT_STARTED : judgement.status();
    }

    Unit unit() {
        return metric().about().unit();
    }

    /** The number of now; null where there is none that can be trusted. */
    @Nullable
    BigDecimal shown() {
        return card.value();
    }

    /** The last good value in words, where there is no number of now; or null. */
    @Nullable
    String lastGood() {
        return card.lastGood().map(good -> good.text(unit())).orElse(null);
    }

    /** With as many digits as bear out what is said of it beside its bound. */
    String besideBound(@Nullable BigDecimal value) {
        return NumberText.beside(value, value == null ? null : nearest(value), unit());
    }

    private @Nullable BigDecimal nearest(BigDecimal value) {
        return switch (kpi().target()) {
            case Target.AtLeast(var bound, var _) -> bound;
            case Target.AtMost(var bound, var _) -> bound;
            case Target.Between(var low, var high, var _) ->
                value.subtract(low).abs().compareTo(value.subtract(high).abs()) <= 0 ? low : high;
            case Target.Reach(var level, var _) -> level;
            case Target.Total(var amount, var _) -> amount;
            case Target.Change _, Target.FromMetric _ -> null;
            case null -> null;
        };
    }

    String tile(@Nullable BigDecimal value) {
        return NumberText.tile(value, unit());
    }

    String href() {
        return "/kpi/" + kpi().name();
    }
}

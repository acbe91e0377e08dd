package io.bellwether.app.scorecard;

import io.bellwether.core.catalog.Target;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;

/** A target in a few signs: {@code £10M}, {@code ≥ 99.9 %}, {@code 50,000 (+25 %)}. */
public final class TargetText {
    private TargetText() {}

    /** Of a KPI as it was measured: where the target is a change, or comes from data, its value now; a dash for none. */
    public static String of(KpiCard card) {
        Target target = card.kpi().target();
        Unit unit = card.metric().about().unit();
        if (target == null) {
            return NumberText.MISSING;
        }
        BigDecimal value = card.measured().judgement() == null
                ? null
                : card.measured().judgement().numbers().target();
        return switch (target) {
            case Target.Reach t -> NumberText.written(t.level(), unit);
            case Target.Total t -> NumberText.written(t.amount(), unit);
            case Target.AtLeast t -> "≥ " + NumberText.written(t.bound(), unit);
            case Target.AtMost t -> "≤ " + NumberText.written(t.bound(), unit);
            case Target.Between t -> NumberText.written(t.low(), unit) + " to " + NumberText.written(t.high(), unit);
            case Target.FromMetric t -> NumberText.tile(value, unit);
            case Target.Change t ->
                value == null ? change(t, unit) : NumberText.tile(value, unit) + " (" + change(t, unit) + ")";
        };
    }

    private static String change(Target.Change change, Unit unit) {
        String amount = change.relative()
                ? NumberText.written(change.amount(), new Unit.Percent())
                : NumberText.written(change.amount(), unit);
        return (change.increase() ? "+" : "−") + amount;
    }
}

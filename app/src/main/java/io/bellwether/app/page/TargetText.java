package io.bellwether.app.page;

import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A promise in a few words: {@code down 20 % from 11.9 % by Dec 2026}. */
final class TargetText {
    private final KpiFacts facts;

    private TargetText(KpiFacts facts) {
        this.facts = facts;
    }

    static String of(KpiFacts facts) {
        Target target = facts.kpi().target();
        return target == null ? "no target yet" : new TargetText(facts).text(target);
    }

    private String text(Target target) {
        return switch (target) {
            case Target.Reach(var level, var _) -> "reach " + written(level) + by();
            case Target.Change change -> change(change) + by();
            case Target.Total(var amount, var _) -> "of " + written(amount) + in();
            case Target.AtLeast(var bound, var _) -> "at least " + written(bound) + every();
            case Target.AtMost(var bound, var _) -> "at most " + written(bound) + every();
            case Target.Between(var low, var high, var _) ->
                "between " + written(low) + " and " + written(high) + every();
            case Target.FromMetric(var metric, var _) -> fromMetric(metric);
        };
    }

    private String change(Target.Change change) {
        BigDecimal start = numbers() == null ? null : numbers().start();
        String amount = change.relative()
                ? NumberText.written(change.amount(), new Unit.Percent())
                : NumberText.difference(BigDecimal.ZERO, change.amount(), facts.unit())
                        .replaceFirst("^\\+", "");
        String from = start == null ? "" : " from " + facts.tile(start);
        return (change.increase() ? "up " : "down ") + amount + from;
    }

    private String fromMetric(String metric) {
        String label = facts.goalLabel() == null ? metric : facts.goalLabel();
        BigDecimal goal = numbers() == null ? null : numbers().target();
        return goal == null
                ? "against " + Words.inside(label)
                : "of " + facts.tile(goal) + ", " + Words.inside(label) + " by now";
    }

    private Judgement.@Nullable Numbers numbers() {
        Judgement judgement = facts.judgement();
        return judgement == null ? null : judgement.numbers();
    }

    private String written(BigDecimal value) {
        return NumberText.written(value, facts.unit());
    }

    private String by() {
        Period timeframe = facts.measured().timeframe();
        return timeframe == null ? "" : " by " + Dates.end(timeframe);
    }

    private String in() {
        Period timeframe = facts.measured().timeframe();
        if (timeframe == null) {
            return "";
        }
        boolean named = facts.calendar().grain(timeframe).isPresent();
        return (named ? " in " : ", ") + facts.calendar().text(timeframe);
    }

    private String every() {
        Grain cadence = facts.kpi().cadence();
        return " every " + Dates.noun(cadence == null ? Grain.MONTH : cadence);
    }
}

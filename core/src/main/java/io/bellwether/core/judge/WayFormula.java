package io.bellwether.core.judge;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The formulas of a way with their numbers filled in. */
record WayFormula(Case given, Case.Way way, Judgement.Numbers numbers) {
    List<String> lines(boolean flat, Share progress, Share expected, @Nullable Share pace, Status status) {
        List<String> lines = new ArrayList<>();
        if (given.promise().target() instanceof Target.Change change) {
            lines.add(target(change));
        }
        lines.add("progress = " + (flat ? flat() : progress()) + " = " + Formula.share(progress));
        lines.add("expected = " + expected() + " = " + Formula.share(expected));
        if (pace != null) {
            boolean budget = way.sum() && given.promise().direction() == Direction.DOWN;
            lines.add("pace = " + Formula.share(budget ? expected : progress) + " / "
                    + Formula.share(budget ? progress : expected) + " = "
                    + Formula.share(pace) + ": " + verdict(status));
        }
        return List.copyOf(lines);
    }

    private String target(Target.Change change) {
        String sign = change.increase() ? " + " : " − ";
        String by = change.relative()
                ? value(numbers.start()) + " × (1" + sign + Formula.percent(change.amount()) + ")"
                : value(numbers.start()) + sign + value(change.amount());
        return "target = " + by + " = " + value(numbers.target());
    }

    private String progress() {
        if (way.sum()) {
            return value(numbers.actual()) + " / " + value(numbers.target());
        }
        String start = value(numbers.start());
        return "(" + value(numbers.actual()) + " − " + start + ") / (" + value(numbers.target()) + " − " + start + ")";
    }

    private String flat() {
        return "the start, " + value(numbers.start()) + ", is at the target of " + value(numbers.target())
                + " already; " + value(numbers.actual()) + " is there or not";
    }

    private String expected() {
        if (given.promise().target() instanceof Target.FromMetric) {
            return "the plan so far / the plan of the whole timeframe = " + value(numbers.due()) + " / "
                    + value(numbers.target());
        }
        String days = days() + " days";
        return switch (given.promise().target().terms().path()) {
            case TargetPath.Linear _ -> days;
            case TargetPath.Step _ -> "nothing until the end";
            case TargetPath.Milestones _ -> "between the milestones, after " + days;
            case TargetPath.Seasonal _ ->
                way.seasonal() == null
                        ? days + " (no earlier year to learn the season from)"
                        : "the share that earlier years had reached";
        };
    }

    /** {@code 46 / 92}. */
    private String days() {
        Case.Moment moment = given.moment();
        return day(Duration.between(moment.timeframe().start(), moment.at())) + " / "
                + day(Duration.between(
                        moment.timeframe().start(), moment.timeframe().end()));
    }

    private static String day(Duration duration) {
        BigDecimal days = BigDecimal.valueOf(duration.toSeconds())
                .divide(BigDecimal.valueOf(Duration.ofDays(1).toSeconds()), 2, java.math.RoundingMode.HALF_UP);
        return days.stripTrailingZeros().toPlainString();
    }

    private String verdict(Status status) {
        Kpi.Thresholds thresholds = given.promise().thresholds();
        return status.label().toLowerCase(java.util.Locale.ROOT)
                + (status.tone() == Status.Tone.NONE
                                || given.moment().isClosed()
                                || Objects.equals(status, Status.ACHIEVED)
                        ? ""
                        : " (on track from " + Formula.decimal(thresholds.onTrack()) + ", at risk from "
                                + Formula.decimal(thresholds.atRisk()) + ")");
    }

    private String value(@Nullable BigDecimal value) {
        Unit unit = given.promise().unit();
        return Formula.value(value, unit);
    }
}

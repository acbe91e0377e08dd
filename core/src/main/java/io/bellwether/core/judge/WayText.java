package io.bellwether.core.judge;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.time.Grain;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What is said about a way to a target. */
record WayText(Case given, Case.Way way) {
    String why(Status status, Judgement.Numbers numbers, Share progress) {
        String actual = NumberText.beside(numbers.actual(), other(status, numbers), unit());
        String target = NumberText.beside(numbers.target(), numbers.actual(), unit());
        return switch (status) {
            case ACHIEVED ->
                isBudget()
                        ? actual + " of a budget of " + target + " for " + timeframe() + "."
                        : actual + " reaches the target of " + target + " for " + timeframe() + ".";
            case MISSED -> actual + " at the end of " + timeframe() + ", the target was " + target + ".";
            case TOO_EARLY -> actual + " of " + target + ": too early to say, less than 5 % of the way is due by now.";
            case ON_TRACK, AT_RISK, OFF_TRACK ->
                isBudget()
                        ? spent(actual, target, numbers) + planned()
                        : (progress.compareTo(Share.ONE) >= 0 ? reached(actual, target) : open(actual, target, numbers))
                                + planned();
            case NO_DATA, NOT_STARTED -> throw new IllegalArgumentException("not measured: " + status);
        };
    }

    private static @Nullable BigDecimal other(Status status, Judgement.Numbers numbers) {
        boolean open = status == Status.ON_TRACK || status == Status.AT_RISK || status == Status.OFF_TRACK;
        return open ? numbers.due() : numbers.target();
    }

    /** What a plan lacks: as a sentence by itself, and at the end of another one. */
    String halfPlanned() {
        return "It is planned only up to "
                + day(java.util.Objects.requireNonNull(way.plannedTo()).minusNanos(1))
                + ", so nobody can say whether all of " + timeframe() + " was reached.";
    }

    private String planned() {
        return way.plannedTo() == null
                ? ""
                : " It is planned only up to " + day(way.plannedTo().minusNanos(1)) + ".";
    }

    private String reached(String actual, String target) {
        return given.promise().target() instanceof Target.FromMetric(var metric, var _)
                ? actual + " where " + metric + " asks for " + target + " in all of " + timeframe() + "."
                : "Target reached: " + actual + " against " + target + "; it counts at the end of " + timeframe() + ".";
    }

    private boolean isBudget() {
        return way.sum() && given.promise().direction() == Direction.DOWN;
    }

    private String spent(String actual, String target, Judgement.Numbers numbers) {
        String due = NumberText.beside(numbers.due(), numbers.actual(), unit());
        return actual + " of a budget of " + target + " for " + timeframe() + ", of which " + due
                + " may be spent by now.";
    }

    private String open(String actual, String target, Judgement.Numbers numbers) {
        String due = NumberText.beside(numbers.due(), numbers.actual(), unit());
        return given.promise().target() instanceof Target.FromMetric(var metric, var _)
                ? actual + " where " + metric + " asks for " + due + " by now, and " + target + " in all of "
                        + timeframe() + "."
                : actual + " where " + due + " is due by now on the way to " + target + ".";
    }

    String notStarted() {
        return "Starts on " + day(given.moment().timeframe().start()) + ".";
    }

    String stale() {
        if (!given.moment().mark().isBefore(given.moment().seenBefore())) {
            return "There is no data yet.";
        }
        Case.Silence silence = given.moment().silence();
        if (silence != null) {
            String usual = silence.days() > 1
                    ? "rows came at least every " + silence.days() + " days"
                    : silence.days() == 1 ? "rows came every day" : "it has too few rows to tell how often they come";
            return "Its data stops: " + usual + ", and there are none since " + day(silence.lastRow())
                    + "; `expected_every:` of the dataset can say what silence means.";
        }
        return "Its data stops at the end of " + day(given.moment().mark().minusNanos(1))
                + "; more was expected by now.";
    }

    String nothingComplete() {
        return "No data of " + timeframe() + " is complete yet.";
    }

    String missing(@Nullable BigDecimal start) {
        if (way.actual() == null) {
            return "There is no value up to " + day(given.moment().at().minusNanos(1)) + ".";
        }
        if (start == null) {
            return "There is no value in " + way.baselinePeriod()
                    + ", where the way starts; give `baseline:` a number or" + " another period.";
        }
        return given.promise().target() instanceof Target.FromMetric(var metric, var _)
                ? "Its target, " + metric + ", has no value in the same time."
                : "There is no target value.";
    }

    Diagnostic noBaseline() {
        BigDecimal baseline = way.baseline();
        String of = way.baselinePeriod() == null ? "the baseline" : "the baseline, " + way.baselinePeriod() + ",";
        String message = baseline == null
                ? of + " has no value, so a percentage of it is no target"
                : of + " is " + NumberText.exact(baseline, unit()) + ", so a percentage of it is no target";
        return Diagnostic.error(
                JudgeCodes.BASELINE,
                given.promise().target().terms().span(),
                message,
                "give `baseline:` a number, or a period in which the metric is above zero, or use `reach:`");
    }

    private String timeframe() {
        return given.moment().calendar().text(given.moment().timeframe());
    }

    private String day(LocalDateTime at) {
        return given.moment().calendar().text(given.moment().calendar().period(at, Grain.DAY));
    }

    private Unit unit() {
        return given.promise().unit();
    }
}

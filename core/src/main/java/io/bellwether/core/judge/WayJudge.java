package io.bellwether.core.judge;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.source.Diagnostic;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Judges ways from a start to a target, by pace: {@code reach}, {@code increase_by}, {@code total}, {@code metric}. */
record WayJudge(Case given, Case.Way way) {
    /** Below this share of the way a pace says nothing yet. */
    private static final BigDecimal EARLY = new BigDecimal("0.05");

    Judgement judge() {
        WayText text = new WayText(given, way);
        if (given.moment().isBeforeStart()) {
            return without(Status.NOT_STARTED, text.notStarted());
        }
        if (given.doubt() != null) {
            return without(Status.NO_DATA, given.doubt());
        }
        Diagnostic problem = problem(text);
        if (problem != null) {
            return without(Status.NO_DATA, problem.message()).with(problem);
        }
        if (given.moment().stale() && !given.moment().isClosed()) {
            return without(Status.NO_DATA, text.stale());
        }
        if (!given.moment().mark().isAfter(given.moment().timeframe().start())) {
            return without(Status.TOO_EARLY, text.nothingComplete());
        }
        BigDecimal start = start();
        BigDecimal target = target(start);
        if (way.actual() == null || start == null || target == null) {
            return without(Status.NO_DATA, text.missing(start));
        }
        return measured(start, way.actual(), target, text);
    }

    private Judgement measured(BigDecimal start, BigDecimal actual, BigDecimal target, WayText text) {
        Sense sense = sense(start, target);
        boolean flat = sense.isFlat(start, target);
        boolean there = sense.isThere(actual, target);
        Share progress =
                flat ? (there ? Share.ONE : Share.ZERO) : new Share(actual.subtract(start), target.subtract(start));
        Share expected = expected();
        Status status = status(progress, expected);
        BigDecimal due = flat ? target : expected.along(start, target);
        Share pace = expected.signum() == 0 ? null : progress.over(expected);
        Judgement.Numbers numbers = new Judgement.Numbers(start, actual, target, due);
        return new Judgement(
                status,
                progress.decimal(),
                expected.decimal(),
                pace == null ? null : pace.decimal(),
                numbers,
                text.why(status, numbers, progress),
                new WayFormula(given, way, numbers).lines(flat, progress, expected, pace, status),
                null);
    }

    private Status status(Share progress, Share expected) {
        boolean reached = progress.compareTo(Share.ONE) >= 0;
        if (given.moment().isClosed()) {
            return reached ? Status.ACHIEVED : Status.MISSED;
        }
        if (reached) {
            // A sum that only grows cannot fall below the target again; a level can, and so can a plan outgrow us.
            boolean kept = given.promise().target() instanceof Target.Total && way.nonNegative();
            return kept ? Status.ACHIEVED : Status.ON_TRACK;
        }
        Share time = given.promise().target() instanceof Target.FromMetric
                ? Expectation.elapsed(given.moment().timeframe(), given.moment().at())
                : expected;
        if (!time.reaches(EARLY)) {
            return Status.TOO_EARLY;
        }
        Share pace = progress.over(expected);
        if (pace.reaches(given.promise().thresholds().onTrack())) {
            return Status.ON_TRACK;
        }
        return pace.reaches(given.promise().thresholds().atRisk()) ? Status.AT_RISK : Status.OFF_TRACK;
    }

    private Share expected() {
        // A target from data is measured over the same window as the actual: all of it is due by now.
        return given.promise().target() instanceof Target.FromMetric
                ? Share.ONE
                : Expectation.at(
                        given.promise().target().terms().path(),
                        given.moment().timeframe(),
                        given.moment().at(),
                        way.seasonal());
    }

    private @Nullable BigDecimal start() {
        return way.sum() ? BigDecimal.ZERO : way.baseline();
    }

    private @Nullable BigDecimal target(@Nullable BigDecimal start) {
        return switch (given.promise().target()) {
            case Target.Reach(var level, var _) -> level;
            case Target.Total(var amount, var _) -> amount;
            case Target.FromMetric _ -> way.goal();
            case Target.Change change -> start == null ? null : changed(change, start);
            case Target.AtLeast _, Target.AtMost _, Target.Between _ ->
                throw new IllegalArgumentException("a holding target is judged by its check periods");
        };
    }

    private static BigDecimal changed(Target.Change change, BigDecimal start) {
        BigDecimal amount = change.relative() ? start.multiply(change.amount()) : change.amount();
        return change.increase() ? start.add(amount) : start.subtract(amount);
    }

    private Sense sense(BigDecimal start, BigDecimal target) {
        if (given.promise().target() instanceof Target.Change change) {
            return change.increase() ? Sense.UP : Sense.DOWN;
        }
        return switch (given.promise().direction()) {
            case UP -> Sense.UP;
            case DOWN -> Sense.DOWN;
            case NONE -> target.compareTo(start) < 0 ? Sense.DOWN : Sense.UP;
        };
    }

    /** What is wrong with the promise itself, whatever the actual. */
    private @Nullable Diagnostic problem(WayText text) {
        if (way.sum() && given.promise().direction() == Direction.DOWN) {
            return text.sumOfWhatShouldFall();
        }
        boolean share = given.promise().target() instanceof Target.Change change && change.relative();
        BigDecimal baseline = way.baseline();
        return share && (baseline == null || baseline.signum() <= 0) ? text.noBaseline() : null;
    }

    private Judgement without(Status status, String why) {
        BigDecimal start = start();
        return Judgement.without(status, new Judgement.Numbers(start, way.actual(), target(start), null), why);
    }
}

package io.bellwether.core.judge;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.source.Diagnostic;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Judges ways from a start to a target, by pace: {@code reach}, {@code increase_by}, {@code total}, {@code metric}. A sum of
 * what should be small is a budget: spent is good while it is less than what is due.
 */
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
        if (way.plannedTo() != null && given.moment().isClosed()) {
            return without(Status.NO_DATA, text.halfPlanned());
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
        boolean flat = isBudget() ? target.signum() <= 0 : sense.isFlat(start, target, given.equality());
        boolean there = sense.isThere(actual, target, given.equality());
        Share progress =
                flat ? (there ? Share.ONE : Share.ZERO) : new Share(actual.subtract(start), target.subtract(start));
        Share expected = expected(target);
        Way the = new Way(sense, start, actual, target, flat);
        Status status = isBudget() ? budget(the, expected) : status(the, expected);
        BigDecimal due = flat ? target : expected.along(start, target);
        Share pace = pace(progress, expected);
        Judgement.Numbers numbers = new Judgement.Numbers(start, actual, target, due);
        return new Judgement(
                status,
                progress.decimal(),
                expected.decimal(),
                pace == null ? null : pace.decimal(),
                done(progress, pace),
                null,
                numbers,
                text.why(status, numbers, progress),
                new WayFormula(given, way, numbers).lines(flat, progress, expected, pace, status),
                null);
    }

    /** The way, with its numbers known. */
    private record Way(Sense sense, BigDecimal start, BigDecimal actual, BigDecimal target, boolean flat) {}

    /** How far the way is against how far it should be; of a budget the other way round, since less is better. */
    private @Nullable Share pace(Share progress, Share expected) {
        if (isBudget()) {
            return progress.signum() <= 0 ? null : expected.over(progress);
        }
        return expected.signum() == 0 ? null : progress.over(expected);
    }

    /** Spending is no progress: of a budget counts how far what is due outruns it. */
    private BigDecimal done(Share progress, @Nullable Share pace) {
        return (!isBudget() ? progress : pace == null ? Share.ONE : pace).decimal();
    }

    private Status status(Way the, Share expected) {
        boolean reached = the.sense.isThere(the.actual, the.target, given.equality());
        if (given.moment().isClosed()) {
            return reached ? Status.ACHIEVED : Status.MISSED;
        }
        if (reached) {
            // A sum that only grows cannot fall below the target again; a level can, and so can a plan outgrow us.
            boolean kept = given.promise().target() instanceof Target.Total && way.nonNegative();
            return kept ? Status.ACHIEVED : Status.ON_TRACK;
        }
        if (the.flat) {
            // No way to go: the start is at the target or beyond it, and only the level counts.
            return new Bounds(
                                    the.sense == Sense.UP ? the.target : null,
                                    the.sense == Sense.UP ? null : the.target,
                                    tolerance(),
                                    given.equality())
                            .isNear(the.actual)
                    ? Status.AT_RISK
                    : Status.OFF_TRACK;
        }
        if (isEarly(expected)) {
            return Status.TOO_EARLY;
        }
        if (keeps(the, expected, given.promise().thresholds().onTrack())) {
            return Status.ON_TRACK;
        }
        return keeps(the, expected, given.promise().thresholds().atRisk()) ? Status.AT_RISK : Status.OFF_TRACK;
    }

    private Target.@Nullable Tolerance tolerance() {
        return given.promise().target().terms().tolerance();
    }

    /** A plan says itself what is due by now, however little. */
    private boolean isEarly(Share expected) {
        return !(given.promise().target() instanceof Target.FromMetric) && !expected.reaches(EARLY);
    }

    /**
     * Whether p / e reaches the threshold: whether a has come as far as s + threshold · e · (T − s). Both sides are
     * multiplied by e's denominator, so that nothing is rounded.
     */
    private boolean keeps(Way the, Share expected, BigDecimal threshold) {
        BigDecimal least = the.start
                .multiply(expected.denominator())
                .add(the.target.subtract(the.start).multiply(threshold).multiply(expected.numerator()));
        return the.sense.isThere(the.actual.multiply(expected.denominator()), least, given.equality());
    }

    /**
     * A budget: spent ≤ T at its end; while it runs, spent ≤ due is on track, more is judged by e / p, and what is above T is
     * off track while it is so.
     */
    private Status budget(Way the, Share expected) {
        boolean within = given.equality().compare(the.actual, the.target) <= 0;
        if (given.moment().isClosed()) {
            return within ? Status.ACHIEVED : Status.MISSED;
        }
        if (!within) {
            return Status.OFF_TRACK;
        }
        if (isEarly(expected)) {
            return Status.TOO_EARLY;
        }
        if (spends(the, expected, BigDecimal.ONE)
                || spends(the, expected, given.promise().thresholds().onTrack())) {
            return Status.ON_TRACK;
        }
        return spends(the, expected, given.promise().thresholds().atRisk()) ? Status.AT_RISK : Status.OFF_TRACK;
    }

    /** Whether e / p reaches the threshold: threshold · a ≤ e · T. */
    private boolean spends(Way the, Share expected, BigDecimal threshold) {
        BigDecimal spent = the.actual.multiply(threshold).multiply(expected.denominator());
        return given.equality().compare(spent, the.target.multiply(expected.numerator())) <= 0;
    }

    private boolean isBudget() {
        return way.sum() && given.promise().direction() == Direction.DOWN;
    }

    private Share expected(BigDecimal target) {
        if (!(given.promise().target() instanceof Target.FromMetric)) {
            return Expectation.at(
                    given.promise().target().terms().path(),
                    given.moment().timeframe(),
                    given.moment().at(),
                    way.seasonal());
        }
        BigDecimal due = way.due();
        return target.signum() <= 0 || due == null ? Share.ONE : new Share(due, target).atLeast(Share.ZERO);
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
        boolean share = given.promise().target() instanceof Target.Change change && change.relative();
        BigDecimal baseline = way.baseline();
        return share && (baseline == null || baseline.signum() <= 0) ? text.noBaseline() : null;
    }

    private Judgement without(Status status, String why) {
        BigDecimal start = start();
        return Judgement.without(status, new Judgement.Numbers(start, way.actual(), target(start), null), why);
    }
}

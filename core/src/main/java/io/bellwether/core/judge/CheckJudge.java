package io.bellwether.core.judge;

import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges promises that hold in every check period: {@code at_least}, {@code at_most}, {@code between}, and a plan for a rate.
 * Where the share that is required can no longer be reached, the promise is off track whatever the latest period says.
 */
record CheckJudge(Case given, Case.Checks checks) {
    Judgement judge() {
        CheckText text = new CheckText(given, checks);
        boolean closed = given.moment().isClosed();
        if (given.moment().isBeforeStart()) {
            return without(Status.NOT_STARTED, text.way().notStarted());
        }
        if (given.doubt() != null) {
            return without(Status.NO_DATA, given.doubt());
        }
        if (given.moment().stale() && !closed) {
            return without(Status.NO_DATA, text.way().stale());
        }
        if (checks.closed().isEmpty()) {
            return without(Status.TOO_EARLY, text.noneClosed());
        }
        // Closed periods without data are not met; but where nothing was measured at all, nothing is judged.
        boolean nothing = checks.closed().stream().allMatch(check -> check.value() == null);
        if (nothing || (!closed && latest().value() == null)) {
            return without(Status.NO_DATA, text.missing(latest()));
        }
        if (!closed && bounds(latest()).isOpen()) {
            return without(Status.NO_DATA, text.noPlan(latest()));
        }
        return measured(closed, text);
    }

    private Judgement measured(boolean closed, CheckText text) {
        Bounds bounds = bounds(latest());
        Share progress = progress();
        BigDecimal value = latest().value();
        Status status = closed ? atTheEnd(progress) : isLost() ? Status.OFF_TRACK : open(bounds, value);
        return new Judgement(
                status,
                progress.decimal(),
                null,
                null,
                progress.decimal(),
                text.kept(met(), counted()),
                numbers(),
                !closed && isLost() ? text.lost(latest(), met(), needed()) : text.why(status, latest(), met()),
                formula(bounds, progress, status),
                null);
    }

    private Status atTheEnd(Share progress) {
        return progress.reaches(required()) ? Status.ACHIEVED : Status.MISSED;
    }

    private static Status open(Bounds bounds, @Nullable BigDecimal value) {
        if (value == null) {
            return Status.NO_DATA;
        }
        return bounds.isMet(value) ? Status.ON_TRACK : bounds.isNear(value) ? Status.AT_RISK : Status.OFF_TRACK;
    }

    private List<String> formula(Bounds bounds, Share progress, Status status) {
        Unit unit = given.promise().unit();
        String periods = met() + " of " + checks.closed().size() + " check periods met";
        String latest = given.moment().calendar().text(latest().period()) + ": " + Formula.value(latest().value(), unit)
                + ", promised " + bounds.text(unit);
        String verdict = given.moment().isClosed()
                ? "required " + Formula.percent(required()) + ": " + status.label()
                : (isLost() ? met() + " + " + toCome() + " to come < " + needed() + " required" : latest) + ": "
                        + status.label();
        return List.of("progress = " + periods + " = " + Formula.share(progress), verdict);
    }

    private Share progress() {
        return Share.of(met(), counted());
    }

    /** All of the timeframe's periods once it is over, so that a lost period cannot be hidden. */
    private int counted() {
        int closed = checks.closed().size();
        return given.moment().isClosed() ? Math.max(checks.periods(), closed) : closed;
    }

    private long met() {
        return checks.closed().stream()
                .filter(check -> bounds(check).isMet(check.value()))
                .count();
    }

    private Bounds bounds(Case.Check check) {
        return Bounds.of(given, check.goal());
    }

    /** Those ahead, and those whose data may still come in. */
    private int toCome() {
        long missing = checks.closed().stream()
                .filter(check -> check.value() == null || bounds(check).isOpen())
                .count();
        return ahead() + (int) missing;
    }

    private int ahead() {
        return Math.max(0, checks.periods() - checks.closed().size());
    }

    /** How many periods must be met in the end. */
    private int needed() {
        BigDecimal all = BigDecimal.valueOf(checks.closed().size() + (long) ahead());
        return required().multiply(all).setScale(0, RoundingMode.CEILING).intValueExact();
    }

    /** Whether even all periods to come are too few. */
    private boolean isLost() {
        return met() + toCome() < needed();
    }

    private BigDecimal required() {
        BigDecimal required = given.promise().target().terms().required();
        return required == null ? BigDecimal.ONE : required;
    }

    private Case.Check latest() {
        return checks.closed().getLast();
    }

    private Judgement.Numbers numbers() {
        boolean none = checks.closed().isEmpty();
        BigDecimal single = Bounds.of(given, none ? null : latest().goal()).single();
        BigDecimal value = none ? null : latest().value();
        return new Judgement.Numbers(null, value, single, single);
    }

    private Judgement without(Status status, String why) {
        return Judgement.without(status, numbers(), why);
    }
}

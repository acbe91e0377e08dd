package io.bellwether.core.judge;

import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges promises that hold in every check period: {@code at_least}, {@code at_most}, {@code between}. */
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
        return measured(closed, text);
    }

    private Judgement measured(boolean closed, CheckText text) {
        Bounds bounds = Bounds.of(given.promise().target());
        Share progress = progress();
        BigDecimal value = latest().value();
        Status status = closed ? atTheEnd(progress) : open(bounds, value);
        return new Judgement(
                status,
                progress.decimal(),
                null,
                null,
                numbers(),
                text.why(status, latest(), met()),
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
                : latest + ": " + status.label();
        return List.of("progress = " + periods + " = " + Formula.share(progress), verdict);
    }

    private Share progress() {
        // All of the timeframe's periods once it is over, so that a lost period cannot be hidden.
        int of = given.moment().isClosed()
                ? Math.max(checks.periods(), checks.closed().size())
                : checks.closed().size();
        return Share.of(met(), of);
    }

    private long met() {
        Bounds bounds = Bounds.of(given.promise().target());
        return checks.closed().stream()
                .filter(check -> bounds.isMet(check.value()))
                .count();
    }

    private BigDecimal required() {
        BigDecimal required = given.promise().target().terms().required();
        return required == null ? BigDecimal.ONE : required;
    }

    private Case.Check latest() {
        return checks.closed().getLast();
    }

    private Judgement.Numbers numbers() {
        BigDecimal single = Bounds.of(given.promise().target()).single();
        BigDecimal value = checks.closed().isEmpty() ? null : latest().value();
        return new Judgement.Numbers(null, value, single, single);
    }

    private Judgement without(Status status, String why) {
        return Judgement.without(status, numbers(), why);
    }
}

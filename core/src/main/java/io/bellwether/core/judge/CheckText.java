package io.bellwether.core.judge;

import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is said about check periods. */
record CheckText(Case given, Case.Checks checks) {
    String why(Status status, Case.Check latest, long met) {
        String kept = "met in " + met + " of " + checks.closed().size() + " periods";
        if (given.moment().isClosed()) {
            String end = status == Status.ACHIEVED ? "" : ", which is not enough";
            return "Promised " + promised(latest) + ", " + kept + " of " + timeframe() + end + ".";
        }
        return value(latest) + " in " + period(latest) + ", promised " + promised(latest) + "; " + kept + empty() + ".";
    }

    /** What is told of a promise in the place of a value, since the last one says nothing of the others. */
    String kept(long met, int of) {
        return "kept in " + met + " of " + of;
    }

    /** @param needed how many periods must be met in the end */
    String lost(Case.Check latest, long met, int needed) {
        int all = Math.max(checks.periods(), checks.closed().size());
        return "Promised " + promised(latest) + ": " + met + " of "
                + checks.closed().size() + " periods kept, "
                + (needed == all ? "all " + all : needed + " of " + all) + " required, so it can no longer be kept; "
                + value(latest) + " in " + period(latest) + ".";
    }

    String noPlan(Case.Check latest) {
        return "There is no plan for " + period(latest) + ", so " + value(latest) + " is not judged.";
    }

    private String promised(Case.Check check) {
        return bounds(check).text(unit());
    }

    private String empty() {
        return checks.empty() == 0 ? "" : " (" + checks.empty() + " more had nothing to measure)";
    }

    String noneClosed() {
        return "No check period of " + timeframe() + " is complete yet.";
    }

    String missing(Case.Check latest) {
        return "There is no value in " + period(latest) + ".";
    }

    /** What is said of any promise. */
    WayText way() {
        return new WayText(given, new Case.Way(null, null, null, null, false, false));
    }

    private String value(Case.Check check) {
        BigDecimal value = check.value();
        @Nullable BigDecimal edge = value == null ? null : bounds(check).edge(value);
        return NumberText.beside(value, edge, unit());
    }

    private Bounds bounds(Case.Check check) {
        return Bounds.of(given, check.goal());
    }

    private String period(Case.Check check) {
        return given.moment().calendar().text(check.period());
    }

    private String timeframe() {
        return given.moment().calendar().text(given.moment().timeframe());
    }

    private Unit unit() {
        return given.promise().unit();
    }
}

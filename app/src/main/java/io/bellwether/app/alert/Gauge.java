package io.bellwether.app.alert;

import io.bellwether.core.catalog.Alert.When;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.Equality;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A number that alerts look at.
 *
 * @param measured what the scorecard shows of it
 * @param complete up to where its data is complete
 */
record Gauge(Line line, Measured measured, LocalDateTime complete, Past past) {
    /** @param extensive whether it grows with the length of the period */
    record Line(String label, Metric metric, @Nullable Expr where, Grain grain, boolean extensive) {
        Unit unit() {
            return metric.about().unit();
        }

        String tile(@Nullable BigDecimal value) {
            return NumberText.tile(value, unit());
        }
    }

    /** A number that only grows while its period runs is below any bound at first: then the last whole period counts. */
    Verdict beyond(When.Beyond when) {
        boolean whole = !when.above() && line.extensive();
        Past.Series last = whole ? last(1) : new Past.Series(java.util.List.of(), java.util.List.of(), Equality.EXACT);
        BigDecimal value = whole ? last.last() : measured.value();
        Equality equality = whole ? last.equality() : measured.equality();
        if (value == null) {
            return new Verdict.Unknown(line.label() + " has no value to hold against the bound.");
        }
        int side = equality.compare(value, when.bound());
        boolean holds = when.above() ? side > 0 : side < 0;
        String where = whole ? text(last.periods().getFirst()) : measured.windowText();
        String text = line.label() + " is " + NumberText.beside(value, when.bound(), line.unit())
                + (where.isEmpty() ? "" : " (" + where + ")") + ", " + (holds ? "" : "not ")
                + (when.above() ? "above " : "below ") + NumberText.written(when.bound(), line.unit()) + ".";
        return holds ? new Verdict.Holds(when.above() ? "above" : "below", text) : new Verdict.Fine(text);
    }

    Verdict change(When.Change when) {
        Measured.Delta delta = when.against().equals("previous") ? measured.previous() : measured.yearAgo();
        if (delta == null) {
            return new Verdict.Unknown(line.label() + " has no value to compare with.");
        }
        BigDecimal volume = delta.from().abs().max(delta.to().abs());
        String text = line.label() + " is " + NumberText.beside(delta.to(), delta.from(), line.unit()) + ", "
                + NumberText.relative(delta.from(), delta.to()) + " against "
                + NumberText.beside(delta.from(), delta.to(), line.unit()) + " (" + delta.note() + ").";
        if (when.minimum() != null && volume.compareTo(when.minimum()) < 0) {
            return new Verdict.Fine(text + " Too little to count.");
        }
        boolean holds = delta.from().signum() == 0
                ? delta.to().signum() != 0
                : measured.equality()
                                .compare(
                                        delta.to().subtract(delta.from()).abs(),
                                        when.share().multiply(delta.from().abs()))
                        >= 0;
        boolean rise = delta.to().compareTo(delta.from()) > 0;
        return holds ? new Verdict.Holds(rise ? "rise" : "fall", text) : new Verdict.Fine(text);
    }

    /** Without enough history nothing is said, and nobody woken. */
    Verdict anomaly() {
        Past.Series series = last(Unusual.wanted(line.grain()));
        Unusual.Found found = Unusual.of(series.values(), line.grain());
        if (series.last() == null) {
            return new Verdict.Unknown(
                    line.label() + " has no value for " + text(series.periods().getLast()) + ".");
        }
        String value = line.label() + " was " + line.tile(series.last()) + " ("
                + text(series.periods().getLast()) + ")";
        if (found.score() == null) {
            return new Verdict.Fine(value + "; there is not enough history to say whether that is unusual.");
        }
        String usual = line.tile(BigDecimal.valueOf(found.expected()));
        String text = value + "; " + found.comparable() + " comparable periods lead to expect about " + usual + ".";
        return found.isUnusual() ? new Verdict.Holds(found.score() > 0 ? "high" : "low", text) : new Verdict.Fine(text);
    }

    private Past.Series last(int count) {
        return past.read(line.metric().name(), line.where(), line.grain(), count, complete);
    }

    private String text(Period period) {
        return past.catalog().workspace().calendar().text(period);
    }
}

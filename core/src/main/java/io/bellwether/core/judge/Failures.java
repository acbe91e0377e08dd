package io.bellwether.core.judge;

import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.unit.Equality;
import org.jspecify.annotations.Nullable;

/** Passes readings on, keeps the first failure among them, and whether any was a double. */
final class Failures implements Readings {
    private final Readings readings;
    private @Nullable Diagnostic first;
    private Equality equality = Equality.EXACT;

    Failures(Readings readings) {
        this.readings = readings;
    }

    @Nullable
    Diagnostic first() {
        return first;
    }

    /** How what was read may be compared. */
    Equality equality() {
        return equality;
    }

    @Override
    public Reading actual(TimeWindow window) {
        return seen(readings.actual(window));
    }

    @Override
    public Reading goal(TimeWindow window) {
        return seen(readings.goal(window));
    }

    private Reading seen(Reading reading) {
        if (first == null && reading instanceof Reading.Failed(Diagnostic problem)) {
            first = problem;
        }
        if (reading instanceof Reading.Value(var _, var its) && its == Equality.OF_DOUBLES) {
            equality = its;
        }
        return reading;
    }
}

package io.bellwether.core.judge;

import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Passes readings on and keeps the first failure among them. */
final class Failures implements Readings {
    private final Readings readings;
    private @Nullable Diagnostic first;

    Failures(Readings readings) {
        this.readings = readings;
    }

    @Nullable
    Diagnostic first() {
        return first;
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
        return reading;
    }
}

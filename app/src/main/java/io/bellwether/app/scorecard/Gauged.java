package io.bellwether.app.scorecard;

import io.bellwether.app.query.Health;
import io.bellwether.app.query.HealthCheck;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.judge.Measurement;
import io.bellwether.core.judge.Subject;
import io.bellwether.core.source.Severity;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A KPI, or a metric beside one, once its data has been looked at: it knows which windows it needs. */
record Gauged(
        Stand stand,
        Completeness completeness,
        Measurement measurement,
        @Nullable String doubt) {
    static Gauged of(Stand stand, HealthCheck.Found health, AsOf asOf, Calendar calendar, boolean chart) {
        Completeness completeness = health.completeness(stand.homes(), asOf);
        var setting = new Subject.Setting(calendar, asOf, completeness);
        return new Gauged(
                stand,
                completeness,
                new Measurement(stand.subject(), setting, chart),
                doubt(health.failures(stand.datasets())));
    }

    void want(Sheet sheet) {
        sheet.want(line(), measurement.windows());
        if (stand.goal() != null) {
            sheet.want(new Sheet.Line(stand.goal(), null), measurement.goalWindows());
        }
    }

    Measured read(Sheet sheet) {
        return measurement.read(sheet.readings(line(), stand.goal()), doubt);
    }

    private Sheet.Line line() {
        return new Sheet.Line(stand.kpi().metric(), stand.kpi().where());
    }

    /** What failed, as one sentence; null where nothing grave did. */
    static @Nullable String doubt(List<Health.Failure> failures) {
        String all = failures.stream()
                .filter(f -> f.test().severity() == Severity.ERROR)
                .map(Health.Failure::text)
                .distinct()
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? null : "The data failed its tests: " + all + ".";
    }
}

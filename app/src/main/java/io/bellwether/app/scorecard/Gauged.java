package io.bellwether.app.scorecard;

import io.bellwether.app.query.Health;
import io.bellwether.app.query.HealthCheck;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.judge.Measurement;
import io.bellwether.core.judge.Subject;
import io.bellwether.core.source.Severity;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Completeness;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A KPI, or a metric beside one, once its data has been looked at: it knows which windows it needs.
 *
 * @param unsound why its rows cannot be trusted, as a sentence; or null
 * @param checks what must hold for its values
 */
record Gauged(
        Stand stand,
        Completeness completeness,
        Measurement measurement,
        @Nullable String unsound,
        ValueChecks checks) {
    static Gauged of(Stand stand, HealthCheck.Found health, AsOf asOf, Catalog catalog, boolean chart) {
        Completeness completeness = stand.completeness(catalog, health, asOf);
        var setting = new Subject.Setting(catalog.workspace().calendar(), asOf, completeness);
        return new Gauged(
                stand,
                completeness,
                new Measurement(stand.subject(), setting, chart),
                doubt(health.failures(stand.datasets())),
                ValueChecks.of(catalog, stand.metric(), completeness));
    }

    void want(Sheet sheet) {
        checks.want(sheet);
        sheet.want(line(), measurement.windows());
        if (stand.goal() != null) {
            sheet.want(Sheet.Line.plan(stand.goal()), measurement.goalWindows());
        }
    }

    Measured read(Sheet sheet) {
        return measurement.read(sheet.readings(line(), stand.goal()), doubt(sheet));
    }

    /** Why the data cannot be trusted, as a sentence; or null. */
    @Nullable
    String doubt(Sheet sheet) {
        return both(unsound, checks.doubt(sheet));
    }

    /** Two sentences that say that tests failed, as one. */
    static @Nullable String both(@Nullable String rows, @Nullable String values) {
        return rows == null || values == null
                ? rows == null ? values : rows
                : rows + " " + values.replaceFirst("The data failed its tests: ", "And: ");
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

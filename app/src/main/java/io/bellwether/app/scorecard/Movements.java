package io.bellwether.app.scorecard;

import io.bellwether.app.query.Answering;
import io.bellwether.app.query.HealthCheck;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.judge.Movement;
import io.bellwether.core.judge.Reading;
import io.bellwether.core.judge.Readings;
import io.bellwether.core.judge.Subject;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** How KPIs moved since moments of theirs, such as when an action was done: all in one question. */
public final class Movements {
    private final Answering answering;
    private final HealthCheck healthCheck;

    public Movements(Answering answering) {
        this.answering = answering;
        this.healthCheck = new HealthCheck(answering);
    }

    /** A KPI by its name, and since when. */
    public record Since(String kpi, LocalDateTime then) {}

    /** Those of which something can be told; a KPI that is gone or fails is left out. */
    public Map<Since, Measured.Delta> of(Catalog catalog, Collection<Since> asked, AsOf asOf, Deadline deadline) {
        Map<Since, Stand> stands = new LinkedHashMap<>();
        Set<String> datasets = new LinkedHashSet<>();
        for (Since since : asked) {
            try {
                catalog.kpi(since.kpi()).map(kpi -> Stand.of(catalog, kpi)).ifPresent(stand -> {
                    stands.put(since, stand);
                    datasets.addAll(stand.datasets());
                });
            } catch (DiagnosticException cannotBePlanned) {
                stands.remove(since);
            }
        }
        if (stands.isEmpty()) {
            return Map.of();
        }
        HealthCheck.Found health = healthCheck.look(catalog, datasets, asOf, deadline);
        Sheet sheet = new Sheet();
        Map<Since, Movement> movements = new LinkedHashMap<>();
        stands.forEach((since, stand) -> {
            if (health.problem(stand.datasets()).isEmpty()) {
                var setting = new Subject.Setting(
                        catalog.workspace().calendar(), asOf, stand.completeness(catalog, health, asOf));
                Movement movement = new Movement(stand.subject(), setting, since.then());
                movements.put(since, movement);
                sheet.want(line(stand), movement.windows());
            }
        });
        sheet.fill(catalog, answering, asOf.seenBefore(), deadline);
        Map<Since, Measured.Delta> found = new LinkedHashMap<>();
        movements.forEach((since, movement) -> {
            Measured.Delta delta = movement.read(readings(sheet, Objects.requireNonNull(stands.get(since))));
            if (delta != null) {
                found.put(since, delta);
            }
        });
        return found;
    }

    private static Sheet.Line line(Stand stand) {
        return new Sheet.Line(stand.kpi().metric(), stand.kpi().where());
    }

    private static Readings readings(Sheet sheet, Stand stand) {
        return new Readings() {
            @Override
            public Reading actual(TimeWindow window) {
                return sheet.read(line(stand), window);
            }

            @Override
            public Reading goal(TimeWindow window) {
                return new Reading.Missing();
            }
        };
    }
}

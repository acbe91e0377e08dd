package io.bellwether.app.scorecard;

import io.bellwether.app.query.Ran;
import io.bellwether.core.time.AsOf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every KPI judged, as of one moment.
 *
 * @param objectives worst first, each followed by those below it; KPIs without an objective come last
 * @param statements every statement that ran for it
 */
public record Scorecard(AsOf asOf, List<ObjectiveCard> objectives, List<Ran> statements) {
    public Scorecard {
        objectives = List.copyOf(objectives);
        statements = List.copyOf(statements);
    }

    public Stream<KpiCard> kpis() {
        return objectives.stream().flatMap(o -> o.kpis().stream());
    }

    public Optional<KpiCard> kpi(String name) {
        return kpis().filter(k -> k.kpi().name().equals(name)).findFirst();
    }
}

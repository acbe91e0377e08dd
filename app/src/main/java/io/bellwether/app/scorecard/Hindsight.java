package io.bellwether.app.scorecard;

import io.bellwether.app.query.Answering;
import io.bellwether.app.query.HealthCheck;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.LookBack;
import io.bellwether.core.judge.Readings;
import io.bellwether.core.judge.Subject;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Completeness;
import io.bellwether.engine.Deadline;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How KPIs stood at moments that are over, by the data as it is now: for closing periods, and for what history says of a target. */
public final class Hindsight {
    private final Answering answering;
    private final HealthCheck healthCheck;

    public Hindsight(Answering answering) {
        this.answering = answering;
        this.healthCheck = new HealthCheck(answering);
    }

    /**
     * A KPI, perhaps with another promise than today's, at the end of a period.
     *
     * @param end the first moment that is not seen any more
     */
    public record Moment(Kpi kpi, LocalDateTime end) {}

    /** A KPI's data, or why it has none. */
    public sealed interface State {
        /**
         * @param completeness how far it reaches
         * @param doubt why it cannot be trusted, or null
         */
        record Known(Completeness completeness, @Nullable String doubt) implements State {}

        record Broken(Diagnostic problem) implements State {}

        /** With one doubt more. */
        default State and(@Nullable String doubt) {
            return switch (this) {
                case Known(var completeness, var known) -> new Known(completeness, Gauged.both(known, doubt));
                case Broken broken -> broken;
            };
        }
    }

    /** How far the data of each of these KPIs reaches, by the KPI's name. */
    public Map<String, State> look(Catalog catalog, Collection<Kpi> kpis, AsOf asOf, Deadline deadline) {
        Map<String, State> states = new LinkedHashMap<>();
        Map<String, Stand> stands = new LinkedHashMap<>();
        Set<String> datasets = new LinkedHashSet<>();
        for (Kpi kpi : kpis) {
            try {
                Stand stand = Stand.of(catalog, kpi);
                stands.put(kpi.name(), stand);
                datasets.addAll(stand.datasets());
            } catch (DiagnosticException e) {
                states.put(kpi.name(), new State.Broken(e.diagnostics().getFirst()));
            }
        }
        HealthCheck.Found health = healthCheck.look(catalog, datasets, asOf, deadline);
        Sheet sheet = new Sheet();
        Map<String, ValueChecks> checks = new LinkedHashMap<>();
        stands.forEach((name, stand) -> {
            Optional<Diagnostic> broken = health.problem(stand.datasets());
            if (broken.isPresent()) {
                states.put(name, new State.Broken(broken.get()));
            } else {
                Completeness data = stand.completeness(catalog, health, asOf);
                ValueChecks checked = ValueChecks.of(catalog, stand.metric(), data);
                checked.want(sheet);
                checks.put(name, checked);
                states.put(name, new State.Known(data, Gauged.doubt(health.failures(stand.datasets()))));
            }
        });
        sheet.fill(catalog, answering, asOf.seenBefore(), deadline);
        checks.forEach((name, checked) -> states.computeIfPresent(name, (n, state) -> state.and(checked.doubt(sheet))));
        return states;
    }

    /**
     * The judgement at each moment, by one question for each engine; those that cannot be planned are left out.
     *
     * @param states by {@link #look}
     */
    public Map<Moment, LookBack.Stood> judged(
            Catalog catalog, Collection<Moment> moments, Map<String, State> states, AsOf asOf, Deadline deadline) {
        Sheet sheet = new Sheet();
        Map<Moment, Back> backs = new LinkedHashMap<>();
        Map<Kpi, Optional<Stand>> stands = new LinkedHashMap<>();
        for (Moment moment : moments) {
            Optional<Stand> stand = stands.computeIfAbsent(moment.kpi(), kpi -> stand(catalog, kpi));
            if (stand.isPresent() && states.get(moment.kpi().name()) instanceof State.Known known) {
                Back back = Back.of(stand.get(), known, moment.end(), catalog);
                back.want(sheet);
                backs.put(moment, back);
            }
        }
        sheet.fill(catalog, answering, asOf.seenBefore(), deadline);
        Map<Moment, LookBack.Stood> found = new LinkedHashMap<>();
        backs.forEach((moment, back) -> found.put(moment, back.read(sheet)));
        return found;
    }

    private static Optional<Stand> stand(Catalog catalog, Kpi kpi) {
        try {
            return Optional.of(Stand.of(catalog, kpi));
        } catch (DiagnosticException cannotBePlanned) {
            return Optional.empty();
        }
    }

    /** One moment, once it is known what it needs. */
    private record Back(
            Stand stand, LookBack lookBack, @Nullable String doubt) {
        static Back of(Stand stand, State.Known known, LocalDateTime end, Catalog catalog) {
            Completeness data = known.completeness();
            var then = new Completeness(end, false, data.lastRow(), data.firstRow());
            var asOf = new AsOf(end.minusNanos(1).toLocalDate().toString(), end);
            var setting = new Subject.Setting(catalog.workspace().calendar(), asOf, then);
            return new Back(stand, new LookBack(stand.subject(), setting), known.doubt());
        }

        void want(Sheet sheet) {
            sheet.want(line(), lookBack.windows());
            if (stand.goal() != null) {
                sheet.want(Sheet.Line.plan(stand.goal()), lookBack.goalWindows());
            }
        }

        LookBack.Stood read(Sheet sheet) {
            Readings readings = sheet.readings(line(), stand.goal());
            return lookBack.read(readings, doubt);
        }

        private Sheet.Line line() {
            return new Sheet.Line(stand.kpi().metric(), stand.kpi().where());
        }
    }
}

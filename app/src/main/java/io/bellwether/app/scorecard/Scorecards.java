package io.bellwether.app.scorecard;

import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Health;
import io.bellwether.app.query.HealthCheck;
import io.bellwether.app.query.Ran;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.LastGood;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.judge.Status;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import io.bellwether.core.unit.Equality;
import io.bellwether.engine.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The use case of a scorecard: one statement for how far the data reaches, one for all numbers of all KPIs, then the
 * judgements. A KPI that fails, fails alone.
 */
public final class Scorecards {
    private final Answering answering;
    private final HealthCheck healthCheck;
    private final BiFunction<Catalog, AsOf, Catalog> promises;
    private final Remembered remembered;

    public Scorecards(Answering answering) {
        this(answering, (catalog, asOf) -> catalog, Remembered.NOTHING);
    }

    /**
     * @param promises the catalog as it is judged at an as-of: what has closed by the promise of then
     * @param remembered what was good when data could be trusted
     */
    public Scorecards(Answering answering, BiFunction<Catalog, AsOf, Catalog> promises, Remembered remembered) {
        this.promises = promises;
        this.remembered = remembered;
        this.answering = answering;
        this.healthCheck = new HealthCheck(answering);
    }

    /** Measures and judges; never fails for what one KPI does wrong. */
    public Scorecard scorecard(Catalog written, ScorecardRequest request, Deadline deadline) {
        Catalog catalog = promises.apply(written, request.asOf());
        Prepared prepared = prepare(catalog, request, deadline);
        prepared.sheet().fill(catalog, answering, request.asOf().seenBefore(), deadline);
        List<KpiCard> cards = new ArrayList<>();
        prepared.kpis()
                .forEach((kpi, part) -> cards.add(
                        switch (part) {
                            case Measurable measurable -> card(measurable, prepared);
                            case Unmeasurable unmeasurable ->
                                failed(catalog, kpi, unmeasurable.problem(), request.asOf());
                        }));
        List<Ran> statements = new ArrayList<>(prepared.health().statements());
        statements.addAll(prepared.sheet().statements());
        List<KpiCard> complete = withLastGood(catalog, cards, prepared, request.asOf(), deadline);
        return new Scorecard(request.asOf(), new Objectives(catalog, complete).cards(), statements);
    }

    /** Where the data itself cannot say what was good last: what is remembered, else what it came to while tests held. */
    private List<KpiCard> withLastGood(
            Catalog catalog, List<KpiCard> cards, Prepared prepared, AsOf asOf, Deadline deadline) {
        List<Kpi> without = cards.stream()
                .filter(card -> !card.isTrusted() && card.measured().lastGood() == null)
                .map(KpiCard::kpi)
                .toList();
        if (without.isEmpty()) {
            return cards;
        }
        Set<String> wanted = without.stream().map(Kpi::name).collect(Collectors.toSet());
        Map<String, LastGood> good = new HashMap<>(remembered.lastGood(catalog, without, asOf.seenBefore()));
        List<Gauged> doubted = without.stream()
                .map(prepared.kpis()::get)
                .filter(part -> part instanceof Measurable measurable
                        && measurable.kpi().doubt(prepared.sheet()) != null)
                .map(part -> ((Measurable) part).kpi())
                .filter(one -> isOld(good.get(one.stand().kpi().name()), one, catalog))
                .toList();
        new LookBehind(catalog, answering, asOf, deadline)
                .of(doubted)
                .forEach((name, one) -> good.merge(name, one, (a, b) -> a.end().isBefore(b.end()) ? b : a));
        return cards.stream()
                .map(card -> {
                    LastGood one = good.get(card.kpi().name());
                    return one == null || !wanted.contains(card.kpi().name()) ? card : card.with(one);
                })
                .toList();
    }

    private static boolean isOld(@Nullable LastGood known, Gauged one, Catalog catalog) {
        return known == null
                || known.end()
                        .isBefore(LookBehind.lastEnd(one, catalog.workspace().calendar()));
    }

    /** The statements that would measure, as far as they follow without looking at data; nothing runs but that look. */
    public List<SqlStatement> statements(Catalog written, ScorecardRequest request, Deadline deadline) {
        Catalog catalog = promises.apply(written, request.asOf());
        Prepared prepared = prepare(catalog, request, deadline);
        List<SqlStatement> statements = new ArrayList<>();
        prepared.health().statements().forEach(ran -> statements.add(new SqlStatement(ran.sql(), List.of())));
        prepared.sheet()
                .questions(catalog, request.asOf().seenBefore())
                .forEach(question -> statements.add(answering.statement(catalog, question)));
        return statements;
    }

    /** One metric by itself, over the running period of a grain; fails where it cannot be measured. */
    public KpiCard.MetricCard metric(Catalog catalog, String name, Grain grain, AsOf asOf, Deadline deadline) {
        Stand stand = Stand.alone(catalog, name, grain);
        HealthCheck.Found health = healthCheck.look(catalog, stand.datasets(), asOf, deadline);
        health.problem(stand.datasets()).ifPresent(problem -> {
            throw new DiagnosticException(problem);
        });
        Gauged gauged = Gauged.of(stand, health, asOf, catalog, false);
        Sheet sheet = new Sheet();
        gauged.want(sheet);
        sheet.fill(catalog, answering, asOf.seenBefore(), deadline);
        return new KpiCard.MetricCard(stand.metric(), gauged.read(sheet), gauged.doubt(sheet), gauged.completeness());
    }

    private sealed interface Part {}

    private record Measurable(Gauged kpi, List<Gauged> supporting) implements Part {}

    private record Unmeasurable(Diagnostic problem) implements Part {}

    /** @param sheet what is wanted, not asked yet */
    private record Prepared(Map<Kpi, Part> kpis, HealthCheck.Found health, Sheet sheet) {}

    private Prepared prepare(Catalog catalog, ScorecardRequest request, Deadline deadline) {
        Map<Kpi, List<Stand>> stands = new LinkedHashMap<>();
        Map<Kpi, Part> parts = new LinkedHashMap<>();
        Set<String> datasets = new LinkedHashSet<>();
        for (Kpi kpi : catalog.kpis().values().stream().filter(request::wants).toList()) {
            parts.put(kpi, new Unmeasurable(Problems.unknown(kpi)));
            try {
                List<Stand> all = stands(catalog, kpi);
                stands.put(kpi, all);
                all.forEach(stand -> datasets.addAll(stand.datasets()));
            } catch (DiagnosticException e) {
                parts.put(kpi, new Unmeasurable(e.diagnostics().getFirst()));
            }
        }
        expect(catalog, stands.values().stream().flatMap(List::stream).toList(), request.asOf());
        HealthCheck.Found health = healthCheck.look(catalog, datasets, request.asOf(), deadline);
        Sheet sheet = new Sheet();
        stands.forEach((kpi, all) -> {
            Optional<Diagnostic> broken = health.problem(all.getFirst().datasets());
            parts.put(
                    kpi,
                    broken.isPresent()
                            ? new Unmeasurable(broken.get())
                            : measurable(catalog, request, all, health, sheet));
        });
        return new Prepared(parts, health, sheet);
    }

    /** All in one plan; where that cannot be, each for itself. */
    private void expect(Catalog catalog, List<Stand> stands, AsOf asOf) {
        if (!stands.isEmpty() && !answering.expect(catalog, Stand.question(stands, asOf.seenBefore()))) {
            stands.forEach(stand -> answering.expect(catalog, Stand.question(List.of(stand), asOf.seenBefore())));
        }
    }

    private static Measurable measurable(
            Catalog catalog, ScorecardRequest request, List<Stand> stands, HealthCheck.Found health, Sheet sheet) {
        List<Gauged> gauged = stands.stream()
                .filter(stand -> health.problem(stand.datasets()).isEmpty())
                .map(stand -> Gauged.of(stand, health, request.asOf(), catalog, request.chart()))
                .toList();
        gauged.forEach(one -> one.want(sheet));
        return new Measurable(gauged.getFirst(), gauged.subList(1, gauged.size()));
    }

    /** The KPI first, then what stands beside it; a metric beside it that cannot be planned is left out. */
    private static List<Stand> stands(Catalog catalog, Kpi kpi) {
        List<Stand> stands = new ArrayList<>();
        Stand own = Stand.of(catalog, kpi);
        stands.add(own);
        kpi.supporting().forEach(metric -> beside(catalog, own, metric).ifPresent(stands::add));
        return stands;
    }

    private static Optional<Stand> beside(Catalog catalog, Stand of, String metric) {
        try {
            return Optional.of(Stand.beside(catalog, of, metric));
        } catch (DiagnosticException cannotBePlanned) {
            return Optional.empty();
        }
    }

    private static KpiCard card(Measurable part, Prepared prepared) {
        Gauged kpi = part.kpi();
        Map<String, Optional<Health>> datasets = new LinkedHashMap<>();
        kpi.stand()
                .datasets()
                .forEach(name -> datasets.put(name, prepared.health().of(name)));
        return new KpiCard(
                kpi.stand().kpi(),
                kpi.stand().metric(),
                kpi.read(prepared.sheet()),
                kpi.doubt(prepared.sheet()),
                kpi.completeness(),
                datasets,
                part.supporting().stream()
                        .map(s -> new KpiCard.MetricCard(
                                s.stand().metric(),
                                s.read(prepared.sheet()),
                                s.doubt(prepared.sheet()),
                                s.completeness()))
                        .toList());
    }

    private static KpiCard failed(Catalog catalog, Kpi kpi, Diagnostic problem, AsOf asOf) {
        var judgement = new Judgement(
                Status.NO_DATA,
                null,
                null,
                null,
                null,
                null,
                new Judgement.Numbers(null, null, null, null),
                "The number could not be read: " + problem.message() + ".",
                List.of(),
                problem);
        var measured = new Measured(
                judgement, null, null, null, "", null, null, null, List.of(), List.of(), Equality.EXACT, null);
        return new KpiCard(
                kpi,
                catalog.metric(kpi.metric()).orElseThrow(),
                measured,
                null,
                Completeness.upTo(asOf.seenBefore()),
                Map.of(),
                List.of());
    }
}

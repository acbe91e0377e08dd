package io.bellwether.app.scorecard;

import io.bellwether.app.query.Answering;
import io.bellwether.app.query.HealthCheck;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.LastGood;
import io.bellwether.core.judge.LookBack;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.engine.Deadline;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What KPIs whose data fails its tests came to while it passed them: the value of the latest period that was over then. The
 * tests are run again on the rows before the end of one earlier period after another, until they hold.
 *
 * <pre>
 *        Aug       Sep       Oct     Nov
 *   ──┼─────────┼─────────┼───x─────┼──x──      x: a row that breaks a test
 *               ▲         ▲         ▲
 *            not asked   holds    fails         the last good value is that at the end of September
 * </pre>
 */
final class LookBehind {
    /** How many periods before the last whole one are tried; each costs a look at the data. */
    private static final List<Integer> STEPS = List.of(0, 1, 2, 3, 5, 8, 12);

    private final Catalog catalog;
    private final Answering answering;
    private final AsOf asOf;
    private final Deadline deadline;

    LookBehind(Catalog catalog, Answering answering, AsOf asOf, Deadline deadline) {
        this.catalog = catalog;
        this.answering = answering;
        this.asOf = asOf;
        this.deadline = deadline;
    }

    /** The end of the last whole period: what would be found at best. */
    static LocalDateTime lastEnd(Gauged doubted, Calendar calendar) {
        return calendar.period(doubted.completeness().mark(), cadence(doubted)).start();
    }

    /** By the KPI's name; what cannot be told is left out. */
    Map<String, LastGood> of(Collection<Gauged> doubted) {
        Set<Gauged> open = new LinkedHashSet<>(doubted);
        Map<Hindsight.Moment, Gauged> good = new LinkedHashMap<>();
        for (int step : STEPS) {
            Map<LocalDateTime, List<Gauged>> tries = new LinkedHashMap<>();
            open.forEach(one -> tries.computeIfAbsent(end(one, step), e -> new ArrayList<>())
                    .add(one));
            tries.forEach((end, some) -> holding(end, some).forEach(one -> {
                open.remove(one);
                good.put(new Hindsight.Moment(one.stand().kpi(), end), one);
            }));
        }
        return values(good);
    }

    private LocalDateTime end(Gauged one, int back) {
        Calendar calendar = catalog.workspace().calendar();
        var running = calendar.period(one.completeness().mark(), cadence(one));
        return back == 0
                ? running.start()
                : calendar.shift(running, cadence(one), -back).start();
    }

    /** Those whose data, as it was seen at that moment, was there and passed its tests. */
    private List<Gauged> holding(LocalDateTime end, List<Gauged> some) {
        Set<String> datasets = new LinkedHashSet<>();
        some.forEach(one -> datasets.addAll(one.stand().datasets()));
        AsOf then = new AsOf(end.minusNanos(1).toLocalDate().toString(), end);
        HealthCheck.Found health = new HealthCheck(answering).look(catalog, datasets, then, deadline);
        List<Gauged> sound =
                some.stream().filter(one -> holds(one.stand(), health, then)).toList();
        Sheet sheet = new Sheet();
        Map<Gauged, ValueChecks> checks = new LinkedHashMap<>();
        for (Gauged one : sound) {
            var data = one.stand().completeness(catalog, health, then);
            var checked = ValueChecks.of(catalog, one.stand().metric(), data);
            checked.want(sheet);
            checks.put(one, checked);
        }
        sheet.fill(catalog, answering, end, deadline);
        return sound.stream()
                .filter(one -> Objects.requireNonNull(checks.get(one)).doubt(sheet) == null)
                .toList();
    }

    private boolean holds(Stand stand, HealthCheck.Found health, AsOf then) {
        var complete = stand.completeness(catalog, health, then);
        return health.problem(stand.datasets()).isEmpty()
                && Gauged.doubt(health.failures(stand.datasets())) == null
                && (complete.lastRow() != null || complete.firstRow() == null)
                && !complete.stale();
    }

    private Map<String, LastGood> values(Map<Hindsight.Moment, Gauged> good) {
        Map<String, Hindsight.State> states = new LinkedHashMap<>();
        good.values()
                .forEach(one ->
                        states.put(one.stand().kpi().name(), new Hindsight.State.Known(one.completeness(), null)));
        Map<Hindsight.Moment, LookBack.Stood> stood =
                new Hindsight(answering).judged(catalog, good.keySet(), states, asOf, deadline);
        Map<String, LastGood> found = new LinkedHashMap<>();
        stood.forEach((moment, one) -> {
            if (one.value() != null) {
                found.put(moment.kpi().name(), new LastGood(one.value(), moment.end(), one.windowText()));
            }
        });
        return found;
    }

    private static Grain cadence(Gauged one) {
        Kpi kpi = one.stand().kpi();
        return LookBack.cadence(kpi.cadence());
    }
}

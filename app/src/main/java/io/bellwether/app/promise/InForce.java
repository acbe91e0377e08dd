package io.bellwether.app.promise;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.LookBack;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Period;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which version of a promise judges a moment.
 *
 * <pre>
 *            v1: 80 by Q3          v2: 70 by Q3      v3: 90 by Q4
 *   ─────────┼──────────────── end of Q3 ──┼────────────┼────────
 *                          v1 judges Q3, for ever       v3 judges Q4
 * </pre>
 */
final class InForce {
    private final Catalog catalog;
    private final Map<String, String> prints = new HashMap<>();

    InForce(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The last one that had begun before the moment; the first one for all that lies before it. */
    static Version at(List<Version> versions, LocalDateTime end) {
        return versions.reversed().stream()
                .filter(version -> version.effective().atStartOfDay().isBefore(end))
                .findFirst()
                .orElseGet(versions::getFirst);
    }

    /**
     * The same, but a timeframe that is over is judged by the version that was in force when it ended: what was said of it
     * later does not count.
     */
    static Version judging(List<Version> versions, LocalDateTime moment, Calendar calendar) {
        Version now = at(versions, moment);
        Period over = timeframe(now, calendar, moment)
                .filter(timeframe -> !timeframe.end().isAfter(moment))
                .orElse(null);
        if (over == null) {
            return now;
        }
        Version then = at(versions, over.end());
        boolean same =
                timeframe(then, calendar, over.end()).filter(over::equals).isPresent();
        return same ? then : now;
    }

    static Optional<Period> timeframe(Version version, Calendar calendar, LocalDateTime moment) {
        return LookBack.timeframe(version.promised().target(), calendar, moment);
    }

    /** The KPI as that version promised it; empty where nothing can be measured by it any more. */
    Optional<Kpi> kpi(Version version) {
        Promised promised = version.promised();
        return catalog.kpi(version.kpi())
                .filter(kpi -> catalog.metric(promised.metric()).isPresent())
                .flatMap(kpi -> promised.on(kpi, catalog, print(promised.metric())));
    }

    Catalog catalog() {
        return catalog;
    }

    Calendar calendar() {
        return catalog.workspace().calendar();
    }

    private String print(String metric) {
        return prints.computeIfAbsent(metric, name -> Formula.print(catalog, name));
    }

    /** Each KPI as the version has it that judges it at the as-of; today's, where that one cannot be measured any more. */
    static Catalog catalog(Catalog catalog, Map<String, List<Version>> versions, AsOf asOf) {
        InForce inForce = new InForce(catalog);
        Map<String, Kpi> kpis = new LinkedHashMap<>(catalog.kpis());
        boolean changed = false;
        for (Map.Entry<String, Kpi> entry : kpis.entrySet()) {
            List<Version> some = versions.getOrDefault(entry.getKey(), List.of());
            if (some.size() > 1) {
                Version version =
                        judging(some, asOf.seenBefore(), catalog.workspace().calendar());
                if (version.number() != some.getLast().number()) {
                    entry.setValue(inForce.kpi(version).orElse(entry.getValue()));
                    changed = true;
                }
            }
        }
        return changed ? catalog.withKpis(kpis) : catalog;
    }
}

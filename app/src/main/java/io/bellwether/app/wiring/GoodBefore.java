package io.bellwether.app.wiring;

import io.bellwether.app.health.GoodValues;
import io.bellwether.app.promise.Closing;
import io.bellwether.app.promise.PromiseHistory;
import io.bellwether.app.promise.Promised;
import io.bellwether.app.promise.Version;
import io.bellwether.app.scorecard.Remembered;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.LastGood;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.Period;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The newest trusted values that the store knows of: of the last look while data was fine, and of closed periods. */
record GoodBefore(Bellwether bellwether) implements Remembered {
    @Override
    public Map<String, LastGood> lastGood(Catalog catalog, Collection<Kpi> kpis, LocalDateTime seenBefore) {
        try {
            PromiseHistory past = bellwether.pastPromises(catalog).orElse(null);
            if (past == null) {
                return Map.of();
            }
            Store store = bellwether.store(catalog);
            Map<String, LastGood> found = new HashMap<>();
            for (Kpi kpi : kpis) {
                String print = print(catalog, kpi);
                GoodValues.of(store, kpi, print, seenBefore).ifPresent(good -> found.put(kpi.name(), good));
                closed(catalog, kpi, print, past, seenBefore)
                        .ifPresent(good ->
                                found.merge(kpi.name(), good, (a, b) -> a.end().isBefore(b.end()) ? b : a));
            }
            return found;
        } catch (DiagnosticException noMemory) {
            return Map.of(); // numbers are shown while the store is away; whoever opens it is told why it is
        }
    }

    /** What tells how a KPI is measured from any other way. */
    static Function<Kpi, String> prints(Catalog catalog) {
        return kpi -> print(catalog, kpi);
    }

    private static String print(Catalog catalog, Kpi kpi) {
        return print(Promised.of(catalog, kpi));
    }

    private static String print(Promised promised) {
        return promised.print() + (promised.slice() == null ? "" : " where " + promised.slice());
    }

    private static Optional<LastGood> closed(
            Catalog catalog, Kpi kpi, String print, PromiseHistory past, LocalDateTime seenBefore) {
        Closing closing =
                past.closings().book().lastGood(kpi.name(), seenBefore).orElse(null);
        if (closing == null) {
            return Optional.empty();
        }
        boolean same = past.versions().of(kpi.name()).stream()
                .filter(version -> version.number() == closing.version())
                .map(Version::promised)
                .anyMatch(promised -> print(promised).equals(print));
        var period = new Period(closing.label(), closing.starts(), closing.ends());
        var value = closing.now().value();
        return !same || value == null
                ? Optional.empty()
                : Optional.of(new LastGood(
                        value,
                        closing.ends(),
                        "at the close of " + catalog.workspace().calendar().text(period)));
    }
}

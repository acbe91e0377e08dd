package io.bellwether.app.promise;

import io.bellwether.app.store.Change;
import io.bellwether.app.store.Store;
import io.bellwether.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Closings as they are stored: each once, for ever. */
public final class ClosingBook {
    /** How many closings are searched for one that was good. */
    private static final int LOOKED_AT = 100;

    private final Store store;

    public ClosingBook(Store store) {
        this.store = store;
    }

    /** What was not stored before. */
    public record Kept(List<Closing> closed, List<Closing> restated) {}

    /**
     * Stores what is new of it, all or nothing; what another server stored in the meantime is left as it is.
     *
     * @param changed closings whose last restatement is new
     */
    public Kept keep(List<Closing> fresh, List<Closing> changed, Instant at) {
        List<Closing> added = new ArrayList<>();
        List<Closing> again = new ArrayList<>();
        if (!fresh.isEmpty() || !changed.isEmpty()) {
            store.changes(handle -> {
                fresh.stream().filter(c -> PromiseRows.add(handle, c)).forEach(added::add);
                changed.stream()
                        .filter(c -> PromiseRows.restate(handle, c, c.restated().size() - 1))
                        .forEach(again::add);
                return ClosingLog.changes(added, again, at);
            });
        }
        return new Kept(added, again);
    }

    /**
     * Takes back what was stored before it was over, and says so in the audit log: what was reported stays, and the number
     * that it has when it is over is added as another restatement.
     *
     * @return how many there were
     */
    public int withdrawEarly(Collection<String> kpis, ZoneId zone, Instant at) {
        List<Closing> early = kpis.stream()
                .flatMap(kpi -> of(kpi).stream())
                .filter(closing -> closing.hasEarlyNumber(zone))
                .map(closing -> closing.withdrawn(at))
                .toList();
        if (early.isEmpty()) {
            return 0;
        }
        List<Closing> added = new ArrayList<>();
        store.changes(handle -> {
            early.stream()
                    .filter(c -> PromiseRows.restate(handle, c, c.restated().size() - 1))
                    .forEach(added::add);
            return ClosingLog.withdrawn(added, at);
        });
        return added.size();
    }

    /** Of one KPI, the latest first. */
    public List<Closing> of(String kpi) {
        return of(kpi, Integer.MAX_VALUE);
    }

    /** The last ones of one KPI, the latest first. */
    public List<Closing> of(String kpi, int limit) {
        return store.read(handle -> PromiseRows.closings(handle, kpi, limit));
    }

    /** The last closed period of each KPI, by its name. */
    public Map<String, Closing> latest(AsOf asOf) {
        Map<String, Closing> found = new LinkedHashMap<>();
        store.read(handle -> PromiseRows.latest(handle, asOf.seenBefore()))
                .forEach(closing -> found.put(closing.kpi(), closing));
        return found;
    }

    /** The last closed period of one KPI. */
    public Optional<Closing> latest(String kpi, AsOf asOf) {
        return store.read(handle -> PromiseRows.latest(handle, kpi, asOf.seenBefore())).stream()
                .findFirst();
    }

    /** The last period of a KPI that closed with a number that could be trusted, before a moment. */
    public Optional<Closing> lastGood(String kpi, LocalDateTime seenBefore) {
        return of(kpi, LOOKED_AT).stream()
                .filter(closing -> !closing.ends().isAfter(seenBefore) && closing.isGood())
                .findFirst();
    }

    /** How the last timeframes of each KPI ended, the latest first. */
    public Map<String, List<Closing>> timeframes(int most) {
        return store.read(handle -> PromiseRows.timeframes(handle, most));
    }

    /** What the audit log says of a run: one record for each KPI, with all numbers. */
    private static final class ClosingLog {
        static List<Change> changes(List<Closing> closed, List<Closing> restated, Instant at) {
            Map<String, Map<String, @Nullable Object>> byKpi = new TreeMap<>();
            closed.forEach(c -> list(byKpi, c, "reported").add(text(c, c.reported())));
            restated.forEach(c -> list(byKpi, c, "restated").add(text(c, c.now())));
            return changes(byKpi, at);
        }

        static List<Change> withdrawn(List<Closing> early, Instant at) {
            Map<String, Map<String, @Nullable Object>> byKpi = new TreeMap<>();
            early.forEach(c -> list(byKpi, c, "stored_before_it_was_over").add(text(c, c.reported())));
            return changes(byKpi, at);
        }

        private static List<Change> changes(Map<String, Map<String, @Nullable Object>> byKpi, Instant at) {
            List<Change> changes = new ArrayList<>();
            byKpi.forEach(
                    (kpi, detail) -> changes.add(new Change(at, Change.BELLWETHER, "kpi.close", "kpi:" + kpi, detail)));
            return changes;
        }

        @SuppressWarnings("unchecked")
        private static List<String> list(
                Map<String, Map<String, @Nullable Object>> byKpi, Closing closing, String what) {
            return (List<String>) Objects.requireNonNull(byKpi.computeIfAbsent(closing.kpi(), k -> new TreeMap<>())
                    .computeIfAbsent(what, k -> new ArrayList<String>()));
        }

        private static String text(Closing closing, Closing.Stand stand) {
            return PromisedJson.word(closing.kind()) + " " + closing.label() + " v" + closing.version() + ": "
                    + (stand.value() == null ? "no value" : PromisedJson.number(stand.value())) + ", "
                    + stand.status().word();
        }
    }
}

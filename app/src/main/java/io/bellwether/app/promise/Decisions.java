package io.bellwether.app.promise;

import io.bellwether.app.store.Change;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people decided about KPIs, with the evidence that they were shown. */
public final class Decisions {
    private final Store store;

    public Decisions(Store store) {
        this.store = store;
    }

    /**
     * What is decided.
     *
     * @param promise what the KPI promises by it, as {@link Promised#json}; null where that stays
     * @param lifecycle the word of its lifecycle by it; null where that stays
     * @param dossier the evidence as JSON; null where none was shown
     */
    public record Decided(
            String kpi,
            String action,
            String reason,
            String change,
            @Nullable String promise,
            @Nullable String lifecycle,
            @Nullable String dossier) {
        /** A decision that changes no file: to keep a KPI as it is, to act on it. */
        public static Decided only(String kpi, String action, String reason) {
            return new Decided(kpi, action, reason, "", null, null, null);
        }
    }

    /** Stores it; once this returns it is kept. */
    public long record(Decided decided, Person by, Instant at) {
        return record(decided, by, at, Beside.NOTHING);
    }

    /** Stores it together with what belongs to it: all or nothing. */
    public long record(Decided decided, Person by, Instant at, Beside beside) {
        long[] number = {0};
        store.changes(handle -> {
            number[0] = PromiseRows.add(handle, decision(decided, by.email(), at), null);
            List<Change> changes = new ArrayList<>(List.of(change(decided, by.email(), at)));
            changes.addAll(beside.kept(handle, number[0]));
            return changes;
        });
        return number[0];
    }

    /**
     * Adds one in a transaction of the caller's.
     *
     * @return what the audit log says of it
     */
    public static Change add(Handle handle, Decided decided, String by, Instant at) {
        PromiseRows.add(handle, decision(decided, by, at), null);
        return change(decided, by, at);
    }

    private static Change change(Decided decided, String by, Instant at) {
        Map<String, @Nullable Object> detail = new TreeMap<>();
        detail.put("reason", decided.reason());
        detail.put("change", decided.change());
        detail.put("dossier", decided.dossier() == null ? "" : decided.dossier());
        return new Change(at, by, "kpi." + decided.action(), "kpi:" + decided.kpi(), detail);
    }

    /** Says that a decision did not come about. */
    void withdraw(long decision, Decided decided, Person by, Instant at, Beside beside) {
        var change = new Change(at, by.email(), "kpi.withdraw", "kpi:" + decided.kpi(), Map.of("decision", decision));
        store.changes(handle -> {
            PromiseRows.add(handle, decision(decided, by.email(), at), decision);
            List<Change> changes = new ArrayList<>(List.of(change));
            changes.addAll(beside.withdrawn(handle, decision));
            return changes;
        });
    }

    private static Decision decision(Decided decided, String by, Instant at) {
        return new Decision(
                0,
                decided.kpi(),
                decided.action(),
                at,
                by,
                decided.reason(),
                decided.change(),
                decided.promise(),
                decided.lifecycle(),
                decided.dossier(),
                false);
    }

    /** Of one KPI, the latest first; also of one that is no longer there. */
    public List<Decision> of(String kpi) {
        return store.read(handle -> PromiseRows.decisions(handle, kpi));
    }
}

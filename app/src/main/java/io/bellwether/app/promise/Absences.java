package io.bellwether.app.promise;

import io.bellwether.app.store.Moments;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** KPIs that were promised and are not in the files, before they count as removed. No history: what is back leaves no trace. */
final class Absences {
    private Absences() {}

    /** From when each of them counts as removed. */
    static Map<String, Instant> all(Handle handle) {
        Map<String, Instant> found = new HashMap<>();
        handle.createQuery("select kpi, removed_from from kpi_away")
                .map((row, context) -> Map.entry(row.getString(1), Moments.read(row.getString(2))))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    static void begin(Handle handle, String kpi, Instant removedFrom) {
        end(handle, kpi);
        handle.createUpdate("insert into kpi_away (kpi, removed_from) values (:kpi, :from)")
                .bind("kpi", kpi)
                .bind("from", removedFrom)
                .execute();
    }

    static void end(Handle handle, String kpi) {
        handle.execute("delete from kpi_away where kpi = ?", kpi);
    }
}

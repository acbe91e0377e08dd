package io.bellwether.app.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What is remembered of alerts, of the statuses of KPIs, and of the digests that went out. */
public final class Memory {
    private Memory() {}

    /** How every alert stands. */
    public static List<Standing> standings(Handle handle) {
        return handle.createQuery("select * from alert_state order by alert, subject, receiver")
                .map(ConstructorMapper.of(Standing.class))
                .list();
    }

    /** Writes how one stands; false where another server was faster. */
    static boolean save(Handle handle, Standing next, long before) {
        if (before == 0) {
            return handle.createUpdate("""
                            insert into alert_state (alert, subject, receiver, state, mark, since, text, told,
                              told_mark, told_at, version)
                            values (:alert, :subject, :receiver, :state, :mark, :since, :text, :told,
                              :toldMark, :toldAt, :version)
                            on conflict (alert, subject, receiver) do nothing""").bindMethods(next).execute() == 1;
        }
        return handle.createUpdate("""
                        update alert_state set state = :state, mark = :mark, since = :since, text = :text,
                          told = :told, told_mark = :toldMark, told_at = :toldAt, version = :version
                        where alert = :alert and subject = :subject and receiver = :receiver and version = :before""").bindMethods(next).bind("before", before).execute() == 1;
    }

    /** Forgets alerts that are no more. */
    public static int clean(Handle handle, Collection<String> alerts) {
        int gone = 0;
        for (String alert : handle.createQuery("select distinct alert from alert_state")
                .mapTo(String.class)
                .list()) {
            if (!alerts.contains(alert)) {
                gone += handle.createUpdate("delete from alert_state where alert = :alert")
                        .bind("alert", alert)
                        .execute();
            }
        }
        return gone;
    }

    /** The status that a KPI has had since a moment. */
    public record Seen(String kpi, String status, String before, Instant at, String text) {}

    /** The last status of each KPI. */
    static Map<String, String> statuses(Handle handle) {
        Map<String, String> last = new HashMap<>();
        handle.createQuery(
                        "select kpi, status from kpi_status where id in (select max(id) from kpi_status group by kpi)")
                .map((row, context) -> Map.entry(row.getString("kpi"), row.getString("status")))
                .forEach(entry -> last.put(entry.getKey(), entry.getValue()));
        return last;
    }

    static void changed(Handle handle, Seen seen) {
        handle.createUpdate("insert into kpi_status (kpi, status, before, at, text)"
                        + " values (:kpi, :status, :before, :at, :text)")
                .bindMethods(seen)
                .execute();
    }

    /** What changed after a moment, up to another, in order; a first status is no change. */
    static List<Seen> changes(Handle handle, Instant after, Instant upTo) {
        return handle.createQuery("select kpi, status, before, at, text from kpi_status"
                        + " where at > :after and at <= :upTo and before <> '' order by id")
                .bind("after", after)
                .bind("upTo", upTo)
                .map(ConstructorMapper.of(Seen.class))
                .list();
    }

    /** Up to when a person was told in their digests. */
    static Optional<Instant> digested(Handle handle, String person, String rhythm) {
        return handle.createQuery("select up_to from digest where person = :person and rhythm = :rhythm")
                .bind("person", person)
                .bind("rhythm", rhythm)
                .mapTo(Instant.class)
                .findOne();
    }

    static void digested(Handle handle, String person, String rhythm, Instant upTo) {
        handle.createUpdate("insert into digest (person, rhythm, up_to) values (:person, :rhythm, :upTo)"
                        + " on conflict (person, rhythm) do update set up_to = excluded.up_to")
                .bind("person", person)
                .bind("rhythm", rhythm)
                .bind("upTo", upTo)
                .execute();
    }
}

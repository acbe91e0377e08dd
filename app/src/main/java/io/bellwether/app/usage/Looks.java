package io.bellwether.app.usage;

import io.bellwether.app.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Counts looks in memory, and writes the sums down now and then: a page costs nothing for being counted, and the store keeps a row
 * for each thing and month. A process that dies loses the looks since it wrote last.
 */
public final class Looks {
    /** More things than a workspace has; beyond them nothing new is counted until the sums are written. */
    private static final int MOST = 50_000;

    private final Map<String, Long> fresh = new ConcurrentHashMap<>();

    /** What is known of one thing in the last thirteen months. */
    public record Seen(long looks, LocalDate last) {}

    /** A KPI's page or its numbers were looked at. */
    public void kpi(String name) {
        count("kpi:" + name);
    }

    /** A metric's numbers were asked for. */
    public void metric(String name) {
        count("metric:" + name);
    }

    private void count(String subject) {
        if (fresh.size() < MOST || fresh.containsKey(subject)) {
            fresh.merge(subject, 1L, Long::sum);
        }
    }

    /**
     * Writes down what was counted since the last time, as of a day.
     *
     * @return how many things were looked at
     */
    public int write(Store store, Instant at, ZoneId zone) {
        Map<String, Long> sums = new HashMap<>();
        fresh.keySet().forEach(subject -> {
            Long looks = fresh.remove(subject);
            if (looks != null) {
                sums.put(subject, looks);
            }
        });
        if (sums.isEmpty()) {
            return 0;
        }
        LocalDate day = LocalDate.ofInstant(at, zone);
        try {
            store.keep(handle -> {
                sums.forEach((subject, looks) -> add(handle, subject, looks, day));
                return clean(handle, day);
            });
        } catch (RuntimeException away) {
            sums.forEach((subject, looks) -> fresh.merge(subject, looks, Long::sum));
            throw away;
        }
        return sums.size();
    }

    private static void add(Handle handle, String subject, long looks, LocalDate day) {
        handle.createUpdate("""
                        insert into looked (subject, month, looks, last_day) values (:subject, :month, :looks, :day)
                        on conflict (subject, month) do update set looks = looked.looks + :looks, last_day = :day""")
                .bind("subject", subject)
                .bind("month", month(day))
                .bind("looks", looks)
                .bind("day", day)
                .execute();
    }

    private static int clean(Handle handle, LocalDate day) {
        return handle.createUpdate("delete from looked where month < :month")
                .bind("month", month(day.minusMonths(13)))
                .execute();
    }

    /** Those metrics that somebody asked for, with the last day of each. */
    public static Map<String, LocalDate> metrics(Handle handle) {
        Map<String, LocalDate> found = new HashMap<>();
        handle.createQuery("select subject, max(last_day) from looked where subject like 'metric:%' group by subject")
                .map((rows, context) -> Map.entry(rows.getString(1), LocalDate.parse(rows.getString(2))))
                .forEach(row -> found.put(row.getKey().substring("metric:".length()), row.getValue()));
        return found;
    }

    /** How often a KPI was looked at; empty where nobody did. */
    public static Optional<Seen> kpi(Handle handle, String name) {
        return handle.createQuery("select sum(looks) as looks, max(last_day) as last_day from looked"
                        + " where subject = :subject having count(*) > 0")
                .bind("subject", "kpi:" + name)
                .map((rows, context) -> new Seen(rows.getLong(1), LocalDate.parse(rows.getString(2))))
                .findOne();
    }

    private static String month(LocalDate day) {
        return day.toString().substring(0, 7);
    }
}

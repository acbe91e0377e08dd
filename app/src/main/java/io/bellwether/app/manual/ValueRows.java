package io.bellwether.app.manual;

import io.bellwether.app.store.Moments;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of values. Nothing is changed or taken out: the latest row of a cell counts. */
public final class ValueRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS =
            "id, metric, grain, period, starts, members, number, reason, origin, person, at";

    private ValueRows() {}

    /**
     * One row as it is kept.
     *
     * @param grain of the period, as a word
     * @param members a JSON object: each dimension's member
     * @param number null where a value was taken back
     * @param origin how it came: {@code typed}, {@code sent}, {@code uploaded}
     */
    public record Row(
            long id,
            String metric,
            String grain,
            String period,
            LocalDate starts,
            String members,
            @Nullable BigDecimal number,
            @Nullable String reason,
            String origin,
            String person,
            Instant at) {
        /** The member of each dimension, by its name. */
        public Map<String, String> where() {
            return JSON.readValue(members, new TypeReference<Map<String, String>>() {});
        }
    }

    /** A row that is not kept yet. */
    record Fresh(String metric, String grain, Value value, String members, String origin, String person, Instant at) {}

    /** The members of all dimensions as one text, whatever their order. */
    static String members(Map<String, String> where) {
        return JSON.writeValueAsString(new TreeMap<>(where));
    }

    /** Which values there are; empty before the first. */
    static Optional<String> version(Handle handle, String metric) {
        return handle.createQuery("select version from manual_state where metric = :metric")
                .bind("metric", metric)
                .mapTo(String.class)
                .findOne();
    }

    /** Takes the metric for this transaction, if its values are still those of {@code before}. */
    static boolean take(Handle handle, String metric, @Nullable String before, String after) {
        String sql = before == null
                ? "insert into manual_state (metric, version) values (:metric, :after) on conflict (metric) do nothing"
                : "update manual_state set version = :after where metric = :metric and version = :before";
        return handle.createUpdate(sql)
                        .bind("metric", metric)
                        .bind("before", before)
                        .bind("after", after)
                        .execute()
                == 1;
    }

    static void add(Handle handle, List<Fresh> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var batch =
                handle.prepareBatch("insert into manual_value (metric, grain, period, starts, members, number, reason,"
                        + " origin, person, at) values (:metric, :grain, :period, :starts, :members, :number, :reason, :origin,"
                        + " :person, :at)");
        for (Fresh row : rows) {
            BigDecimal number = row.value().number();
            batch.bind("metric", row.metric())
                    .bind("grain", row.grain())
                    .bind("period", row.value().period())
                    .bind("starts", row.value().starts().toString())
                    .bind("members", row.members())
                    .bind("number", number == null ? null : number.toPlainString())
                    .bind("reason", row.value().reason())
                    .bind("origin", row.origin())
                    .bind("person", row.person())
                    .bind("at", Moments.text(row.at()))
                    .add();
        }
        batch.execute();
    }

    /** The latest of each cell, those taken back among them, in the order of time. */
    static List<Row> latest(Handle handle, String metric, String grain) {
        return handle.createQuery(
                        "select " + COLUMNS + " from manual_value where id in (select max(id) from manual_value"
                                + " where metric = :metric and grain = :grain group by starts, members)"
                                + " order by starts, members")
                .bind("metric", metric)
                .bind("grain", grain)
                .map(ConstructorMapper.of(Row.class))
                .list();
    }

    /** Whether any value of a period counts. */
    static boolean any(Handle handle, String metric, String grain, LocalDate starts) {
        return handle.createQuery("select count(*) from manual_value where number is not null and id in"
                                + " (select max(id) from manual_value where metric = :metric and grain = :grain"
                                + " and starts = :starts group by members)")
                        .bind("metric", metric)
                        .bind("grain", grain)
                        .bind("starts", starts)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Everything that was ever given, the newest first. */
    static List<Row> history(Handle handle, String metric, Optional<String> period, int limit) {
        String where = period.isPresent() ? " and period = :period" : "";
        var query = handle.createQuery("select " + COLUMNS + " from manual_value where metric = :metric" + where
                        + " order by id desc limit :limit")
                .bind("metric", metric)
                .bind("limit", limit);
        period.ifPresent(p -> query.bind("period", p));
        return query.map(ConstructorMapper.of(Row.class)).list();
    }

    /** Every metric that has values. */
    static List<String> metrics(Handle handle) {
        return handle.createQuery("select metric from manual_state order by metric")
                .mapTo(String.class)
                .list();
    }

    /** What was sent under a key, and what was answered. */
    public record Push(String body, String answer) {}

    static Optional<Push> push(Handle handle, String metric, String key) {
        return handle.createQuery("select body, answer from manual_push where metric = :metric and push_key = :key")
                .bind("metric", metric)
                .bind("key", key)
                .map(ConstructorMapper.of(Push.class))
                .findOne();
    }

    /** False where somebody was sooner. */
    static boolean keep(Handle handle, String metric, String key, Push push, Instant at) {
        return handle.createUpdate(
                                "insert into manual_push (metric, push_key, body, answer, at)"
                                        + " values (:metric, :key, :body, :answer, :at) on conflict (metric, push_key) do nothing")
                        .bind("metric", metric)
                        .bind("key", key)
                        .bind("body", push.body())
                        .bind("answer", push.answer())
                        .bind("at", Moments.text(at))
                        .execute()
                == 1;
    }
}

package io.bellwether.app.store;

import io.bellwether.core.source.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tables of what people and closings said: rows are added to them and never changed, and each record of the log holds a
 * hash of every row that was written with it. Other tables are the state of work under way, or can be found out anew.
 */
public final class Covered {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BYTES = 16;

    /** Their keys count up, so what is above the last one is new. */
    private static final List<String> NUMBERED = List.of(
            "kpi_version",
            "kpi_reason",
            "kpi_closing",
            "kpi_restatement",
            "kpi_decision",
            "manual_value",
            "check_in",
            "kpi_action",
            "kpi_action_step",
            "remark",
            "acknowledgement",
            "praise",
            "mention",
            "review",
            "review_kpi",
            "review_entry",
            "review_decision");

    private static final String LAST_KEYS = NUMBERED.stream()
            .map(table -> "(select max(id) from " + table + ")")
            .collect(Collectors.joining(", ", "select ", ""));

    private static final Table REVIEW_END = new Table("review_end", "review");

    private Covered() {}

    record Table(String name, String key) {}

    static List<Table> tables() {
        List<Table> all = new ArrayList<>();
        NUMBERED.forEach(name -> all.add(new Table(name, "id")));
        all.add(REVIEW_END);
        return all;
    }

    /** Says that a row was changed, or added under a key that does not count up. */
    public static void touch(Handle handle, String table, long key) {
        handle.getConfig(Touched.class).rows.add(Map.entry(table, key));
    }

    /** What a transaction touched; each handle has its own. */
    public static final class Touched implements JdbiConfig<Touched> {
        private final List<Map.Entry<String, Long>> rows = new ArrayList<>();

        @Override
        public Touched createCopy() {
            return new Touched();
        }
    }

    /** Where the tables ended when a transaction began; at nothing for a log that holds no rows yet, so that all are new to it. */
    record Before(boolean first, List<Long> lastKeys) {}

    static Before before(Handle handle) {
        handle.getConfig(Touched.class).rows.clear();
        boolean first = handle.createQuery("select data from audit order by sequence desc limit 1")
                .map((row, context) -> row.getString(1) == null)
                .findOne()
                .orElse(true);
        return new Before(first, first ? NUMBERED.stream().map(name -> 0L).toList() : lastKeys(handle));
    }

    private static List<Long> lastKeys(Handle handle) {
        return handle.createQuery(LAST_KEYS)
                .map((row, context) -> {
                    List<Long> keys = new ArrayList<>();
                    for (int i = 1; i <= NUMBERED.size(); i++) {
                        keys.add(row.getLong(i));
                    }
                    return keys;
                })
                .one();
    }

    /** The rows that a transaction wrote, by table and key, each with its hash. */
    static SortedMap<String, SortedMap<Long, String>> written(Handle handle, Before before) {
        SortedMap<String, SortedMap<Long, String>> found = new TreeMap<>();
        List<Long> now = lastKeys(handle);
        for (int i = 0; i < NUMBERED.size(); i++) {
            if (now.get(i) > before.lastKeys().get(i)) {
                add(
                        found,
                        handle,
                        new Table(NUMBERED.get(i), "id"),
                        ">",
                        before.lastKeys().get(i));
            }
        }
        if (before.first()) {
            add(found, handle, REVIEW_END, ">", 0);
        }
        handle.getConfig(Touched.class).rows.forEach(row -> {
            String key = row.getKey().equals(REVIEW_END.name()) ? REVIEW_END.key() : "id";
            add(found, handle, new Table(row.getKey(), key), "=", row.getValue());
        });
        return found;
    }

    private static void add(
            SortedMap<String, SortedMap<Long, String>> found, Handle handle, Table table, String compared, long key) {
        SortedMap<Long, String> rows = new TreeMap<>();
        handle.createQuery("select * from " + table.name() + " where " + table.key() + " " + compared + " :key")
                .bind("key", key)
                .map((row, context) -> hashed(table, row, context))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        if (!rows.isEmpty()) {
            found.computeIfAbsent(table.name(), t -> new TreeMap<>()).putAll(rows);
        }
    }

    static String json(SortedMap<String, SortedMap<Long, String>> rows) {
        return JSON.writeValueAsString(rows);
    }

    /** By table and key, as {@link #json} wrote them. */
    static Map<?, ?> read(String json) {
        return JSON.readValue(json, Map.class);
    }

    /** The key of a row, and what its columns are hashed to: those without a value are left out, so that a later version may add some. */
    static Map.Entry<Long, String> hashed(Table table, ResultSet row, StatementContext context) throws SQLException {
        SortedMap<String, String> columns = new TreeMap<>();
        var meta = row.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String value = row.getString(i);
            if (value != null) {
                columns.put(meta.getColumnName(i).toLowerCase(Locale.ROOT), value);
            }
        }
        return Map.entry(
                row.getLong(table.key()), Digest.of(JSON.writeValueAsString(List.of(table.name(), columns)), BYTES));
    }
}

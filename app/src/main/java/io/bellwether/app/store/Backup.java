package io.bellwether.app.store;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A store as a file: gzipped lines of JSON, first the version, then a line for each table's columns and one for each
 * row. It holds what one transaction sees, and goes into either kind of database, whichever it came from.
 */
public final class Backup {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORMAT = "bellwether-backup-1";
    /** The migrations' own table, SQLite's, and when jobs are due, which servers find out anew. */
    private static final List<String> NOT_OURS = List.of("store_version", "sqlite_sequence", "job_due");

    private Backup() {}

    /** What was written or read. */
    public record Done(int tables, long rows) {}

    /** Writes all that the store holds. */
    public static Done write(Store store, OutputStream out) throws IOException {
        try (var zipped = new GZIPOutputStream(out)) {
            return store.read(handle -> {
                line(zipped, Map.of("format", FORMAT, "version", version(handle)));
                long rows = 0;
                List<String> tables = tables(handle, store.kind());
                for (String table : tables) {
                    rows += table(handle, table, zipped);
                }
                return new Done(tables.size(), rows);
            });
        }
    }

    /**
     * Reads a backup into a store of the same version, all or nothing.
     *
     * @param replace whether what is there is to be given up; else a store that holds something is refused
     */
    public static Done read(Store store, InputStream in, boolean replace) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            Map<?, ?> head = map(lines.readLine());
            return store.keep(handle -> {
                fits(head, handle);
                List<String> tables = tables(handle, store.kind());
                if (!replace && !Audit.latest(handle, Optional.empty(), 1).isEmpty()) {
                    throw StoreProblems.problem(
                            "S725",
                            null,
                            "the store is not empty",
                            "say --replace to give up what it holds, after a backup of it");
                }
                tables.reversed().forEach(table -> handle.execute("delete from " + table));
                return rows(handle, store.kind(), tables, lines);
            });
        } catch (ZipException | EOFException e) {
            throw notABackup();
        }
    }

    private static void fits(Map<?, ?> head, Handle handle) {
        if (!FORMAT.equals(head.get("format"))) {
            throw notABackup();
        }
        String version = version(handle);
        if (!version.equals(head.get("version"))) {
            throw StoreProblems.problem(
                    "S724",
                    null,
                    "the backup is of version " + head.get("version") + ", the store of " + version,
                    "restore it with the Bellwether that wrote it, then start this one on that store");
        }
    }

    private static Done rows(Handle handle, StoreKind kind, List<String> tables, BufferedReader lines) {
        Into into = null;
        int seen = 0;
        long rows = 0;
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Object read = JSON.readValue(line, Object.class);
                if (read instanceof Map<?, ?> head) {
                    into = into(head, tables);
                    seen++;
                } else if (into != null && read instanceof List<?> row) {
                    insert(handle, kind, into, row);
                    rows++;
                }
            }
        } catch (IOException | JacksonException e) {
            throw notABackup();
        }
        identities(handle, kind, tables);
        return new Done(seen, rows);
    }

    private record Into(String table, List<String> columns) {}

    private static Into into(Map<?, ?> head, List<String> tables) {
        String table = String.valueOf(head.get("table"));
        if (!tables.contains(table) || !(head.get("columns") instanceof List<?> columns)) {
            throw notABackup();
        }
        List<String> names = columns.stream().map(String::valueOf).toList();
        if (!names.stream().allMatch(name -> name.matches("[a-z_]+"))) {
            throw notABackup();
        }
        return new Into(table, names);
    }

    private static void insert(Handle handle, StoreKind kind, Into into, List<?> row) {
        String overriding = kind == StoreKind.POSTGRESQL ? " overriding system value" : "";
        String marks = "?" + ", ?".repeat(into.columns().size() - 1);
        handle.execute(
                "insert into " + into.table() + " (" + String.join(", ", into.columns()) + ")" + overriding
                        + " values (" + marks + ")",
                row.toArray());
    }

    /** PostgreSQL counts on where the highest number left off; SQLite does so by itself. */
    private static void identities(Handle handle, StoreKind kind, List<String> tables) {
        if (kind == StoreKind.POSTGRESQL) {
            for (String table : tables) {
                handle.createQuery("select column_name from information_schema.columns where table_schema ="
                                + " current_schema() and table_name = :table and is_identity = 'YES'")
                        .bind("table", table)
                        .mapTo(String.class)
                        .findOne()
                        .ifPresent(column -> handle.createQuery(
                                        "select setval(pg_get_serial_sequence('" + table + "', '" + column
                                                + "'), coalesce(max(" + column + "), 0) + 1, false) from " + table)
                                .mapTo(Long.class)
                                .one());
            }
        }
    }

    private static long table(Handle handle, String table, OutputStream out) {
        long[] count = {0};
        List<String> columns = columns(handle, table);
        line(out, head(table, columns));
        try (var all = handle
                .createQuery("select " + String.join(", ", columns) + " from " + table)
                .setFetchSize(1_000)
                .map((row, context) -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        values.add(row.getObject(i));
                    }
                    return values;
                })
                .stream()) {
            all.forEach(row -> {
                line(out, row);
                count[0]++;
            });
        }
        return count[0];
    }

    private static Map<String, Object> head(String table, List<String> columns) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("table", table);
        head.put("columns", columns);
        return head;
    }

    private static List<String> columns(Handle handle, String table) {
        return handle.createQuery("select * from " + table + " where 1 = 0").scanResultSet((rows, context) -> {
            List<String> names = new ArrayList<>();
            var meta = rows.get().getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                names.add(meta.getColumnName(i).toLowerCase(Locale.ROOT));
            }
            return names;
        });
    }

    /** Those that others refer to first. */
    private static List<String> tables(Handle handle, StoreKind kind) {
        String sql = kind == StoreKind.SQLITE
                ? "select name from sqlite_master where type = 'table' order by rowid"
                : "select relname from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace"
                        + " order by oid";
        return handle.createQuery(sql).mapTo(String.class).stream()
                .filter(name -> !NOT_OURS.contains(name))
                .toList();
    }

    private static String version(Handle handle) {
        return handle.createQuery("select max(version) from store_version")
                .mapTo(String.class)
                .one();
    }

    private static void line(OutputStream out, Object value) {
        try {
            out.write(JSON.writeValueAsBytes(value));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> map(@Nullable String line) {
        try {
            return line != null && JSON.readValue(line, Object.class) instanceof Map<?, ?> map ? map : Map.of();
        } catch (JacksonException e) {
            throw notABackup();
        }
    }

    private static RuntimeException notABackup() {
        return StoreProblems.problem("S726", null, "the file is no backup of a store", "name one that backup wrote");
    }
}

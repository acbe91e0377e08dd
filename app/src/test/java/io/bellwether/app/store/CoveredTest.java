package io.bellwether.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.store.StoreOnBoth.Opening;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.ResultSetMetaData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever changes the data behind the product's back is found: each column of each table is changed once. */
class CoveredTest {
    private static final Change DONE =
            new Change(Instant.parse("2026-11-22T12:00:00Z"), "maria@example.com", "test", "thing", Map.of());

    /** State of work under way, and what can be found out anew: not what anybody said or promised. */
    private static final Set<String> STATE = Set.of(
            "manual_state",
            "manual_push",
            "health_run",
            "health_dataset",
            "health_test",
            "good_value",
            "mention_seen",
            "message",
            "job_due",
            "job_run",
            "alert_state",
            "kpi_status",
            "digest",
            "reminder",
            "looked",
            "kpi_away");

    /** Columns that name a row of another table. */
    private static final Set<String> REFERENCES = Set.of(
            "kpi_restatement.closing",
            "kpi_action_step.action",
            "review_kpi.review",
            "review_entry.review",
            "review_decision.review",
            "review_end.review");

    private record Column(String name, boolean text, boolean nullable) {}

    private static List<Column> columns(Handle handle, String table) {
        return handle.createQuery("select * from " + table + " where 1 = 0").scanResultSet((rows, context) -> {
            List<Column> found = new ArrayList<>();
            ResultSetMetaData meta = rows.get().getMetaData();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                found.add(new Column(
                        meta.getColumnName(i).toLowerCase(Locale.ROOT),
                        meta.getColumnTypeName(i).equalsIgnoreCase("text"),
                        meta.isNullable(i) == ResultSetMetaData.columnNullable));
            }
            return found;
        });
    }

    /** Two full rows, and one of what it must have alone; references are to the first row. */
    private static void fill(Handle handle, Covered.Table table) {
        for (int row = 1; row <= (table.key().equals("id") ? 3 : 1); row++) {
            List<String> names = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            for (Column column : columns(handle, table.name())) {
                if (!column.name().equals("id") && (row < 3 || !column.nullable())) {
                    names.add(column.name());
                    boolean refers = REFERENCES.contains(table.name() + "." + column.name());
                    values.add(column.text() ? "text " + row : (Object) (refers ? 1 : row));
                }
            }
            handle.execute(
                    "insert into " + table.name() + " (" + String.join(", ", names) + ") values (?"
                            + ", ?".repeat(values.size() - 1) + ")",
                    values.toArray());
        }
        if (!table.key().equals("id")) {
            Covered.touch(handle, table.name(), 1);
        }
    }

    private static Store filled(Opening opening) {
        Store store = opening.open();
        store.change(DONE, handle -> {
            Covered.tables().forEach(table -> fill(handle, table));
            return 0;
        });
        return store;
    }

    private static Audit.Checked check(Store store) {
        return store.read(Audit::check);
    }

    /** Sets a column of a row for the length of a look. */
    private static void meddle(Store store, Covered.Table table, Column column, long key, @Nullable Object value) {
        String where = " from " + table.name() + " where " + table.key() + " = ?";
        Object before = store.<Object[]>read(handle -> handle.createQuery("select " + column.name() + where)
                .bind(0, key)
                .map((row, context) -> new Object[] {row.getObject(1)})
                .one())[0];
        String update = "update " + table.name() + " set " + column.name() + " = ? where " + table.key() + " = ?";
        boolean isKey = column.name().equals(table.key());
        store.keep(handle -> handle.execute(update, value, key));
        Audit.Checked found = check(store);
        assertThat(found.brokenAt())
                .as("%s.%s of row %s as %s", table.name(), column.name(), key, value)
                .isEqualTo(1);
        assertThat(found.log().brokenAt()).isNull();
        assertThat(String.join(" ", found.texts())).contains("row " + key + " of " + table.name());
        store.keep(handle -> handle.execute(update, before, isKey ? value : key));
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void eachColumnOfEachTable(Opening opening) {
        try (Store store = filled(opening)) {
            assertThat(check(store).brokenAt()).isNull();
            for (Covered.Table table : Covered.tables()) {
                long last = table.key().equals("id") ? 2 : 1;
                for (Column column : store.<List<Column>>read(handle -> columns(handle, table.name()))) {
                    boolean refers = REFERENCES.contains(table.name() + "." + column.name());
                    Object other = column.text() ? "text  " + last : (Object) (refers ? 2L : 77L);
                    if (!column.name().equals("id") || store.kind() == StoreKind.SQLITE) {
                        meddle(store, table, column, last, other); // PostgreSQL refuses to change such a key
                    }
                    if (column.nullable() && !column.name().equals(table.key())) {
                        meddle(store, table, column, last, null);
                        if (last == 2) {
                            meddle(store, table, column, 3, other);
                        }
                    }
                }
            }
            assertThat(check(store).brokenAt()).isNull();
            assertThat(check(store).texts().getLast())
                    .isEqualTo("The data is as it was recorded: "
                            + (3 * Covered.tables().size() - 2) + " rows.");
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void everyColumnOfTheLogItself(Opening opening) {
        try (Store store = filled(opening)) {
            store.change(DONE, handle -> 0);
            for (String table : List.of("audit", "audit_end")) {
                for (Column column : store.<List<Column>>read(handle -> columns(handle, table))) {
                    if (!column.name().equals("only_row")) {
                        String which = table.equals("audit") ? " where sequence = 2" : "";
                        Object before = store.<Object>read(
                                handle -> handle.createQuery("select " + column.name() + " from " + table + which)
                                        .map((row, context) -> row.getObject(1))
                                        .one());
                        String set = "update " + table + " set " + column.name() + " = ?";
                        Object other = column.name().equals("at")
                                ? "2026-11-22T12:00:01.000000Z"
                                : column.text() ? "{}  " : (Object) 9L;
                        store.keep(handle -> handle.execute(set + which, other));
                        assertThat(check(store).brokenAt())
                                .as(table + "." + column.name())
                                .isNotNull();
                        store.keep(handle -> handle.execute(
                                set
                                        + (which.isEmpty() || !column.name().equals("sequence")
                                                ? which
                                                : " where sequence = 9"),
                                before));
                    }
                }
            }
            assertThat(check(store).brokenAt()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void rowsThatAreTakenOutOrPutIn(Opening opening) {
        try (Store store = filled(opening)) {
            store.keep(handle -> handle.execute("delete from praise where id = 2"));
            assertThat(check(store).texts().getLast())
                    .isEqualTo("The data is not as it was recorded: row 2 of praise, which record 1 has, is gone.");
            store.keep(handle -> handle.execute("insert into praise (at, person, kpi, timeframe, words)"
                    + " values ('2026', 'sam@example.com', 'k', 't', 'Well done')"));
            assertThat(check(store).texts().getLast()).contains("row 4 of praise is in no record");
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void everyTableIsCoveredOrKnownToBeState(Opening opening) throws IOException {
        try (Store store = opening.open()) {
            Set<String> all = new TreeSet<>(STATE);
            Covered.tables().forEach(table -> all.add(table.name()));
            all.addAll(Set.of("audit", "audit_end", "store_version"));
            String sql = store.kind() == StoreKind.SQLITE
                    ? "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                    : "select table_name from information_schema.tables where table_schema = current_schema()";
            assertThat(store.<List<String>>read(handle ->
                            handle.createQuery(sql).mapTo(String.class).list()))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
    }

    /** A log from before records held rows: it verifies, and the next change holds what is there by then. */
    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void anOldLogIsCoveredFromTheNextChangeOn(Opening opening) {
        try (Store store = filled(opening)) {
            store.keep(handle -> {
                Audit.Entry now =
                        Audit.latest(handle, java.util.Optional.empty(), 1).getFirst();
                Audit.Entry then = new Audit.Entry(
                        now.sequence(),
                        now.at(),
                        now.person(),
                        now.action(),
                        now.subject(),
                        now.detail(),
                        "",
                        "",
                        null);
                handle.execute("update audit set data = null, hash = ?", then.expected());
                return handle.execute("update audit_end set hash = ?", then.expected());
            });
            assertThat(check(store).texts())
                    .containsExactly(
                            "The log is whole: 1 record.",
                            "No record holds the data yet; the next change records all of it.");
            store.change(DONE, handle -> 0);
            assertThat(check(store).texts().getLast())
                    .isEqualTo("The data is as it was recorded: "
                            + (3 * Covered.tables().size() - 2)
                            + " rows, from record 2 on; what is older is held as it was then.");
            store.keep(handle -> handle.execute("update review_end set summary = 'Another'"));
            assertThat(check(store).brokenAt()).isEqualTo(2);
        }
    }

    @Test
    void itHoldsInTheOtherKindOfStoreToo() throws IOException {
        var out = new ByteArrayOutputStream();
        try (Store from = filled(StoreOnBoth.sqlite());
                Store to = StoreOnBoth.postgres().open()) {
            Backup.write(from, out);
            Backup.read(to, new ByteArrayInputStream(out.toByteArray()), false);
            assertThat(check(to).texts()).isEqualTo(check(from).texts());
            assertThat(check(to).brokenAt()).isNull();
        }
    }

    @Test
    void noWorkMayAddRowsWithoutARecord() {
        try (Store store = filled(StoreOnBoth.sqlite())) {
            assertThatThrownBy(() -> store.changes(handle -> {
                        handle.execute(
                                "insert into acknowledgement (at, person, kpi, version) values ('a', 'b', 'c', 'd')");
                        return List.of();
                    }))
                    .hasMessageContaining("acknowledgement");
            assertThat(check(store).brokenAt()).isNull();
        }
    }
}

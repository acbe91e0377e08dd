package io.bellwether.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.query.HealthCheck;
import io.bellwether.app.store.StoreOnBoth;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data tests on files and on a real PostgreSQL, counted by hand. */
class DataTestsTest {
    /** Two orders on the 18th, one on the 19th, three on the 20th, one on the 21st; one of a customer who is not there. */
    private static final String ROWS = """
            1,2026-11-18,1,FR
            2,2026-11-18,1,FR
            3,2026-11-19,1,XX
            4,2026-11-20,2,FR
            5,2026-11-20,2,
            6,2026-11-20,9,FR
            7,2026-11-21,,FR
            """;

    @TempDir
    Path folder;

    private static String workspace(String orders, String customers, String more, String test) {
        return """
                name: Shop
                %s
                datasets:
                  - name: orders
                    source: %s
                    time: day
                    expected_every: 1 day
                    tests: [ %s ]
                  - { name: customers, source: %s }
                relationships: [ { from: orders, to: customers, columns: { customer: id } } ]
                metrics: [ { name: n, expression: count(orders.id), unit: count, direction: up } ]
                """.formatted(more, orders, test, customers);
    }

    private void write(String workspace) throws IOException {
        Files.writeString(folder.resolve("orders.csv"), "id,day,customer,country\n" + ROWS);
        Files.writeString(folder.resolve("customers.csv"), "id\n1\n2\n2\n");
        Files.writeString(folder.resolve("bellwether.yml"), workspace);
    }

    private Map<String, String> failures(String asOf) {
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()))) {
            Catalog catalog = bellwether.loader().load(1).good();
            HealthCheck.Found found = new HealthCheck(bellwether.answering())
                    .look(catalog, catalog.datasets().keySet(), AsOf.date(LocalDate.parse(asOf)), Deadline.none());
            assertThat(found.problems()).isEmpty();
            assertThat(found.statements()).hasSize(1);
            Map<String, String> failures = new TreeMap<>();
            found.failures(catalog.datasets().keySet())
                    .forEach(f -> failures.put(f.text().replace('\u00A0', ' '), f.rows() + ""));
            return failures;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ relationship: customers } | 2026-11-21 | 1 row of orders has a customer that is not in customers",
                "{ relationship: { field: customer, to: customers.id } } | 2026-11-21 | 1 row of orders has a customer that is not in customers",
                "{ relationship: customers } | 2026-11-19 | ",
                "{ relationship: { field: id, to: orders.customer } } | 2026-11-21 | 5 rows of orders have a id that is not in orders",
                "{ row_count: { at_least: 8 } } | 2026-11-21 | orders has 7 rows, fewer than 8",
                "{ row_count: { at_least: 7, at_most: 7 } } | 2026-11-21 | ",
                "{ row_count: { at_most: 6 } } | 2026-11-21 | orders has 7 rows, more than 6",
                "{ row_count: { at_least: 2, per: day } } | 2026-11-21 | 'orders has 1 row in 21 Nov 2026, fewer than 2'",
                "{ row_count: { at_least: 2, per: day } } | 2026-11-20 | ",
                "{ row_count: { at_least: 2, per: day } } | 2026-11-22 | 'orders has 1 row in 21 Nov 2026, fewer than 2'",
                "{ volume_change: { at_most: 50%, against: previous day } } | 2026-11-21 | 'orders has 1 row in 21 Nov 2026 after 3 in 20 Nov 2026, a change of more than 50 %'",
                "{ volume_change: { at_most: 70%, against: previous day } } | 2026-11-21 | ",
                "{ volume_change: { at_most: 50%, against: previous day, minimum: 4 } } | 2026-11-21 | ",
                "{ volume_change: { at_most: 50%, against: previous week } } | 2026-11-21 | ",
            })
    void holdOrFailAsTheRowsSay(String test, String asOf, String said) throws Exception {
        write(workspace("orders.csv", "customers.csv", "", test));
        Map<String, String> inFiles = failures(asOf);
        String url = StoreOnBoth.database();
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create table orders (id bigint, day date, customer bigint, country text)");
            statement.execute("create table customers (id bigint)");
            statement.execute("insert into customers values (1), (2), (2)");
            for (String row : ROWS.strip().split("\n")) {
                String[] cells = row.split(",", -1);
                statement.execute("insert into orders values (%s, '%s', %s, %s)"
                        .formatted(
                                cells[0],
                                cells[1],
                                cells[2].isEmpty() ? "null" : cells[2],
                                cells[3].isEmpty() ? "null" : "'" + cells[3] + "'"));
            }
        }
        String place = "connections: { db: { engine: postgres, url: \"" + url
                + "\", user: postgres, password: \"${env:NO_PASSWORD}\" } }";
        Files.writeString(
                folder.resolve("bellwether.yml"),
                workspace("db.public.orders", "db.public.customers", place, test)
                        .replace(", password: \"${env:NO_PASSWORD}\"", ""));
        Map<String, String> onServer = failures(asOf);
        assertThat(inFiles.keySet()).containsExactly(said == null ? new String[0] : new String[] {said});
        assertThat(onServer).isEqualTo(inFiles);
    }

    @Test
    void uniqueIsLookedAtWithoutAnythingElseToLookAt() throws IOException {
        write("datasets: [ { name: customers, source: customers.csv, tests: [ { unique: id } ] } ]\n");
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()))) {
            Catalog catalog = bellwether.loader().load(1).good();
            var found = new HealthCheck(bellwether.answering())
                    .look(catalog, List.of("customers"), AsOf.date(LocalDate.parse("2026-11-21")), Deadline.none());
            assertThat(found.failures(List.of("customers")))
                    .singleElement()
                    .satisfies(f -> assertThat(f.text()).contains("share the same id"));
        }
    }
}

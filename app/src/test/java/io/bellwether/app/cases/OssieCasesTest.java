package io.bellwether.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.OssieCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of cases as others lay them out. */
class OssieCasesTest {
    private static final String MODEL = """
            name: shop
            datasets:
              - { name: orders, source: db.public.orders, primary_key: [id], fields: [{ name: id, expression: id }, { name: amount, expression: amount }, { name: kind, expression: kind }] }
            metrics: [{ name: revenue, expression: SUM(orders.amount) }]
            """;

    private static final String TABLE =
            "CREATE TABLE orders (id INT, amount DECIMAL(9,2), kind VARCHAR);\nINSERT INTO orders VALUES (1, 20, 'a;b'), (2, 30.5, NULL);\n";

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String run() throws IOException {
        var out = new ByteArrayOutputStream();
        Main.run(folder, "", new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Every answer is checked against SQL that a person wrote, every refusal against Ossie's name for it. */
    @Test
    void theQuestionsOfAShop() throws IOException {
        for (String name : List.of("schema.sql", "model.yaml", "cases.yaml", "errors.yaml", "names.yaml")) {
            write(name, resource(name));
        }
        assertThat(run()).matches("\\d{2,3} passed, 0 failed, 0 unsupported\\n");
    }

    /** What a function of another engine means is checked against DuckDB's own, called by a person. */
    @Test
    void functionsOfOthers() throws IOException {
        for (String name : List.of("schema.sql", "model.yaml", "cases.jsonl")) {
            write(name, resource("functions/" + name));
        }
        assertThat(run()).isEqualTo("8 passed, 0 failed, 0 unsupported\n");
    }

    /** Several facts, keys of several columns, missing and unmatched keys, bridges; against SQL by hand. */
    @Test
    void severalFacts() throws IOException {
        for (String name : List.of("schema.sql", "model.yaml", "cases.jsonl")) {
            write(name, resource("facts/" + name));
        }
        assertThat(run()).isEqualTo("45 passed, 0 failed, 0 unsupported\n");
    }

    /** Diamonds, cycles, several ways between two datasets, no keys; and what a question may not say. */
    @Test
    void waysAndRefusals() throws IOException {
        for (String name : List.of("schema.sql", "cases.jsonl")) {
            write(name, resource("paths/" + name));
        }
        for (int i = 1; i <= 16; i++) {
            write("model" + i + ".json", resource("paths/model" + i + ".json"));
        }
        assertThat(run()).isEqualTo("54 passed, 0 failed, 0 unsupported\n");
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(OssieCasesTest.class.getResourceAsStream("/ossie/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Each of Ossie's names for a problem is the answer to a case above. */
    @Test
    void everyCodeHasACase() throws IOException, IllegalAccessException {
        String cases = resource("cases.yaml") + resource("errors.yaml") + resource("names.yaml");
        for (Field code : OssieCodes.class.getFields()) {
            assertThat(cases).contains("error: " + code.get(null));
        }
    }

    @Test
    void aFolderForEachCaseWithDataBesideThem() throws IOException {
        write("datasets/shop/schema.sql", TABLE);
        write("tests/area/easy/one/metadata.yaml", "test_id: T-1\ndataset: shop\n");
        write("tests/area/easy/one/model.yaml", MODEL);
        write("tests/area/easy/one/query.json", "{\"dimensions\": [\"orders.kind\"], \"measures\": [\"revenue\"]}");
        write("tests/area/easy/one/gold.sql", "SELECT kind, sum(amount) AS revenue FROM orders GROUP BY 1");
        write(
                "tests/area/easy/two/metadata.yaml",
                "dataset: shop\nexpected_error: true\nexpected_error_code: E_NAME_NOT_FOUND\n");
        write("tests/area/easy/two/model.yaml", MODEL);
        write("tests/area/easy/two/query.json", "{\"measures\": [\"nothing\"]}");
        write("tests/area/easy/two/gold.sql", "-- none");
        assertThat(run()).isEqualTo("2 passed, 0 failed, 0 unsupported\n");
    }

    @Test
    void aDocumentWithItsModelItsRowsAndItsAnswer() throws IOException {
        write("a.yaml", """
                name: all in one
                model:
                  datasets:
                    - { name: orders, source: orders, primary_key: [id], fields: [{ name: id, expression: id }, { name: amount, expression: amount }, { name: day, expression: day }] }
                  metrics: [{ name: revenue, expression: SUM(orders.amount) }, { name: last, expression: MAX(orders.day) }]
                data:
                  orders: [{ id: 1, amount: 20.5, day: "2026-01-02" }, { id: 2, amount: null, day: null }]
                question: { measures: [revenue, last] }
                expected: { rows: [{ revenue: "20.50", last: "2026-01-02" }] }
                """);
        write("b.json", """
                {"tests": [{"name": "columns", "query": {"fields": ["orders.id"], "order_by": ["orders.id DESC"]},
                  "expected": {"columns": ["id"], "rows": [[2], [1]]}},
                  {"name": "csv", "query": {"measures": ["revenue"]}, "expected": "answer.csv"}],
                 "model": "shop.yml", "data": {"orders": "id,amount,kind\\n1,20,x\\n2,30,y\\n"}}
                """);
        write("shop.yml", MODEL);
        write("answer.csv", "revenue\n50\n");
        assertThat(run()).isEqualTo("3 passed, 0 failed, 0 unsupported\n");
    }

    @Test
    void rowsThatTieComeInAnyOrderAndOthersDoNot() throws IOException {
        write("shop/model.yaml", MODEL);
        write("shop/tables/orders.csv", "id,amount,kind\n1,20,x\n2,20,y\n3,30,z\n");
        write("cases.jsonl", """
                {"name": "ties", "model": "shop", "question": {"fields": ["orders.id", "orders.amount"], "order_by": ["orders.amount"]}, "rows": [[2, 20], [1, 20], [3, 30]]}
                {"name": "wrong", "model": "shop", "question": {"fields": ["orders.id", "orders.amount"], "order_by": ["orders.amount"]}, "rows": [[3, 30], [1, 20], [2, 20]]}
                """);
        assertThat(run())
                .startsWith("failed       shop wrong: [orders.amount]: expected")
                .endsWith("1 passed, 1 failed, 0 unsupported\n");
    }

    /** Numbers count as far as they are written, truths and moments may be texts, and one of several errors will do. */
    @Test
    void whatIsWrittenIsComparedAsItIsMeant() throws IOException {
        write("cases.yaml", """
                model: { datasets: [{ name: t, source: t, fields: [{ name: id, expression: id }, { name: x, expression: x }, { name: paid, expression: paid }, { name: at, expression: at }] }], metrics: [{ name: mean, expression: AVG(t.x) }] }
                data: { t: [{ id: 1, x: 10, paid: true, at: "2026-01-02 03:04:05" }, { id: 2, x: 10, paid: false, at: null }, { id: 3, x: 15, paid: true, at: "2026-01-03 00:00:00" }] }
                cases:
                  - { name: rounded, question: { measures: [mean] }, rows: [{ mean: 11.67 }] }
                  - { name: rounded otherwise, question: { measures: [mean] }, rows: [{ mean: 11.66 }] }
                  - { name: whole, question: { measures: [mean] }, rows: [[12]] }
                  - { name: truths, question: { fields: [t.id, t.paid] }, rows: [[3, "TRUE"], [2, 0], [1, "true"]] }
                  - { name: moments, question: { fields: [t.id, t.at] }, rows: [[1, "2026-01-02T03:04:05Z"], [2, null], [3, "2026-01-03"]] }
                  - { name: one of two, question: { measures: [none] }, expected: { error_codes: [E_NO_PATH, E_NAME_NOT_FOUND] } }
                  - { name: one or the other, question: { measures: [none] }, error: E_NO_PATH or E_NAME_NOT_FOUND }
                  - { name: neither, question: { measures: [none] }, error: [E_NO_PATH] }
                  - { name: as the specification has it, semantic_query: { measures: [mean] }, expected_outcome: { success: { rows: [[11.6666667]] } } }
                  - { name: its failure, semantic_query: { measures: [] }, expected_outcome: { failure: { code: E_EMPTY_AGGREGATION_QUERY } } }
                """);
        assertThat(run())
                .contains("failed       rounded otherwise: [mean]: expected [11.66], got [11.66")
                .contains("failed       whole: [mean]: expected [12.0], got [11.66")
                .contains("failed       neither: expected E_NO_PATH, got Q501 E_NAME_NOT_FOUND")
                .endsWith("7 passed, 3 failed, 0 unsupported\n");
    }

    @Test
    void severalDocumentsInAFile() throws IOException {
        write("model.yaml", MODEL);
        write("data.sql", TABLE);
        write("cases.yml", """
                name: one
                question: { measures: [revenue] }
                rows: [[50.5]]
                ---
                name: two
                question: { dimensions: [orders.kind], measures: [revenue], order_by: [{ field: orders.kind, nulls: FIRST }] }
                rows: [[null, 30.5], ["a;b", 20]]
                """);
        assertThat(run()).isEqualTo("2 passed, 0 failed, 0 unsupported\n");
    }

    @Test
    void whatIsBrokenIsTold() throws IOException {
        write("one/query.json", "{\"measures\": [\"revenue\"]}");
        write("one/model.yaml", "datasets: [{ name: orders, source: orders }, { name: orders, source: orders }]");
        write("one/metadata.yaml", "error: E_NAME_COLLISION\n");
        write("one/data.sql", TABLE);
        write("two/query.json", "{\"measures\": [\"revenue\"]}");
        write("two/model.yaml", MODEL);
        write("two/data.sql", "CREATE TABEL x");
        assertThat(run()).contains("failed       two: ", "1 passed, 1 failed, 0 unsupported");
    }
}

package io.bellwether.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesTest {
    @TempDir
    Path folder;

    private String run(String cases) throws IOException {
        Files.createDirectories(folder.resolve("manifests"));
        Files.createDirectories(folder.resolve("tables"));
        try (var in = Objects.requireNonNull(CasesTest.class.getResourceAsStream("/dbt/orders.json"))) {
            String days = "{ \"location\": \"shop.days\", \"column_name\": \"day\", \"grain\": \"day\" }";
            Files.writeString(
                    folder.resolve("manifests/SHOP.json"),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceFirst(
                                    "\\{",
                                    "{ \"project_configuration\": { \"time_spine_table_configurations\": [" + days
                                            + "] },"));
        }
        Files.writeString(folder.resolve("tables/fct_orders.csv"), """
                order_id,customer_id,ordered_at,amount
                1,1,2026-01-05,20
                2,2,2026-01-20,30
                3,1,2026-02-03,40
                """);
        Files.writeString(folder.resolve("tables/dim_customers.csv"), "id,country\n1,DE\n2,FR\n");
        Files.writeString(folder.resolve("tables/days.csv"), "day\n2026-01-04\n2026-01-20\n2026-01-31\n2026-02-01\n");
        Files.writeString(folder.resolve("cases.jsonl"), cases);
        var out = new ByteArrayOutputStream();
        Main.run(folder, "", new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(folder.resolve(".bellwether")).doesNotExist();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aRightAnswerPassesInWhateverOrder() throws IOException {
        assertThat(run("""
                {"name": "by_country", "model": "SHOP", "metrics": ["revenue"], "group_bys": ["customer__country"], "columns": ["revenue", "customer__country"], "rows": [[30, "FR"], [60.00000001, "DE"]]}
                {"name": "by_day", "model": "SHOP", "metrics": ["revenue"], "group_by_objs": [{"name": "metric_time"}], "time_constraint": ["2026-01-05", "2026-01-20"], "order_bys": ["-metric_time"], "check_order": true, "columns": ["metric_time__day", "revenue"], "rows": [["2026-01-20T00:00:00", 30], ["2026-01-05T00:00:00", 20]]}
                {"name": "whole_months", "model": "SHOP", "metrics": ["revenue"], "group_bys": ["metric_time__month"], "time_constraint": ["2026-01-10", "2026-01-11"], "columns": ["metric_time__month", "revenue"], "rows": [["2026-01-01T00:00:00", 50]]}
                {"name": "saved", "model": "SHOP", "saved_query_name": "german", "where": "{{ TimeDimension('metric_time', 'month') }} > DATE '2026-01-01'", "columns": ["metric_time__month", "revenue"], "rows": [["2026-02-01T00:00:00", 40]]}
                {"name": "least", "model": "SHOP", "group_bys": ["order_id__ordered_at"], "min_max_only": true, "columns": ["order_id__ordered_at__day__min", "order_id__ordered_at__day__max"], "rows": [["2026-01-05T00:00:00", "2026-02-03T00:00:00"]]}
                {"name": "least_of_time", "model": "SHOP", "group_bys": ["metric_time"], "time_constraint": ["2026-01-01", "2026-01-31"], "min_max_only": true, "columns": ["metric_time__day__min", "metric_time__day__max"], "rows": [["2026-01-04T00:00:00", "2026-01-31T00:00:00"]]}
                """)).isEqualTo("6 passed, 0 failed, 0 unsupported\n");
    }

    @Test
    void whatDiffersFailsAndWhatHasNoAnswerIsUnsupported() throws IOException {
        assertThat(run("""
                {"name": "value", "model": "SHOP", "metrics": ["revenue"], "columns": ["revenue"], "rows": [[91]]}
                {"name": "rows", "model": "SHOP", "metrics": ["revenue"], "group_bys": ["customer__country"], "columns": ["revenue", "customer__country"], "rows": [[30, "FR"]]}
                {"name": "columns", "model": "SHOP", "metrics": ["revenue"], "columns": ["income"], "rows": [[90]]}
                {"name": "metric", "model": "SHOP", "metrics": ["profit"], "columns": ["profit"], "rows": [[1]]}
                """)).isEqualTo("""
                failed       SHOP value: [revenue]: expected [91.0], got [90.0]
                failed       SHOP rows: expected 1 rows, got 2, extra [60.0, DE]
                failed       SHOP columns: expected columns [income], got [revenue]
                unsupported  SHOP metric: Q501 no metric named "profit"
                0 passed, 3 failed, 1 unsupported
                """);
    }

    @Test
    void orderCountsWhereItIsChecked() {
        List<List<Object>> up = List.of(List.of(1L), List.of(2L));
        List<List<Object>> down = List.of(List.of(2L), List.of(1L));
        assertThat(SameRows.difference(List.of("n"), List.copyOf(up), List.copyOf(down), false))
                .isEmpty();
        assertThat(SameRows.difference(List.of("n"), List.copyOf(up), List.copyOf(down), true))
                .isPresent();
    }

    @Test
    void questionsOfOssieHaveRowsOrAnError() throws IOException {
        Files.createDirectories(folder.resolve("shop/tables"));
        Files.writeString(folder.resolve("shop/tables/orders.csv"), "id,amount\n1,20\n2,30\n");
        Files.writeString(folder.resolve("shop/model.yaml"), """
                semantic_model:
                  - name: shop
                    datasets: [{ name: orders, source: orders, fields: [{ name: id, expression: id }, { name: amount, expression: amount }] }]
                    metrics: [{ name: revenue, expression: SUM(orders.amount) }]
                """);
        assertThat(run("""
                {"name": "total", "model": "shop", "question": {"measures": ["revenue"]}, "rows": [{"revenue": 50.0}]}
                {"name": "rows", "model": "shop", "question": {"fields": ["orders.id"]}, "columns": ["orders.id"], "rows": [[2], [1]]}
                {"name": "refused", "model": "shop", "question": {}, "error": "E_EMPTY_AGGREGATION_QUERY"}
                {"name": "wrong", "model": "shop", "question": {"measures": ["revenue"]}, "error": "E_NO_PATH"}
                """))
                .isEqualTo(
                        "failed       shop wrong: expected E_NO_PATH, got 1 rows\n3 passed, 1 failed, 0 unsupported\n");
    }
}

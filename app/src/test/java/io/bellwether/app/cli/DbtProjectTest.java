package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbtProjectTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void tables() {
        shell = new Shell(folder)
                .file("shop/tables/fct_orders.csv", """
                        order_id,customer_id,ordered_at,amount
                        1,1,2026-01-05,20
                        2,2,2026-01-20,30
                        3,1,2026-02-03,40
                        4,3,2026-02-03,5
                        """)
                .file("shop/tables/dim_customers.csv", "id,country\n1,DE\n2,FR\n");
    }

    private static String manifest() throws IOException {
        try (var in = Objects.requireNonNull(DbtProjectTest.class.getResourceAsStream("/dbt/orders.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aFolderWithNothingButAManifestAndItsTablesIsAWorkspace() throws IOException {
        shell.file("shop/semantic_manifest.json", manifest());
        var result = shell.run(
                "query", "revenue", "--by", "metric_time__month,customer__country", "-w", "shop", "--format", "csv");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("""
                metric_time__month,customer__country,revenue
                2026-01-01,DE,20
                2026-01-01,FR,30
                2026-02-01,DE,40
                2026-02-01,,5
                """);
    }

    @Test
    void aManifestWhoseMetricsNameTheirModelIsNoModelOfAnotherFormat() {
        String text = """
                {"metrics": [ {"name": "sold", "type": "simple", "type_params": {
                   "metric_aggregation_params": {"semantic_model": "orders", "agg": "sum", "expr": "amount"}}} ],
                 "semantic_models": [ {"name": "orders", "node_relation": {"alias": "fct_orders"}, "primary_entity": "order",
                   "entities": [], "dimensions": []} ]}
                """;
        shell.file("shop/project.json", text);
        var named = shell.run("query", "sold", "-w", "shop", "--format", "csv");
        assertThat(named.out()).as(named.err()).isEqualTo("sold\n95\n");
        shell.file("other/tables/fct_orders.csv", "amount\n7\n").file("other/semantic_manifest.json", "\uFEFF" + text);
        assertThat(shell.run("query", "sold", "-w", "other", "--format", "csv").out())
                .isEqualTo("sold\n7\n");
    }

    private void snapshots() {
        shell.file("snap/sales.csv", "id,shop_id,day,amount\n1,1,2026-01-01,10\n2,1,2026-01-02,20\n3,2,2026-01-02,5\n")
                .file("snap/shops.csv", "id,owner_id\n1,7\n2,8\n3,9\n")
                .file(
                        "snap/owners.csv",
                        "id,day,city\n7,2026-01-01,Rome\n7,2026-01-02,Oslo\n8,2026-01-01,Bonn\n9,2026-01-01,Kiel\n10,2026-01-01,Lima\n")
                .file("snap/bellwether.yml", """
                        datasets:
                          - { name: sales, source: sales.csv, time: day, partitions: [day] }
                          - { name: shops, source: shops.csv }
                          - { name: owners, source: owners.csv, time: day, partitions: [day], fields: [ { name: city } ] }
                        relationships:
                          - { name: shop, from: sales, to: shops, columns: { shop_id: id } }
                          - { name: owner, from: shops, to: owners, columns: { owner_id: id } }
                        metrics:
                          - { name: amount, expression: sum(sales.amount) }
                        """);
    }

    @Test
    void aRowMeetsItsOwnCopyOfTheDataOverSeveralJoins() {
        snapshots();
        assertThat(shell.run("query", "amount", "--by", "shop.owner.city", "-w", "snap", "--format", "csv")
                        .out())
                .isEqualTo("shop.owner.city,amount\nOslo,20\nRome,10\n,5\n");
    }

    @Test
    void valuesAreListedWithoutUniqueKeysAndWithThoseThatNothingRefersTo() {
        snapshots();
        var values = shell.run(
                "query",
                "--by",
                "owners.city,shops.owner_id",
                "--order",
                "owners.city",
                "-w",
                "snap",
                "--format",
                "csv");
        assertThat(values.err()).isEmpty();
        assertThat(values.out()).isEqualTo("owners.city,shops.owner_id\nBonn,8\nKiel,9\nLima,\nOslo,7\nRome,7\n");
    }

    @Test
    void filtersAndSavedQueriesWork() throws IOException {
        shell.file("shop/target/semantic_manifest.json", manifest());
        assertThat(shell.run("query", "--question", "german", "-w", "shop", "--format", "csv")
                        .out())
                .isEqualTo("metric_time__month,revenue\n2026-01-01,20\n2026-02-01,40\n");
        assertThat(shell.run(
                                "query",
                                "revenue",
                                "--where",
                                "{{ Dimension('customer__country') }} IS NULL OR {{ TimeDimension('metric_time', 'month') }} < DATE '2026-02-01'",
                                "-w",
                                "shop",
                                "--format",
                                "csv")
                        .out())
                .isEqualTo("revenue\n55\n");
    }

    @Test
    void whatCannotBeUsedIsAWarningAndTheRestHolds() throws IOException {
        shell.file("shop/semantic_manifest.json", manifest());
        var check = shell.run("check", "-w", "shop");
        assertThat(check.exit()).isZero();
        assertThat(check.out()).contains("semantic_manifest.json: dataset gone").contains("S403  warning");
        assertThat(shell.run("query", "lost", "-w", "shop").err()).contains("Q501");
    }

    @Test
    void ourDefinitionsStandOnImportedOnes() throws IOException {
        shell.file("shop/dbt/m.json", manifest()).file("shop/bellwether.yml", """
                imports:
                  - { dbt: dbt/m.json, tables: tables }
                metrics:
                  - { name: doubled, expression: 2 * revenue }
                """);
        assertThat(shell.run("query", "doubled", "-w", "shop", "--format", "csv")
                        .out())
                .isEqualTo("doubled\n190\n");
    }

    @Test
    void aManifestOutsideOfTheFolderNeedsTheOperatorsWord() throws IOException {
        shell.file("dbt/m.json", manifest()).file("shop/bellwether.yml", """
                imports:
                  - { dbt: ../dbt/m.json, tables: tables }
                """);
        var refused = shell.run("check", "-w", "shop");
        assertThat(refused.exit()).isEqualTo(Exit.WORKSPACE);
        assertThat(refused.out()).contains("S485").contains("bellwether.yml:2:12");
        assertThat(shell.run("check", "-w", "shop", "--allow-path", "dbt").exit())
                .isZero();
        shell.file("shop/bellwether.yml", "imports: [ { dbt: nothing.json } ]\n");
        assertThat(shell.run("check", "-w", "shop").out()).contains("S482").contains("nothing.json");
    }

    @Test
    void importWritesWhatIsReadLive() throws IOException {
        shell.file("m.json", manifest());
        var written = shell.run("import", "m.json", "--to", "shop", "--tables", "tables");
        assertThat(written.exit()).as(written.err()).isZero();
        assertThat(Files.readString(folder.resolve("shop/semantic_model.yml")))
                .contains("source: tables/fct_orders.csv")
                .contains("  - name: revenue\n    expression: sum(orders.amount)");
        // Now the table that is missing is an error: the file is ours.
        assertThat(shell.run("check", "-w", "shop").out()).contains("S403  there is no file");
        assertThat(shell.run("import", "m.json", "--to", "shop").exit()).isEqualTo(Exit.USAGE);
        assertThat(shell.run("import", "m.json").out()).startsWith("datasets:\n  - name: orders\n");
    }
}

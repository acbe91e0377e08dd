package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder with nothing but an Ossie model and its tables; the answers are worked out by hand from the rows below. */
class OssieQueryTest {
    private static final String MODEL = """
            version: "0.2.0.dev0"
            semantic_model:
              - name: shop
                datasets:
                  - name: orders
                    source: warehouse.sales.orders
                    primary_key: [id]
                    fields:
                      - { name: id, expression: id }
                      - { name: customer_id, expression: customer_id }
                      - name: status
                        expression: [{ dialect: SNOWFLAKE, expression: "state::string" }, { dialect: ANSI_SQL, expression: lower(state) }]
                      - name: amount
                        expression: { dialects: [{ dialect: ANSI_SQL, expression: amount }] }
                  - name: customers
                    source: customers
                    primary_key: [id]
                    fields:
                      - { name: id, expression: id }
                      - { name: region, expression: region }
                      - { name: credit, expression: credit }
                  - name: returns
                    source: returns
                    fields:
                      - { name: customer_id, expression: customer_id }
                      - { name: reason, expression: reason }
                      - { name: value, expression: value }
                  - name: weather
                    source: weather
                    fields: [{ name: rain, expression: rain }]
                  - name: tags
                    source: tags
                    fields: [{ name: region, expression: region }, { name: tag, expression: tag }]
                relationships:
                  - { name: customers_of_orders, from: customers, to: orders, from_columns: [id], to_columns: [customer_id] }
                  - { name: returns_to_customers, from: returns, to: customers, from_columns: [customer_id], to_columns: [id] }
                  - { name: tags_of_regions, from: tags, to: customers, from_columns: [region], to_columns: [region] }
                metrics:
                  - { name: revenue, expression: SUM(orders.amount) }
                  - { name: order_count, expression: COUNT(orders.id) }
                  - { name: customer_count, expression: COUNT(customers.id) }
                  - { name: returned, expression: SUM(returns.value) }
                  - { name: average_order, expression: revenue / order_count }
                  - { name: rained, expression: SUM(weather.rain) }
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void model() {
        shell = new Shell(folder)
                .file("model.yaml", MODEL)
                .file("orders.csv", """
                        id,customer_id,state,amount
                        1,1,PAID,10.50
                        2,1,OPEN,20.00
                        3,2,PAID,5.00
                        4,,PAID,7.00
                        """)
                .file("tables/customers.csv", """
                        id,region,credit
                        1,north,100
                        2,south,50
                        3,south,25
                        """)
                .file("returns.csv", """
                        customer_id,reason,value
                        1,broken,3.00
                        3,late,4.00
                        """)
                .file("weather.csv", "rain\n5\n")
                .file("tags.csv", "region,tag\nnorth,cold\nnorth,big\nsouth,warm\n");
    }

    private Shell.Result ask(String question) {
        shell.file("q.json", question);
        return shell.run("query", "--question", "q.json", "--format", "csv");
    }

    @Test
    void joinsTurnedRoundLoseNoRow() {
        var result = ask("""
                {
                \t"dimensions": ["customers.region"],
                \t"measures": ["revenue", "order_count", {"name": "biggest", "expression": "MAX(orders.amount)"}],
                \t"order_by": [{"field": "revenue", "direction": "DESC"}]
                }
                """);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                customers.region,revenue,order_count,biggest
                north,30.50,2,20.00
                ,7.00,1,7.00
                south,5.00,1,5.00
                """);
    }

    @Test
    void conditionsStandBeforeAndAfter() {
        assertThat(ask("""
                {"dimensions": ["customers.region"], "measures": ["revenue"],
                 "where": ["orders.status = 'paid'"], "having": ["COUNT(orders.id) >= 1 AND revenue < 10"],
                 "order_by": [{"field": "customers.region", "direction": "ASC", "nulls": "FIRST"}], "limit": 2}
                """).out()).isEqualTo("customers.region,revenue\n,7.00\nsouth,5.00\n");
    }

    @Test
    void severalFactsAreStacked() {
        assertThat(ask("""
                {"dimensions": ["customers.region"], "measures": ["revenue", "returned"]}
                """).out())
                .isEqualTo("customers.region,revenue,returned\nnorth,30.50,3.00\nsouth,5.00,4.00\n,7.00,\n");
    }

    @Test
    void aCustomerCountsOnceForEachStatus() {
        assertThat(ask("""
                {"dimensions": ["orders.status"], "measures": ["customer_count"]}
                """).out()).isEqualTo("orders.status,customer_count\nopen,1\npaid,2\n,1\n");
    }

    @Test
    void rowsAsTheyAre() {
        assertThat(ask("""
                {"fields": ["orders.id", "customers.region"], "where": ["orders.amount > 5"],
                 "order_by": [{"field": "orders.amount", "direction": "desc"}]}
                """).out()).isEqualTo("orders.id,customers.region\n2,north\n1,north\n4,\n");
    }

    @Test
    void valuesOfDimensions() {
        assertThat(ask("{\"dimensions\": [\"customers.region\"]}").out()).isEqualTo("customers.region\nnorth\nsouth\n");
    }

    @Test
    void nothingMatches() {
        assertThat(ask("{\"measures\": [\"revenue\", \"order_count\"], \"where\": [\"orders.id > 99\"]}")
                        .out())
                .isEqualTo("revenue,order_count\n,0\n");
    }

    @Test
    void modelsAsJson() {
        shell.file("model.yaml", "");
        shell.file("model.json", """
                {"semantic_model": [{"name": "m", "datasets": [{"name": "orders", "source": "orders"}],
                  "metrics": [{"name": "Revenue", "expression": "SUM(orders.amount)"}]}]}
                """);
        assertThat(ask("{\"measures\": [\"Revenue\"]}").out()).isEqualTo("Revenue\n42.50\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E_MIXED_QUERY_SHAPE | {"fields": ["orders.id"], "measures": ["revenue"]}
            E_EMPTY_AGGREGATION_QUERY | {"dimensions": [], "measures": []}
            E_EMPTY_AGGREGATION_QUERY | {}
            E_EMPTY_SCALAR_QUERY | {"fields": []}
            E_AGGREGATE_IN_WHERE | {"measures": ["revenue"], "where": ["SUM(orders.amount) > 5"]}
            E_AGGREGATE_IN_WHERE | {"measures": ["revenue"], "where": ["revenue > 5"]}
            E_WINDOW_IN_WHERE | {"measures": ["revenue"], "where": ["ROW_NUMBER() OVER (ORDER BY orders.id) = 1"]}
            E_NON_AGGREGATE_IN_HAVING | {"measures": ["revenue"], "having": ["orders.status = 'paid'"]}
            E_MIXED_PREDICATE_LEVEL | {"measures": ["revenue"], "having": ["SUM(orders.amount) > orders.amount"]}
            E_MIXED_PREDICATE_LEVEL | {"measures": ["revenue"], "where": ["orders.amount > 5 OR revenue > 5"]}
            E_AGGREGATE_IN_SCALAR_QUERY | {"fields": ["orders.id", "SUM(orders.amount)"]}
            E_AGGREGATE_IN_SCALAR_QUERY | {"fields": ["orders.id", "revenue"]}
            E_FAN_OUT_IN_SCALAR_QUERY | {"fields": ["orders.id", "returns.reason"]}
            E_NO_PATH | {"fields": ["orders.id", "weather.rain"]}
            E_NO_PATH | {"dimensions": ["weather.rain"], "measures": ["revenue"]}
            E3012_MN_NO_SAFE_REWRITE | {"dimensions": ["tags.tag"], "measures": ["revenue"]}
            E3013_NO_STITCHING_DIMENSION | {"dimensions": ["customers.region"], "measures": ["revenue", "rained"]}
            E3013_NO_STITCHING_DIMENSION | {"measures": ["revenue", "rained"]}
            E_NAME_NOT_FOUND | {"measures": ["revenue"], "dimensions": ["customers.\\"region\\""]}
            E_NAME_NOT_FOUND | {"measures": ["orders.revenue"]}
            E_NAME_NOT_FOUND | {"measures": ["revenues"]}
            E_NAME_NOT_FOUND | {"measures": ["revenue"], "dimensions": ["customers.regio"]}
            E_NAME_NOT_FOUND | {"measures": ["revenue"], "dimensions": ["region"]}
            E_NAME_NOT_FOUND | {"measures": ["revenue"], "order_by": [{"field": "x"}]}
            E_NAME_COLLISION | {"measures": [{"name": "revenue", "expression": "COUNT(orders.id)"}]}
            E_NESTED_AGGREGATION_DEFERRED | {"measures": [{"name": "m", "expression": "SUM(AVG(orders.amount))"}]}
            E_UNAGGREGATED_FINER_GRAIN_REFERENCE | {"measures": [{"name": "m", "expression": "SUM(orders.amount) + orders.amount"}]}
            E_AMBIGUOUS_MEASURE_GRAIN | {"measures": [{"name": "m", "expression": "SUM(orders.amount * returns.value)"}]}
            E_AMBIGUOUS_MEASURE_GRAIN | {"measures": [{"name": "m", "expression": "COUNT(*)"}]}
            E_DEFERRED_KEY_REJECTED | {"measures": ["revenue"], "grain": ["customers.region"]}
            """)
    void refusesWithOssiesName(String code, String question) {
        var result = ask(question);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("(" + code + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E_AGGREGATE_IN_FIELD | fields: [{ name: rain, expression: rain }] | fields: [{ name: rain, expression: SUM(rain) }]
            E_UNAGGREGATED_FINER_GRAIN_REFERENCE | - { name: credit, expression: credit } | - { name: credit, expression: orders.amount }
            E_NAME_NOT_FOUND | - { name: credit, expression: credit } | - { name: credit, expression: debit }
            E_NAME_COLLISION | { name: rained, | { name: orders,
            E_NAME_COLLISION | name: tags_of_regions | name: revenue
            E_NAME_COLLISION | - { name: credit, expression: credit } | - { name: region, expression: credit }
            E_DEFERRED_KEY_REJECTED | { name: rained, | { name: GRAIN,
            E_DEFERRED_KEY_REJECTED | { name: rained, | { name: rained, filter: weather.rain > 3,
            E_FIELD_DEPENDENCY_CYCLE | - { name: credit, expression: credit } | - { name: debit, expression: debit + 1 }
            E_NESTED_WINDOW | - { name: credit, expression: credit } | - { name: credit, expression: SUM(RANK() OVER (ORDER BY credit)) OVER () }
            E_AMBIGUOUS_PATH | { name: tags_of_regions, from: tags, to: customers, from_columns: [region], to_columns: [region] } | { name: second, from: orders, to: customers, from_columns: [id], to_columns: [id] }
            """)
    void modelsAreCheckedToo(String code, String from, String to) {
        assertThat(MODEL).contains(from);
        shell.file("model.yaml", MODEL.replace(from, to).replace(" ~ ", "\n      - "));
        var result = ask("{\"dimensions\": [\"customers.region\"], \"measures\": [\"revenue\"]}");
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("(" + code + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E_NESTED_AGGREGATION_DEFERRED | rained | SUM(weather.rain) | SUM(revenue)
            E_NESTED_WINDOW | rained | SUM(weather.rain) | SUM(RANK() OVER (ORDER BY SUM(weather.rain))) OVER ()
            E_WINDOWED_METRIC_COMPOSITION | top | expression: SUM(weather.rain) } | expression: RANK() OVER (ORDER BY SUM(weather.rain)) } ~ { name: top, expression: rained + 1 }
            """)
    void aMetricThatIsRefusedIsInNobodysWay(String code, String metric, String from, String to) {
        shell.file("model.yaml", MODEL.replace(from, to).replace(" ~ ", "\n      - "));
        assertThat(ask("{\"measures\": [\"revenue\"]}").out()).startsWith("revenue\n");
        var refused = ask("{\"measures\": [\"" + metric + "\"]}");
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("(" + code + ")");
    }

    @Test
    void aDatatypeOfTextsReachesTheFile() {
        shell.file(
                        "model.yaml",
                        MODEL.replace(
                                "name: reason, expression: reason",
                                "name: reason, datatype: String, expression: reason"))
                .file("returns.csv", "customer_id,reason,value\n1,007,5\n1,7,6\n2,1.10,7\n2,1.1,8\n");
        assertThat(ask("{\"dimensions\": [\"returns.reason\"], \"measures\": [\"returned\"]}")
                        .out())
                .isEqualTo("returns.reason,returned\n007,5\n1.1,8\n1.10,7\n7,6\n");
    }

    @Test
    void aDatatypeThatIsNoneIsTold() {
        shell.file("model.yaml", MODEL.replace("name: rain, expression", "name: rain, datatype: Fruit, expression"));
        assertThat(shell.run("check").out()).contains("D308  warning: no datatype is called \"Fruit\"");
        assertThat(ask("{\"measures\": [\"rained\"]}").exit()).isZero();
    }

    @Test
    void aMetricOverAWindow() {
        shell.file("model.yaml", MODEL.replace("SUM(weather.rain)", "RANK() OVER (ORDER BY SUM(weather.rain))"));
        assertThat(ask("{\"measures\": [\"rained\"]}").out()).isEqualTo("rained\n1\n");
    }

    @Test
    void sqlPrintsTheStatementOfAFile() {
        shell.file("q.json", "{\"measures\": [\"revenue\"]}");
        assertThat(shell.run("sql", "--question", "q.json").out()).contains("sum(", "-- orders, aggregated");
        shell.file("q.json", "{}");
        assertThat(shell.run("sql", "--question", "q.json").err()).contains("(E_EMPTY_AGGREGATION_QUERY)");
    }

    @Test
    void anImportIsReadLiveBesideDefinitionsOfOurs() {
        shell.file("models/model.txt", MODEL);
        shell.run("query", "revenue");
        shell.file("model.yaml", """
                name: Shop
                imports: [{ ossie: models/model.txt }]
                metrics: [{ name: twice, expression: revenue * 2 }]
                """);
        assertThat(shell.run("query", "revenue,twice", "--format", "csv").out())
                .isEqualTo("revenue,twice\n42.50,85.00\n");
        shell.file("models/model.txt", MODEL.replace("SUM(orders.amount)", "MAX(orders.amount)"));
        assertThat(shell.run("query", "twice", "--format", "csv").out()).isNotEqualTo("twice\n85\n");
    }

    @Test
    void importWritesOurOwnYaml() {
        var imported = shell.run("import", "model.yaml");
        assertThat(imported.err()).isEqualTo("not kept  expressions in other dialects of orders.status\n");
        assertThat(imported.out()).contains("many_to_many", "{ name: revenue, expression: SUM(orders.amount) }");
        shell.file("model.yaml", imported.out());
        assertThat(ask("{\"dimensions\": [\"customers.region\"], \"measures\": [\"revenue\"]}")
                        .out())
                .isEqualTo("customers.region,revenue\nnorth,30.50\nsouth,5.00\n,7.00\n");
    }

    @Test
    void whatIsNotKeptIsTold() {
        shell.file("model.yaml", """
                semantic_model:
                  - name: shop
                    description: a shop
                    datasets:
                      - name: orders
                        source: orders
                        ai_context: { synonyms: [purchases] }
                        fields: [{ name: amount, expression: amount, ai_context: money }]
                        custom_extensions: [{ vendor_name: OTHERS, data: "{}" }, { vendor_name: BELLWETHER, data: "{}" }]
                    metrics: [{ name: orders_metric, expression: SUM(orders.amount) }]
                """);
        String lost =
                "description of the model\nai_context of orders, orders.amount\ncustom_extensions for OTHERS of orders\n";
        assertThat(shell.run("import", "model.yaml").err()).isEqualTo(lost.replaceAll("(?m)^(?=.)", "not kept  "));
        assertThat(shell.run("export").err()).contains(lost.replaceAll("(?m)^(?=.)", "lost to other tools  "));
    }

    /** Ossie has one space of names; here a metric may be called as a dataset is. */
    @Test
    void aMetricThatIsCalledAsADataset() {
        shell.file("model.yaml", """
                datasets: [{ name: orders, source: orders.csv, primary_key: [id] }]
                metrics:
                  - { name: orders, expression: count(orders.id) }
                  - { name: orders_metric, expression: sum(orders.amount) }
                  - { name: mean, expression: orders_metric / orders, where: orders.id < 4 }
                  - { name: share, expression: orders_metric / orders }
                """);
        List<String> questions = List.of("{\"measures\": [\"orders\", \"orders_metric\", \"mean\", \"share\"]}");
        List<String> first = answers(questions);
        var exported = shell.run("export");
        assertThat(exported.out()).contains("{ dialect: ANSI_SQL, expression: orders_metric / orders_metric_2 }");
        assertThat(exported.err())
                .contains("metric orders: called orders_metric_2 there, for something else has its name");
        shell.file("model.yaml", exported.out());
        assertThat(answers(questions)).isEqualTo(first).first().asString().contains("4,42.50,");
    }

    /** Theirs, ours, theirs again, ours again: the same questions have the same answers. */
    @Test
    void thereAndBackAgain() {
        List<String> questions = List.of(
                "{\"dimensions\": [\"customers.region\"], \"measures\": [\"revenue\", \"returned\", \"average_order\"]}",
                "{\"dimensions\": [\"orders.status\"], \"measures\": [\"customer_count\"]}",
                "{\"fields\": [\"orders.id\", \"customers.region\"], \"where\": [\"orders.amount > 5\"]}",
                "{\"dimensions\": [\"tags.tag\"], \"measures\": [\"revenue\"]}",
                "{\"measures\": [\"SUM(orders.state)\"]}");
        List<String> first = answers(questions);
        for (int turn = 0; turn < 2; turn++) {
            shell.file("model.yaml", shell.run("import", "model.yaml").out());
            assertThat(answers(questions)).isEqualTo(first);
            shell.file("model.yaml", shell.run("export").out());
            assertThat(answers(questions)).isEqualTo(first);
        }
    }

    private List<String> answers(List<String> questions) {
        return questions.stream()
                .map(question -> {
                    Shell.Result result = ask(question);
                    return result.out() + result.err().replaceAll("(?s)^.*?\\((E\\w+)\\).*$", "$1");
                })
                .toList();
    }
}

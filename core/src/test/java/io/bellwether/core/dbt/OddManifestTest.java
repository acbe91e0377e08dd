package io.bellwether.core.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Manifests of other versions, and of other hands than dbt's. */
class OddManifestTest {
    private static DbtImport read(String text) {
        return DbtImport.read(new SourceFile("m.json", text), (schema, table) -> schema + "/" + table + ".csv");
    }

    private static String model(String more) {
        return "{\"semantic_models\": [ {\"name\": \"sales\", \"node_relation\": {\"alias\": \"s\"}" + more + "} ], ";
    }

    private static String place(Diagnostic problem) {
        return Objects.requireNonNull(problem.span()) + " " + problem.message();
    }

    private static List<String> problems(String text) {
        return read(text).problems().stream().map(OddManifestTest::place).toList();
    }

    @Test
    void onlyWhatIsNeeded() {
        DbtImport found = read("""
                \uFEFF{"metrics": null, "saved_queries": null, "project_configuration": null,
                 "semantic_models": [ {"name": "sales", "node_relation": {"alias": "s"}, "entities": null, "measures": null,
                   "dimensions": [ {"name": "at", "type": "time"} ], "primary_entity": "sale"} ]}
                """);
        assertThat(found.problems()).isEmpty();
        assertThat(found.text()).isEqualTo("""
                datasets:
                  - name: sales
                    source: "/s.csv"
                    entities: [sale]
                    fields:
                      - { name: at }
                """);
    }

    @Test
    void aTableByItsWholeName() {
        String text = read("{\"semantic_models\": [ {\"name\": \"a\", \"node_relation\": "
                        + "{\"relation_name\": \"\\\"db\\\".\\\"main\\\".\\\"fct.sales\\\"\"}} ]}")
                .text();
        assertThat(text).contains("source: main/fct.sales.csv");
    }

    @Test
    void problemsStandWhereTheyAre() {
        assertThat(problems("""
                {"semantic_models": [
                  {"name": "sales", "node_relation": {"alias": "s"},
                   "entities": [ {"name": "home", "type": "secondary"}, {"name": "shop"} ],
                   "dimensions": [ {"name": "x", "type": "geo"} ]},
                  {"node_relation": {}}],
                 "metrics": [
                  {"name": "a", "type": "simple", "type_params": {"metric_aggregation_params": {"semantic_model": "sales", "agg": "sum", "expr": "v"}},
                   "filter": "{{ Dimension('sales__x') }} = 'y' and {{ Cube('z') }}"},
                  {"name": "b", "type": "lookup", "type_params": {}}]}
                """))
                .containsExactlyInAnyOrder(
                        "m.json:3:43 type of home is one of foreign, natural, primary, unique, not \"secondary\"",
                        "m.json:3:66 entity \"shop\" of sales has no type",
                        "m.json:4:42 type of x is one of categorical, time, not \"geo\"",
                        "m.json:5:3 an item of semantic_models has a name, not a block",
                        "m.json:8:53 the template is none of dbt's filters",
                        "m.json:9:12 metric \"b\" cannot be read: its type is \"lookup\"");
    }

    @Test
    void aMetricWhoseFilterIsNoneIsLeftOut() {
        DbtImport found = read(model("") + """
                "metrics": [ {"name": "a", "type": "simple", "filter": 7, "type_params":
                  {"metric_aggregation_params": {"semantic_model": "sales", "agg": "count", "expr": "1"}}} ]}
                """);
        assertThat(found.text()).doesNotContain("metrics:");
        assertThat(found.problems()).hasSize(2);
    }

    @Test
    void numbersOfAnySize() {
        assertThat(problems(model("") + """
                "saved_queries": [ {"name": "q", "query_params": {"metrics": [], "limit": 1e999}},
                  {"name": "r", "query_params": {"limit": 123456789012345678901234567890}} ],
                "metrics": [ {"name": "a", "type": "simple", "type_params": {"metric_aggregation_params": {"semantic_model": "sales",
                  "agg": "percentile", "expr": "v", "agg_params": {"percentile": 1e999}}}} ]}
                """)).hasSize(3);
    }

    @Test
    void metricsInACircleEnd() {
        assertThat(read(model("") + """
                "metrics": [
                  {"name": "a", "type": "derived", "type_params": {"expr": "b + 1", "metrics": [{"name": "b"}]}},
                  {"name": "b", "type": "derived", "type_params": {"expr": "a + 1", "metrics": [{"name": "a"}]}},
                  {"name": "c", "type": "simple", "type_params": {"measure": {"name": "c"}}},
                  {"name": "d", "type": "cumulative", "type_params": {"cumulative_type_params": {"metric": {"name": "d"}}}}]}
                """).problems())
                .extracting(Diagnostic::message)
                .containsExactly("no measure named \"c\"");
    }

    @Test
    void namesThatStandTwiceAreTold() {
        assertThat(problems(model(
                                ", \"entities\": [ {\"name\": \"e\", \"type\": \"primary\"}, {\"name\": \"e\", \"type\": \"unique\"} ]")
                        + "\"x\": 1}"))
                .hasSize(1)
                .first()
                .asString()
                .contains("two items of entities of sales have the name \"e\"");
    }

    @Test
    void whatIsNoJson() {
        assertThat(problems("{\"semantic_models\": [\n {]}"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("m.json:2:");
        assertThat(problems("")).hasSize(1);
        assertThat(problems("[]")).containsExactly("m.json:1:1 manifest is a block of keys, not a list");
    }
}

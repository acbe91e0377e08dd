package io.bellwether.core.ossie;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Mutations;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.Resolver;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever is missing or of another kind in a model or a question, something sensible is said and nothing falls over. */
class OssieSweepTest {
    private static final String MODEL = """
            {"version": "0.2.0.dev0", "semantic_model": [{"name": "shop", "description": "d", "ai_context": {"synonyms": ["s"]},
              "datasets": [
                {"name": "orders", "source": "orders", "primary_key": ["id"], "unique_keys": [["id", "line"]], "fields": [
                  {"name": "id", "expression": {"dialects": [{"dialect": "ANSI_SQL", "expression": "id"}]}, "dimension": {"is_time": false}},
                  {"name": "amount", "expression": [{"dialect": "ANSI_SQL", "expression": "amount"}], "label": "Amount"},
                  {"name": "at", "expression": "at", "datatype": "Date", "ai_context": "when"}],
                 "custom_extensions": [{"vendor_name": "BELLWETHER", "data": "{\\"time\\": \\"at\\"}"}]},
                {"name": "customers", "source": "customers", "primary_key": ["key"], "fields": [{"name": "region", "expression": "region"}]}],
              "relationships": [{"name": "o2c", "from": "orders", "to": "customers", "from_columns": ["customer"], "to_columns": ["key"]}],
              "metrics": [
                {"name": "revenue", "expression": {"dialects": [{"dialect": "ANSI_SQL", "expression": "SUM(orders.amount)"}]}, "description": "r"},
                {"name": "twice", "expression": "revenue * 2"}],
              "custom_extensions": [{"vendor_name": "BELLWETHER", "data": "{\\"kpis\\": []}"}]}]}
            """;

    private static final String QUESTION = """
            {"dimensions": ["customers.region", {"field": "orders.at", "as": "day"}],
             "measures": ["revenue", {"name": "most", "expression": {"dialects": [{"dialect": "ANSI_SQL", "expression": "MAX(orders.amount)"}]}}],
             "where": ["orders.amount > 5"], "having": ["revenue > 0", {"expression": "twice > 1"}],
             "order_by": [{"field": "revenue", "direction": "DESC", "nulls": "LAST"}, "day"], "limit": 10}
            """;

    private static final String WIDE = """
            {"name": "wide", "dataset": "orders", "dimensions": ["customers.region AS where_from", "orders.amount * 2 AS twice_as_much", "1 AS one"],
             "measures": ["revenue", "COUNT(*) AS rows", {"name": "so_far", "expression": "SUM(revenue) OVER (PARTITION BY customers.region ORDER BY customers.region DESC NULLS FIRST ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)"},
               {"name": "listed", "expression": "LISTAGG(DISTINCT customers.region, ', ')"}, {"metric": "twice", "as": "doubled"}],
             "where": ["orders.at < CURRENT_DATE AND customers.region LIKE 'a!_%' ESCAPE '!'", "orders.id IN (1, 2, NULL) OR orders.amount BETWEEN 1 AND 2"],
             "having": ["COUNT(DISTINCT orders.id) > 1", "CASE WHEN revenue > 1 THEN TRUE ELSE twice > 3 END"],
             "order_by": ["SUM(orders.amount) DESC NULLS LAST", {"field": "where_from", "direction": "asc", "nulls": "first"}], "limit": 0}
            """;

    private static final String ROWS = """
            {"fields": ["orders.id", {"field": "customers.region", "as": "where_from"}, {"name": "place", "expression": [{"dialect": "ANSI_SQL", "expression": "RANK() OVER (PARTITION BY customers.region ORDER BY orders.amount)"}]},
               "TRY_CAST(customers.region AS INTEGER) AS number"],
             "where": [{"expression": "orders.at >= DATE '2024-01-01'"}, "NOT (customers.region IS NULL)"],
             "order_by": [{"field": "orders.amount", "direction": "DESC", "nulls": "LAST"}, "place"], "limit": 10}
            """;

    private static final List<Column> COLUMNS = List.of(
            new Column("id", Type.INTEGER),
            new Column("line", Type.INTEGER),
            new Column("key", Type.INTEGER),
            new Column("customer", Type.INTEGER),
            new Column("amount", Type.DECIMAL),
            new Column("at", Type.DATE),
            new Column("region", Type.TEXT));

    private record Read(Catalog catalog, List<Diagnostic> problems) {}

    private static Read read(String model) {
        var parsed = Definitions.parse(
                List.of(new SourceFile("model.json", model)), new OssieSpelling(name -> name + ".csv"));
        var resolution =
                Resolver.resolve(parsed.definitions(), (dataset, source, span) -> new SourceSchema.Columns(COLUMNS));
        List<Diagnostic> problems = new ArrayList<>(parsed.diagnostics());
        problems.addAll(resolution.diagnostics());
        return new Read(resolution.sound(), problems);
    }

    private static void ask(String question, Catalog catalog) {
        OssieQuestion.read(new SourceFile("q.json", question), catalog, LocalDateTime.MAX);
    }

    @Test
    void theModelIsSound() {
        Read whole = read(MODEL);
        assertThat(whole.problems()).isEmpty();
        ask(QUESTION, whole.catalog());
    }

    /** What a broken model lacks is told with its place. */
    @Test
    void brokenModels() {
        AtomicInteger lacking = new AtomicInteger();
        Mutations.each(MODEL, (what, text) -> {
            Read read = read(text);
            assertThat(read.problems())
                    .as(what)
                    .allMatch(
                            problem -> problem.span() != null || problem.code().equals("D314"));
            boolean lacks = read.catalog().datasets().size() < 2
                    || read.catalog().metrics().size() < 2
                    || read.catalog().relationships().isEmpty();
            boolean isItem = what.contains(", 0] removed") || what.contains(", 1] removed");
            boolean isList = what.matches(".*(datasets|metrics|relationships|semantic_model)] .*");
            if (lacks && !isItem && !isList) {
                lacking.incrementAndGet();
                assertThat(read.problems()).as(what).isNotEmpty();
            }
            OssieImport.read(new SourceFile("model.json", text), name -> name + ".csv");
            try {
                ask(QUESTION, read.catalog());
            } catch (DiagnosticException told) {
                assertThat(told.diagnostics()).as(what).isNotEmpty();
            }
        });
        assertThat(lacking.get()).isGreaterThan(50);
    }

    /** Whatever is taken out of a question or is of another kind: rows, or something that Ossie has a name for. */
    @Test
    void brokenQuestions() {
        Catalog catalog = read(MODEL).catalog();
        for (String question : List.of(QUESTION, WIDE, ROWS)) {
            ask(question, catalog);
            Mutations.each(question, (what, text) -> {
                try {
                    ask(text, catalog);
                } catch (DiagnosticException told) {
                    assertThat(told.diagnostics()).as(what).isNotEmpty();
                    assertThat(told.diagnostics())
                            .as(what + "\n" + text)
                            .allMatch(problem -> problem.span() != null || problem.ossie() != null);
                }
            });
        }
    }

    /** A model of every kind of thing, too wide for a person to read, and read at once. */
    @Test
    void manyDatasets() {
        StringBuilder model = new StringBuilder("{\"semantic_model\": [{\"name\": \"m\", \"datasets\": [");
        StringBuilder joins = new StringBuilder();
        StringBuilder metrics = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            model.append(i == 0 ? "" : ",").append("""
                    {"name": "d%d", "source": "t", "primary_key": ["id"], "fields": [
                      {"name": "id", "expression": "id"}, {"name": "amount", "expression": "amount"}, {"name": "region", "expression": "region"}]}
                    """.formatted(i));
            metrics.append(i == 0 ? "" : ",").append("""
                    {"name": "m%d", "expression": "SUM(d%d.amount)"}""".formatted(i, i));
            if (i > 0) {
                joins.append(i == 1 ? "" : ",").append("""
                        {"name": "j%d", "from": "d%d", "to": "d%d", "from_columns": ["key"], "to_columns": ["id"]}
                        """.formatted(i, i, (i - 1) / 2));
            }
        }
        model.append("], \"relationships\": [")
                .append(joins)
                .append("], \"metrics\": [")
                .append(metrics)
                .append("]}]}");
        Read read = read(model.toString());
        assertThat(read.problems()).isEmpty();
        ask("{\"dimensions\": [\"d0.region\"], \"measures\": [\"m499\", \"m498\", \"m7\"]}", read.catalog());
        ask("{\"fields\": [\"d499.id\", \"d0.region\", \"d30.amount\"]}", read.catalog());
    }
}

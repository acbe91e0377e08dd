package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.cli.text.Screen;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCommandTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void shop() {
        shell = Shell.smallShop(folder);
    }

    /** What a person would write, run by another connection. */
    private String byHand(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.replace("orders_csv", "'" + folder + "/data/orders.csv'"))) {
            var text = new StringBuilder();
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    text.append(i == 1 ? "" : ",").append(rows.getString(i) == null ? "" : rows.getString(i));
                }
                text.append('\n');
            }
            return text.toString();
        }
    }

    @Test
    void answersAsSqlThatAPersonWrote() throws SQLException {
        var result = shell.run(
                "query",
                "revenue,orders_count,average_order",
                "--by",
                "time.month,country",
                "--from",
                "2026-02-01",
                "--to",
                "2026-04-28",
                "--format",
                "csv");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo("time.month,country,revenue,orders_count,average_order\n" + byHand("""
                                select date_trunc('month', ordered_at)::date, country,
                                  sum(quantity * price::decimal(18,2)),
                                  count(distinct order_no) filter (quantity > 0),
                                  sum(quantity * price::decimal(18,2))
                                    / nullif(count(distinct order_no) filter (quantity > 0), 0)
                                from orders_csv
                                where ordered_at >= '2026-02-01' and ordered_at < '2026-04-29'
                                group by all order by 1, 2
                                """));
    }

    @Test
    void bothDaysAreIncluded() {
        assertThat(shell.run("query", "orders_count", "--from", "2026-03-14", "--to", "2026-03-14", "--format", "csv")
                        .out())
                .isEqualTo("orders_count\n1\n");
    }

    @Test
    void jsonIsStableAndExact() {
        var result = shell.run(
                "query", "revenue", "--by", "time.month", "--from", "2026-01", "--to", "2026-02", "--format", "json");
        assertThat(result.out())
                .isEqualTo(
                        "{\"columns\":[{\"name\":\"time.month\",\"type\":\"date\"},"
                                + "{\"name\":\"revenue\",\"type\":\"decimal\"}],"
                                + "\"rows\":[[\"2026-01-01\",11.75],[\"2026-02-01\",12.75]],\"statements\":1,\"incomplete\":null,\"notes\":[]}\n");
    }

    @Test
    void comparesOrdersAndLimits() {
        var result = shell.run(
                "query",
                "revenue",
                "--by",
                "time.month",
                "--from",
                "2026-03",
                "--to",
                "2026-05",
                "--compare",
                "previous",
                "--order",
                "-revenue",
                "--limit",
                "2",
                "--format",
                "csv");
        assertThat(result.out())
                .isEqualTo("time.month,revenue,revenue_previous\n2026-05-01,15.75,14.75\n2026-04-01,14.75,13.75\n");
    }

    @Test
    void nothingAfterTheAsOfIsSeen() {
        assertThat(shell.run("query", "orders_count", "--as-of", "2026-01-13", "--format", "csv")
                        .out())
                .isEqualTo("orders_count\n1\n");
    }

    @Test
    void aTableForPeople() {
        var result = shell.run("query", "revenue", "--by", "country", "--where", "country <> 'Spain'");
        assertThat(result.out()).isEqualTo("""
                        country  revenue
                        ───────  ───────
                        France    105.00
                        """);
    }

    @Test
    void anUnknownNameIsWrongUsageWithTheNearestRightName() {
        var metric = shell.run("query", "revenu");
        assertThat(metric.exit()).isEqualTo(2);
        assertThat(metric.err()).contains("Q501", "did you mean \"revenue\"?");
        var condition = shell.run("query", "revenue", "--where", "contry = 'x'");
        assertThat(condition.exit()).isEqualTo(2);
        assertThat(condition.err()).contains("--where:1:1", "country");
        assertThat(shell.run("query", "revenue", "--as-of", "yesterday").exit()).isEqualTo(2);
    }

    @Test
    void aBrokenMetricIsNotAsked() {
        shell.file("more.yml", "metrics:\n  - { name: half, expression: revenu / 2 }\n");
        assertThat(shell.run("query", "revenue").exit()).isZero();
        var result = shell.run("query", "half");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("more.yml:2:31  D301");
    }

    @Test
    void aStatementThatFailsIsTheEnginesFailure() {
        shell.file("more.yml", "metrics:\n  - { name: bad, expression: \"sum(cast(orders.country as integer))\" }\n");
        var result = shell.run("query", "bad");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("E6").doesNotContain("\tat ");
    }

    @Test
    void aJoinThatWouldCountRowsTwiceIsRefusedAtTheRelationship() {
        shell.file("data/countries.csv", "name,region\nFrance,West\nSpain,South\nSpain,Iberia\n");
        shell.file("more.yml", """
                datasets:
                  - { name: countries, source: data/countries.csv }
                relationships:
                  - { from: orders, to: countries, columns: { country: name } }
                """);
        var result = shell.run("query", "revenue", "--by", "region");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("more.yml:4", "Spain", "more than once");
        assertThat(shell.run("query", "revenue").exit()).isZero();

        shell.file("data/countries.csv", "name,region\nFrance,West\nSpain,South\n");
        assertThat(shell.run("query", "revenue", "--by", "region", "--format", "csv")
                        .out())
                .isEqualTo("region,revenue\nSouth,57.50\nWest,105.00\n");
    }

    @Test
    void verboseShowsTheStatements() {
        assertThat(shell.run("query", "revenue", "--verbose").err()).contains("SELECT", "statements: 1");
    }

    @Test
    void sqlPrintsWhatWouldRun() throws SQLException {
        var result = shell.run("sql", "revenue", "--by", "country");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith("WITH").contains("GROUP BY").endsWith(";\n");
        assertThat(shell.run("sql", "--kpi", "revenue_2026").out()).contains("look_0", "windows");
        assertThat(shell.run("sql").out()).contains("orders_count");
        assertThat(shell.run("sql", "--kpi", "nothing").exit()).isEqualTo(2);
        assertThat(shell.run("sql", "revenue", "--kpi", "basket").exit()).isEqualTo(2);
    }

    @Test
    void dataAndNamesDoNotOrderTheTerminalAbout(@TempDir Path folder) {
        String evil = "\u001b[2J\u009b5m\u202e";
        Shell shell = new Shell(folder)
                .file("s.json", "[{\"day\": \"2026-01-05\", \"cat\": \"a\\u001b[2J\u009b5m\u202eb\", \"price\": 10}]")
                .file(
                        "bellwether.yml",
                        "name: x\ndatasets: [ { name: s, source: s.json, time: day } ]\nmetrics: [ { name: m, expression: sum(s.price) } ]\n");
        for (String[] command : new String[][] {
            {"query", "m", "--by", "cat"},
            {"query", "m", "--by", "cat", "--format", "json"},
            {"query", "m" + evil},
            {"query", "m", "--where", "cat = '" + evil + "' and"},
            {"query", "m", "--order" + evil, "x"},
            {"status", "-w", "no" + evil},
        }) {
            var result = shell.run(command);
            assertThat(result.out() + result.err())
                    .isNotBlank()
                    .matches(text -> text.chars().noneMatch(Screen::isOrder), "orders nobody about");
        }
        assertThat(shell.run("query", "m", "--by", "cat", "--format", "csv").out())
                .as("programs get what is there")
                .contains(evil);
    }

    /** Data of each day, of which the last came on 3 February. */
    @Test
    void aNumberOfDataThatStopsIsMarked() {
        Shell shell = new Shell(folder.resolve("late"))
                .file("bellwether.yml", """
                        name: Late
                        datasets: [ { name: s, source: s.csv, time: day, expected_every: 1 day } ]
                        metrics: [ { name: m, expression: sum(s.amount) } ]
                        """)
                .file("s.csv", "day,amount\n2026-02-02,4\n2026-02-03,5\n");
        Shell.Result late = shell.run("query", "m", "--as-of", "2026-02-20");
        assertThat(late.out()).contains("9");
        assertThat(late.err()).contains("Incomplete: its data stops at the end of 3 Feb 2026");
        assertThat(shell.run("query", "m", "--as-of", "2026-02-20", "--format", "json")
                        .out())
                .contains("\"incomplete\":\"Incomplete: its data stops at the end of 3 Feb 2026");
        assertThat(shell.run("query", "m", "--as-of", "2026-02-20", "--format", "csv")
                        .out())
                .isEqualTo("m\n9\n");
        // What is asked ends before the data does; and on the next day more cannot have come.
        for (String[] fine : new String[][] {
            {"query", "m", "--from", "2026-02-01", "--to", "2026-02-03", "--as-of", "2026-02-20", "--format", "json"},
            {"query", "m", "--as-of", "2026-02-04", "--format", "json"}
        }) {
            assertThat(shell.run(fine).out()).contains("\"incomplete\":null");
        }
    }
}

package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Half a million dirty rows, every number compared with SQL written by hand. Needs the published data, which is not in this
 * repository: {@code ./verify -Pshared}.
 */
@Tag("shared")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailTest {
    private static final double EXACT = 1e-6;

    private Path folder = Path.of("");
    private Path data = Path.of("");
    private HandWritten sql;

    @BeforeAll
    void open(@TempDir Path temporary) throws IOException, SQLException {
        folder = temporary;
        data = Path.of(System.getProperty("shared.data", "../../shared/data"), "online-retail", "online_retail.csv.gz")
                .toAbsolutePath()
                .normalize();
        Assumptions.assumeTrue(Files.exists(data), "the shared data is absent: " + data);
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/online-retail/bellwether.yml"))) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("bellwether.yml"), yaml.replace("${DATA}", data.toString()));
        }
        sql = new HandWritten(data.getParent());
    }

    @AfterAll
    void close() throws SQLException {
        if (sql != null) {
            sql.close();
        }
    }

    @Test
    void aSourceOutsideOfTheFolderIsRefused() {
        Cli check = Cli.run(folder, "check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out() + check.err()).contains("--allow-path");
    }

    @Test
    void theScorecardIsWhatTheHandWrittenSqlSays() throws SQLException {
        Cli status = run("status", "--as-of", "2011-11-30", "--format", "json");
        JsonNode json = JsonMapper.shared().readTree(status.out());
        assertThat(json.get("statements").asInt()).isLessThanOrEqualTo(3);

        JsonNode revenue = kpi(json, "revenue_2011");
        double sold =
                number("select sum(Quantity * UnitPrice) from online_retail where " + days("2011-01-01", "2011-12-01"));
        assertThat(revenue.get("value").asDouble()).isCloseTo(sold, within(1e-3));
        assertThat(revenue.get("progress").asDouble()).isCloseTo(sold / 10_000_000, within(EXACT));
        assertThat(revenue.get("expected").asDouble()).isCloseTo(334 / 365.0, within(EXACT));

        double start = returnRate("2011-01-01", "2011-04-01");
        double now = returnRate("2011-11-01", "2011-12-01");
        JsonNode returns = kpi(json, "fewer_returns");
        assertThat(returns.get("value").asDouble()).isCloseTo(now, within(EXACT));
        assertThat(returns.get("target").asDouble()).isCloseTo(start * 0.8, within(EXACT));
        assertThat(returns.get("progress").asDouble()).isCloseTo((now - start) / (start * 0.8 - start), within(EXACT));
        assertThat(returns.get("expected").asDouble()).isCloseTo(61 / 92.0, within(EXACT));

        double before = orderValue("2011-07-01", "2011-10-01");
        double basket = orderValue("2011-11-01", "2011-12-01");
        JsonNode baskets = kpi(json, "bigger_baskets");
        assertThat(baskets.get("value").asDouble()).isCloseTo(basket, within(1e-4));
        assertThat(baskets.get("progress").asDouble()).isCloseTo((basket - before) / (520 - before), within(1e-4));

        double third = orders("2011-07-01", "2011-10-01");
        double trailing = orders("2011-09-01", "2011-12-01");
        JsonNode orders = kpi(json, "more_orders");
        assertThat(orders.get("value").asDouble()).isEqualTo(trailing);
        assertThat(orders.get("target").asDouble()).isCloseTo(third * 1.25, within(EXACT));
    }

    @Test
    void aPromiseThatMustHoldCountsTheMonthsInWhichItHeld() throws SQLException {
        JsonNode json = JsonMapper.shared()
                .readTree(run("status", "--as-of", "2011-11-30", "--format", "json")
                        .out());
        double met = number(
                "select count(*) filter (n >= 900) / 11.0 from (select count(distinct CustomerID) as n from online_retail where "
                        + days("2011-01-01", "2011-12-01") + " group by date_trunc('month', InvoiceDate))");
        assertThat(kpi(json, "enough_customers").get("progress").asDouble()).isCloseTo(met, within(EXACT));
    }

    @Test
    void everyMetricByMonthIsWhatTheHandWrittenSqlSays() throws SQLException {
        String metrics = "revenue,sold,returned,return_rate,orders,cancellations,cancellation_rate,average_order_value,"
                + "customers,revenue_per_customer,units,units_per_order,lines,lines_per_order,products,countries,"
                + "guest_lines,guest_share,revenue_abroad,share_abroad";
        Cli query = run(
                "query",
                metrics,
                "--by",
                "time.month",
                "--from",
                "2011-01-01",
                "--to",
                "2011-09-30",
                "--format",
                "json");
        JsonNode rows = JsonMapper.shared().readTree(query.out()).get("rows");
        var expected = sql.rows("""
                with m as (
                  select cast(date_trunc('month', InvoiceDate) as date) as month, sum(Quantity * UnitPrice) as revenue,
                    sum(Quantity * UnitPrice) filter (Quantity > 0) as sold, - sum(Quantity * UnitPrice) filter (Quantity < 0) as returned,
                    count(distinct InvoiceNo) filter (Quantity > 0) as orders, count(distinct InvoiceNo) filter (InvoiceNo like 'C%') as cancelled,
                    count(distinct CustomerID) as customers, sum(Quantity) as units, count(StockCode) as lines,
                    count(distinct StockCode) as products, count(distinct Country) as countries,
                    count(*) filter (CustomerID is null) as guests, sum(Quantity * UnitPrice) filter (Country <> 'United Kingdom') as abroad
                  from online_retail where InvoiceDate >= '2011-01-01' and InvoiceDate < '2011-10-01' group by 1)
                select month, revenue, sold, returned, returned / sold, orders, cancelled, cancelled / orders, revenue / orders, customers,
                  revenue / customers, units, units / orders, lines, lines / orders, products, countries, guests, guests / lines, abroad, abroad / revenue
                from m order by month
                """);
        assertThat(rows.size()).isEqualTo(expected.size()).isEqualTo(9);
        for (int row = 0; row < expected.size(); row++) {
            assertThat(rows.get(row).get(0).asString())
                    .isEqualTo(String.valueOf(expected.get(row).getFirst()));
            for (int column = 1; column < expected.get(row).size(); column++) {
                double theirs =
                        ((Number) Objects.requireNonNull(expected.get(row).get(column))).doubleValue();
                assertThat(rows.get(row).get(column).asDouble())
                        .isCloseTo(theirs, within(Math.abs(theirs) * 1e-9 + 1e-9));
            }
        }
    }

    @Test
    void aFirstWorkspaceIsWhatAShopkeeperWouldKeep(@TempDir Path fresh) {
        Cli init = Cli.run(fresh, "init", "shop", "--from", data.toString());
        assertThat(init.exit()).as(init.err()).isZero();
        assertThat(init.out()).contains("revenue", "orders", "average_order_value", "customers", "return");
        Cli check = Cli.run(fresh, "check", "-w", "shop");
        assertThat(check.exit()).as(check.out() + check.err()).isZero();
        Cli revenue =
                Cli.run(fresh, "query", "revenue,orders", "-w", "shop", "--as-of", "2011-12-09", "--format", "csv");
        assertThat(revenue.exit()).as(revenue.err()).isZero();
        assertThat(revenue.out()).contains("9747747.93");
    }

    private Cli run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--allow-path");
        all.add(data.getParent().toString());
        Cli cli = Cli.run(folder, all.toArray(String[]::new));
        assertThat(cli.exit()).as(cli.err()).isZero();
        return cli;
    }

    private static JsonNode kpi(JsonNode status, String name) {
        for (JsonNode objective : status.get("objectives")) {
            for (JsonNode kpi : objective.get("kpis")) {
                if (kpi.get("name").asString().equals(name)) {
                    return kpi;
                }
            }
        }
        throw new AssertionError("no KPI " + name + " in " + status);
    }

    private double returnRate(String from, String before) throws SQLException {
        return number(
                "select - sum(Quantity * UnitPrice) filter (Quantity < 0) / sum(Quantity * UnitPrice) filter (Quantity > 0) "
                        + "from online_retail where " + days(from, before));
    }

    private double orderValue(String from, String before) throws SQLException {
        return number(
                "select sum(Quantity * UnitPrice) / count(distinct InvoiceNo) filter (Quantity > 0) from online_retail where "
                        + days(from, before));
    }

    private double orders(String from, String before) throws SQLException {
        return number("select count(distinct InvoiceNo) filter (Quantity > 0) from online_retail where "
                + days(from, before));
    }

    private static String days(String from, String before) {
        return "InvoiceDate >= '" + from + "' and InvoiceDate < '" + before + "'";
    }

    private double number(String text) throws SQLException {
        return ((Number) Objects.requireNonNull(sql.rows(text).getFirst().getFirst())).doubleValue();
    }
}

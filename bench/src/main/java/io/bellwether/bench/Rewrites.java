package io.bellwether.bench;

import io.bellwether.core.expression.Type;
import io.bellwether.core.sql.dialect.DuckDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDriver;

/**
 * What each rewrite of the planner is worth, in one run: the statement as a person writes it first, and in the shape that our
 * planner gives it. Both must bring the same rows.
 */
public final class Rewrites {
    private static final int MILLION = 1_000_000;

    /**
     * @param without statements that bring together what the other brings
     */
    private record Rewrite(String name, List<String> without, String with) {}

    private final Statement statement;

    private Rewrites(Statement statement) {
        this.statement = statement;
    }

    /** {@code Rewrites [MILLIONS] [ROUNDS]}: 10 million rows in two years unless said otherwise. */
    public static void main(String[] arguments) throws Exception {
        long rows = (arguments.length > 0 ? Long.parseLong(arguments[0]) : 10) * MILLION;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            new Rewrites(statement).compare(rows, rounds);
        }
    }

    private void compare(long rows, int rounds) throws Exception {
        generate(rows);
        System.out.println(Medians.row(
                "median of " + rounds, "without, ms", "with, ms", "ratio", "without, CPU ms", "with, CPU ms", "ratio"));
        System.out.println("|---|---|---|---|---|---|---|");
        for (Rewrite rewrite : List.of(fold(), ranges(), spine(), aggregates(), zone())) {
            if (!rows(rewrite.without()).equals(rows(List.of(rewrite.with())))) {
                throw new IllegalStateException(rewrite.name() + ": other rows");
            }
            List<Medians.Time> times = Medians.inTurns(
                    List.of(() -> rows(rewrite.without()), () -> rows(List.of(rewrite.with()))), 1, rounds);
            Medians.Time without = times.getFirst();
            Medians.Time with = times.getLast();
            System.out.println(Medians.row(
                    rewrite.name(),
                    Medians.number("%.0f", without.millis()),
                    Medians.number("%.0f", with.millis()),
                    Medians.number("%.1f", without.millis() / with.millis()),
                    Medians.number("%.0f", without.cpuMillis()),
                    Medians.number("%.0f", with.cpuMillis()),
                    Medians.number("%.1f", without.cpuMillis() / with.cpuMillis())));
        }
    }

    private void generate(long rows) throws SQLException {
        statement.execute("set threads = 2");
        statement.execute("set TimeZone = 'UTC'");
        statement.execute("set preserve_insertion_order = false");
        double seconds = 730.0 * 86_400 / rows;
        statement.execute("""
                create table sales as
                select i as id, (i * 7919) %% 50000 as customer, cast((i * 31) %% 10000 as decimal(12, 2)) as amount,
                  i %% 3 = 0 as voucher, (i * 17) %% 20 as country,
                  timestamp '2025-01-01' + to_microseconds(cast(i * %s * 1000000 as bigint)) as sold_at
                from range(%d) as r(i)""".formatted(seconds, rows));
        statement.execute("create table zoned as select cast(sold_at as timestamptz) as sold_at, amount from sales");
        statement.execute("create table few as select * from sales where id % 20 = 0");
    }

    /** Rows as text, in order. */
    private List<String> rows(List<String> sqls) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String sql : sqls) {
            try (ResultSet rows = statement.executeQuery(sql)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= columns; i++) {
                        row.append(rows.getString(i)).append('|');
                    }
                    all.add(row.toString());
                }
            }
        }
        return all;
    }

    private static String month(int number) {
        return "date '2025-01-01' + interval " + number + " month";
    }

    /** 24 numbers of a year so far: a statement for each, or days first and then the windows. */
    private static Rewrite fold() {
        List<String> tiles = IntStream.range(0, 24)
                .mapToObj(i -> "select %d as w, sum(amount), count(id) from sales where sold_at >= %s and sold_at < %s"
                        .formatted(i, month(i / 12 * 12), month(i + 1)))
                .toList();
        String fused = """
                with days as (select date_trunc('day', sold_at) as day, sum(amount) as a, count(id) as n from sales group by 1),
                windows as (select i as w, date '2025-01-01' + to_months(cast(i // 12 * 12 as integer)) as s,
                  date '2025-01-01' + to_months(cast(i + 1 as integer)) as e from range(24) as r(i))
                select w, sum(a), sum(n) from windows left join days on day >= s and day < e group by w order by w""";
        return new Rewrite("24 years to date: one scan of days, then windows", tiles, fused);
    }

    /** A month and the one a year before: all rows with a filter on each sum, or the two stretches. */
    private static Rewrite ranges() {
        String sums = "select sum(amount) filter (where %1$s), sum(amount) filter (where %2$s) from sales";
        String now = "sold_at >= timestamp '2026-11-01' and sold_at < timestamp '2026-11-23'";
        String then = "sold_at >= timestamp '2025-11-01' and sold_at < timestamp '2025-11-23'";
        return new Rewrite(
                "a month and a year ago: only their stretches are read",
                List.of(sums.formatted(now, then)),
                (sums + " where (" + now + ") or (" + then + ")").formatted(now, then));
    }

    /** The 28 days before each day, of a twentieth of the rows, since the first way takes so long. */
    private static Rewrite spine() {
        String days =
                "spine as (select unnest(generate_series(timestamp '2025-02-01', timestamp '2026-11-30', interval 1 day)) as d)";
        String rows = "with " + days + " select d, sum(amount) from spine join few"
                + " on sold_at >= d - interval 27 day and sold_at < d + interval 1 day group by d order by d";
        String first = "with " + days
                + ", s as (select date_trunc('day', sold_at) as day, sum(amount) as a from few group by 1)"
                + " select d, sum(a) from spine join s on day >= d - interval 27 day and day < d + interval 1 day"
                + " group by d order by d";
        return new Rewrite("trailing 28 days: days before the spine (a twentieth of the rows)", List.of(rows), first);
    }

    /** Four metrics by day and country: each aggregated alone and joined, or in one scan. */
    private static Rewrite aggregates() {
        List<String> values = List.of(
                "sum(amount)", "count(id)", "count(*) filter (where voucher)", "sum(amount) filter (where voucher)");
        StringBuilder apart = new StringBuilder("select day, country");
        StringBuilder from = new StringBuilder();
        StringBuilder together = new StringBuilder("select date_trunc('day', sold_at) as day, country");
        for (int i = 0; i < values.size(); i++) {
            apart.append(", v").append(i);
            together.append(", ").append(values.get(i));
            from.append(i == 0 ? " from " : " full join ")
                    .append("(select date_trunc('day', sold_at) as day, country, ")
                    .append(values.get(i))
                    .append(" as v%1$d from sales group by 1, 2) as s%1$d".formatted(i))
                    .append(i == 0 ? "" : " using (day, country)");
        }
        return new Rewrite(
                "4 metrics by day and country: one scan, not joins",
                List.of(apart.append(from).append(" order by 1, 2").toString()),
                together.append(" from sales group by 1, 2 order by 1, 2").toString());
    }

    /** Days in a zone: looked up for each row, or by the times when its clocks change. */
    private static Rewrite zone() {
        DuckDb dialect = new DuckDb();
        ZoneId paris = ZoneId.of("Europe/Paris");
        LocalDateTime from = LocalDateTime.of(2025, 1, 2, 0, 0);
        LocalDateTime before = from.plusYears(2);
        String sums = "select date_trunc('day', %s) as day, sum(amount) from zoned where sold_at >= "
                + dialect.bound(from, Type.TIMESTAMP_TZ, paris) + " and sold_at < "
                + dialect.bound(before, Type.TIMESTAMP_TZ, paris) + " group by 1 order by 1";
        return new Rewrite(
                "days in a time zone: by the changes of its clocks",
                List.of(sums.formatted(dialect.localTime("sold_at", Type.TIMESTAMP_TZ, paris))),
                sums.formatted(dialect.localTime("sold_at", Type.TIMESTAMP_TZ, paris, from, before)));
    }
}

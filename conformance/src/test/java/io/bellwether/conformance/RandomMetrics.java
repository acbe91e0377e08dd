package io.bellwether.conformance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Metrics of every kind for a shop: each as our definition, and as what it means. */
final class RandomMetrics {
    record Metric(String name, String definition, NaiveMetric meaning) {}

    private final RandomShop shop;
    private final Random random;
    private final LocalDate asOf;
    private final List<Metric> metrics = new ArrayList<>();

    RandomMetrics(RandomShop shop, Random random, LocalDate asOf) {
        this.shop = shop;
        this.random = random;
        this.asOf = asOf;
        orders();
        visits();
        stock();
        people();
        grown();
        picked();
        for (int i = 0; i < 12; i++) {
            derived("m" + i);
        }
    }

    List<Metric> all() {
        return metrics;
    }

    List<String> definitions() {
        return metrics.stream()
                .map(m -> "name: %s, %s".formatted(m.name(), m.definition()))
                .toList();
    }

    private NaiveMetric named(String name) {
        return metrics.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow()
                .meaning();
    }

    private void add(String name, String definition, NaiveMetric meaning) {
        metrics.add(new Metric(name, definition, meaning));
    }

    private void sum(String name, String fact, String function, String column, String text) {
        add(name, "expression: \"" + text + "\"", new NaiveMetric.Aggregate(fact, function, column, row -> true));
    }

    private void orders() {
        sum("revenue", "orders", "sum", "price", "sum(orders.amount)");
        sum("orders", "orders", "count", "id", "count(orders.id)");
        sum("mean", "orders", "avg", "price", "avg(orders.amount)");
        sum("least", "orders", "min", "price", "min(orders.amount)");
        sum("most", "orders", "max", "price", "max(orders.amount)");
        sum("buyers", "orders", "distinct", "customer", "count(distinct orders.customer)");
        sum("middle", "orders", "median", "price", "median(orders.amount)");
        sum("upper", "orders", "p75", "price", "percentile_disc(0.75) within group (order by orders.amount)");
        filtered("web_revenue", web("sum", "price"), "sum(orders.amount) filter (where orders.channel = 'web')");
        filtered(
                "web_buyers",
                web("distinct", "customer"),
                "count(distinct orders.customer) filter (where orders.channel = 'web')");
    }

    private static NaiveMetric.Aggregate web(String function, String column) {
        return new NaiveMetric.Aggregate("orders", function, column, row -> "web".equals(row.get("channel")));
    }

    private void filtered(String name, NaiveMetric.Aggregate meaning, String text) {
        add(name, "expression: \"" + text + "\"", meaning);
    }

    private void visits() {
        sum("visits", "visits", "count", "id", "count(visits.id)");
        sum("visitors", "visits", "distinct", "customer", "count(distinct visits.customer)");
        Predicate<Map<String, @Nullable Object>> mail = row -> "mail".equals(row.get("source"));
        filtered(
                "mail_visits",
                new NaiveMetric.Aggregate("visits", "count", "id", mail),
                "count(visits.id) filter (where visits.source = 'mail')");
        add(
                "conversion",
                "conversion: { from: visits, to: orders, by: customer, within: 5 days }",
                new NaiveMetric.Followed(5, true));
        add(
                "followed",
                "conversion: { from: visits, to: orders, by: customer, within: 9 days, result: count }",
                new NaiveMetric.Followed(9, false));
    }

    private void stock() {
        level("pieces_last", "last", null, null);
        level("pieces_first", "first", null, null);
        level("pieces_mean", "average", null, null);
        level("pieces_each", "last", "item", null);
        level("pieces_i1", "last", null, "i1");
        add("pieces_filled", "expression: pieces_last, fill: 0", new NaiveMetric.Filled(named("pieces_last")));
        add("pieces_each_filled", "expression: pieces_each, fill: 0", new NaiveMetric.Filled(named("pieces_each")));
        add(
                "pieces_30d",
                "expression: pieces_last, window: 30 days",
                new NaiveMetric.Rolling(named("pieces_last"), 30, "day"));
        add(
                "pieces_before",
                "expression: pieces_mean, offset: 1 month",
                new NaiveMetric.Offset(named("pieces_mean"), 1, "month"));
    }

    private void level(String name, String choice, @Nullable String by, @Nullable String item) {
        var sum = new NaiveMetric.Aggregate(
                "stock", "sum", "pieces", row -> item == null || item.equals(row.get("item")));
        String filter = item == null ? "" : " filter (where stock.item = '" + item + "')";
        String choose = by == null ? choice : "{ choose: " + choice + ", by: [stock." + by + "] }";
        add(
                name,
                "expression: \"sum(stock.pieces)" + filter + "\", over_time: " + choose,
                new NaiveMetric.Level(sum, choice, by));
    }

    /** Customers, and their revenue, where they have more than so many orders as far as the as-of sees. */
    private void people() {
        sum("people", "customers", "count", "id", "count(customers.id)");
        add(
                "regulars",
                "expression: people, where: \"per(orders, customers.id) > 4\"",
                new NaiveMetric.Aggregate("customers", "count", "id", row -> ordersOf(row.get("id")) > 4));
        add(
                "regular_revenue",
                "expression: revenue, where: \"per(orders, customers.id) > 4\"",
                new NaiveMetric.Aggregate(
                        "orders",
                        "sum",
                        "price",
                        row -> isKnown(row.get("customer")) && ordersOf(row.get("customer")) > 4));
    }

    private boolean isKnown(@Nullable Object customer) {
        return customer != null
                && shop.table("customers").stream().anyMatch(c -> Objects.equals(c.get("id"), customer));
    }

    private long ordersOf(@Nullable Object customer) {
        return shop.table("orders").stream()
                .filter(o -> Objects.equals(o.get("customer"), customer))
                .filter(o -> o.get("at") instanceof LocalDateTime at
                        && at.isBefore(asOf.plusDays(1).atStartOfDay()))
                .count();
    }

    /** Formulas with inputs of their own, and conditions on the time. */
    private void grown() {
        add(
                "growth",
                "expression: revenue - earlier, inputs: { earlier: { metric: revenue, offset: 1 month, where: \"orders.channel = 'web'\" } }",
                new NaiveMetric.Minus(named("revenue"), new NaiveMetric.Offset(web("sum", "price"), 1, "month")));
        add(
                "weekend_orders",
                "expression: orders, where: time.day_of_week in (6, 7)",
                new NaiveMetric.Aggregate(
                        "orders",
                        "count",
                        "id",
                        row -> row.get("at") instanceof LocalDateTime at
                                && at.getDayOfWeek().getValue() > 5));
    }

    private void picked() {
        for (String pick : List.of("first", "last", "average")) {
            add(
                    "revenue_" + pick,
                    "expression: revenue, window: 6 days, pick: " + pick,
                    new NaiveMetric.Picked(named("revenue"), 6, pick));
            add(
                    "web_" + pick,
                    "expression: web_buyers, window: 3 days, fill: 0, pick: " + pick,
                    new NaiveMetric.Filled(new NaiveMetric.Picked(web("distinct", "customer"), 3, pick)));
        }
    }

    private Metric aggregate() {
        List<Metric> options = metrics.stream()
                .filter(m -> m.meaning() instanceof NaiveMetric.Aggregate a
                        && !a.fact().equals("customers"))
                .toList();
        return options.get(random.nextInt(options.size()));
    }

    private void derived(String name) {
        Metric base = aggregate();
        NaiveMetric of = base.meaning();
        int count = 1 + random.nextInt(3);
        String unit = List.of("day", "week", "month", "month", "quarter").get(random.nextInt(5));
        String since = unit.equals("day") ? "fiscal_quarter" : unit;
        String what = "expression: " + base.name();
        switch (random.nextInt(9)) {
            case 0, 1 ->
                add(name, what + ", window: " + 9 * count + " days", new NaiveMetric.Rolling(of, 9 * count, "day"));
            case 2 -> add(name, what + ", window: " + count + " month", new NaiveMetric.Rolling(of, count, "month"));
            case 3 -> add(name, what + ", to_date: " + since, new NaiveMetric.ToDate(of, since));
            case 4 -> add(name, what + ", all_time: true", new NaiveMetric.AllTime(of));
            case 5, 6 -> add(name, what + ", offset: " + count + " " + unit, new NaiveMetric.Offset(of, count, unit));
            case 7 -> add(name, what + ", fill: 0", new NaiveMetric.Filled(of));
            default -> {
                Metric below = aggregate();
                add(
                        name,
                        "expression: \"" + base.name() + " / nullif(" + below.name() + ", 0)\"",
                        new NaiveMetric.Ratio(of, below.meaning()));
            }
        }
        further(metrics.getLast());
    }

    private void further(Metric metric) {
        NaiveMetric of = metric.meaning();
        if (of.moves() && random.nextInt(3) == 0) {
            add(metric.name() + "f", "expression: " + metric.name() + ", fill: 0", new NaiveMetric.Filled(of));
        }
        if (!(of instanceof NaiveMetric.Filled) && random.nextInt(3) == 0) {
            String unit = random.nextBoolean() ? "week" : "month";
            add(
                    metric.name() + "o",
                    "expression: " + metric.name() + ", offset: 1 " + unit,
                    new NaiveMetric.Offset(of, 1, unit));
        }
    }
}

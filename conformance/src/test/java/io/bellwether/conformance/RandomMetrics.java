package io.bellwether.conformance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
        returned();
        people();
        formulas();
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
        sum("lower", "orders", "p10", "price", "percentile_disc(0.1) within group (order by orders.amount)");
        sum("third", "orders", "p30", "price", "percentile_cont(0.3) within group (order by orders.amount)");
        sum("prices", "orders", "sum_distinct", "price", "sum(distinct orders.price)");
        sum("spread", "orders", "variance", "price", "variance(orders.price)");
        filtered("web_orders", web("count", "id"), "count(orders.id) filter (where orders.channel = 'web')");
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
        Predicate<Map<String, @Nullable Object>> all = row -> true;
        Predicate<Map<String, @Nullable Object>> web = row -> "web".equals(row.get("channel"));
        followed("conversion", "visits, to: orders", 5, true, all, all, false);
        followed("followed", "visits, to: orders", 9, false, all, all, false);
        followed("mail_conversion", "mail_visits, to: web_orders", 7, true, mail, web, false);
        followed("same_followed", "visits, to: orders", 11, false, all, all, true);
        followed("same_conversion", "mail_visits, to: orders", 30, true, mail, all, true);
    }

    private void followed(
            String name,
            String events,
            int days,
            boolean rate,
            Predicate<Map<String, @Nullable Object>> from,
            Predicate<Map<String, @Nullable Object>> to,
            boolean same) {
        String text = "conversion: { from: %s, by: customer, within: %d days%s%s }"
                .formatted(events, days, same ? ", same: { source: channel }" : "", rate ? "" : ", result: count");
        add(name, text, new NaiveMetric.Followed(days, rate, from, to, same));
    }

    private void returned() {
        sum("returns", "returns", "count", "id", "count(returns.id)");
        sum("shares", "returns", "sum", "share", "sum(returns.share)");
        NaiveShop naive = new NaiveShop(shop, asOf.plusDays(1).atStartOfDay());
        add(
                "returned_value",
                "expression: sum(returns.share * orders.price)",
                new NaiveMetric.Aggregate(
                        "returns",
                        "sum",
                        row -> naive.order("returns", row) instanceof Map<String, @Nullable Object> order
                                        && order.get("price") instanceof BigDecimal price
                                        && row.get("share") instanceof Long share
                                ? (Object) price.multiply(BigDecimal.valueOf(share))
                                : null,
                        row -> true));
        add(
                "returned_orders",
                "expression: count(distinct returns.order_id)",
                new NaiveMetric.Aggregate("returns", "distinct", "order_id", row -> true));
    }

    private void stock() {
        for (String function : List.of("avg", "min", "max", "count")) {
            var of = new NaiveMetric.Aggregate("stock", function, "pieces", row -> true);
            add(
                    "pieces_" + function,
                    "expression: \"%s(stock.pieces)\", over_time: { choose: last, by: [stock.item, stock.hall] }"
                            .formatted(function),
                    new NaiveMetric.Level(of, "last", List.of("item", "hall")));
        }
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
                new NaiveMetric.Level(sum, choice, by == null ? List.of() : List.of(by)));
    }

    /** Customers, and their revenue, where they have more than so many orders as far as the as-of sees. */
    private void people() {
        sum("people", "customers", "count", "id", "count(customers.id)");
        add(
                "regulars",
                "expression: people, where: \"per(orders, customers.id) > 4\"",
                new NaiveMetric.Aggregate("customers", "count", "id", row -> ordersOf(row.get("id")) > 4));
        var spent = new NaiveMetric.Aggregate("orders", "sum", "price", row -> true);
        per("spenders", "people", "per(revenue, customers.id) >= 60", spent, v -> v != null && v.intValue() >= 60);
        per("idle", "people", "per(visits, customers.id) is null", named("visits"), Objects::isNull);
        per(
                "seldom",
                "people",
                "coalesce(per(visits, customers.id), 0) < 4",
                named("visits"),
                v -> v == null || v.intValue() < 4);
        per("modest", "people", "not (per(revenue, customers.id) >= 60)", spent, v -> v != null && v.intValue() < 60);
        add(
                "regular_revenue",
                "expression: revenue, where: \"per(orders, customers.id) > 4\"",
                new NaiveMetric.Aggregate(
                        "orders",
                        "sum",
                        "price",
                        row -> isKnown(row.get("customer")) && ordersOf(row.get("customer")) > 4));
    }

    /** Of several facts, with nothing where one has no rows. */
    private void formulas() {
        formula(
                "all_in_all",
                "coalesce(revenue, 0) + coalesce(visits, 0) * 100 + coalesce(shares, 0)",
                v -> or0(v.get(0))
                        .add(or0(v.get(1)).multiply(BigDecimal.valueOf(100)))
                        .add(or0(v.get(2))),
                "revenue",
                "visits",
                "shares");
        formula(
                "return_rate",
                "returns / nullif(orders, 0)",
                v -> NaiveAnswer.ratio(v.get(0), v.get(1)),
                "returns",
                "orders");
        formula(
                "per_visit",
                "case when visits > 2 then revenue / visits when revenue is null then visits * 10 else orders end",
                v -> v.get(1) != null && v.get(1).compareTo(BigDecimal.TWO) > 0
                        ? NaiveAnswer.ratio(v.get(0), v.get(1))
                        : v.get(0) == null ? times10(v.get(1)) : v.get(2),
                "revenue",
                "visits",
                "orders");
        formula(
                "most_of",
                "greatest(coalesce(most, 0), coalesce(shares, 0))",
                v -> or0(v.get(0)).max(or0(v.get(1))),
                "most",
                "shares");
        formula(
                "web_share",
                "web_revenue / revenue",
                v -> NaiveAnswer.ratio(v.get(0), v.get(1)),
                "web_revenue",
                "revenue");
        add(
                "web_visitors_before",
                "expression: \"seen - coalesce(bought, 0)\", inputs: { seen: { metric: visitors, offset: 2 weeks }, bought: { metric: buyers, where: \"customers.segment <> 'a'\" } }",
                new NaiveMetric.Formula(
                        List.of(
                                new NaiveMetric.Offset(named("visitors"), 2, "week"),
                                new NaiveMetric.Aggregate("orders", "distinct", "customer", this::isOfAnotherSegment)),
                        v -> v.get(0) == null ? null : v.get(0).subtract(or0(v.get(1)))));
    }

    private boolean isOfAnotherSegment(Map<String, @Nullable Object> order) {
        return shop.table("customers").stream()
                .anyMatch(c -> c.get("id").equals(order.get("customer"))
                        && c.get("segment") != null
                        && !c.get("segment").equals("a"));
    }

    private static @Nullable BigDecimal times10(@Nullable BigDecimal value) {
        return value == null ? null : value.movePointRight(1);
    }

    private static BigDecimal or0(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private void formula(
            String name,
            String text,
            Function<List<@Nullable BigDecimal>, @Nullable BigDecimal> meaning,
            String... inputs) {
        add(
                name,
                "expression: \"" + text + "\"",
                new NaiveMetric.Formula(Stream.of(inputs).map(this::named).toList(), meaning));
    }

    /** Customers by what a metric is for each, as far as the as-of sees. */
    private void per(
            String name, String metric, String condition, NaiveMetric of, Predicate<@Nullable BigDecimal> such) {
        NaiveMetric.Aggregate each = (NaiveMetric.Aggregate) of;
        add(
                name,
                "expression: %s, where: \"%s\"".formatted(metric, condition),
                new NaiveMetric.Aggregate(
                        "customers",
                        "count",
                        "id",
                        customer -> such.test(NaiveMetric.of(
                                each.function(),
                                NaiveShop.numbers(
                                        shop.table(each.fact()).stream()
                                                .filter(row -> Objects.equals(row.get("customer"), customer.get("id")))
                                                .filter(row -> !(row.get("at") instanceof LocalDateTime at)
                                                        || at.isBefore(
                                                                asOf.plusDays(1).atStartOfDay()))
                                                .toList(),
                                        each.of())))));
    }

    private boolean isKnown(@Nullable Object customer) {
        return customer != null
                && shop.table("customers").stream().anyMatch(c -> Objects.equals(c.get("id"), customer));
    }

    private long ordersOf(@Nullable Object customer) {
        return shop.table("orders").stream()
                .filter(o -> Objects.equals(o.get("customer"), customer))
                .filter(o -> !(o.get("at") instanceof LocalDateTime at)
                        || at.isBefore(asOf.plusDays(1).atStartOfDay()))
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

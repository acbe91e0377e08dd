package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.DataTest;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.Operations;
import io.bellwether.core.catalog.Relationship;
import io.bellwether.core.catalog.Workspace;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small shop, built by hand:
 *
 * <pre>
 *   items ──▶ orders ──▶ customers ──▶ regions
 *                 tickets ──▶ customers
 *   trips ──▶ places (twice: from and to)        shelves (no time)
 * </pre>
 */
public final class ShopCatalog {
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private final List<Relationship> relationships = new ArrayList<>();

    /** The catalog of the drawing. */
    public static Catalog catalog() {
        ShopCatalog shop = new ShopCatalog();
        shop.dataset("regions", null, "id:text", "continent:text");
        shop.dataset("customers", null, "id:integer", "region:text", "plan:text");
        shop.dataset(
                "orders",
                "ordered_at",
                "id:integer",
                "customer_id:integer",
                "ordered_at:timestamp",
                "paid_at:timestamp");
        shop.dataset("items", "sold_at", "order_id:integer", "sold_at:timestamp", "quantity:integer", "price:decimal");
        shop.dataset(
                "tickets",
                "opened_at",
                "id:integer",
                "customer_id:integer",
                "opened_at:timestamp_tz",
                "minutes:double");
        shop.dataset("trips", "day", "day:date", "origin:text", "target:text", "km:double");
        shop.dataset("places", null, "code:text", "country:text");
        shop.dataset("shelves", null, "id:integer", "metres:double");
        shop.relate("items", "order_id", "orders", "id");
        shop.relate("orders", "customer_id", "customers", "id");
        shop.relate("customers", "region", "regions", "id");
        shop.relate("tickets", "customer_id", "customers", "id");
        shop.relate("trips", "origin", "places", "code");
        shop.relate("trips", "target", "places", "code");
        shop.metrics();
        return new Catalog(
                new Workspace(
                        "Shop",
                        "EUR",
                        new Calendar(ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, Month.APRIL),
                        Kpi.Thresholds.STANDARD,
                        List.of(),
                        null),
                shop.datasets,
                shop.relationships,
                shop.metrics,
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Operations.NONE);
    }

    private void metrics() {
        Expr amount = call(Function.MULTIPLY, field("items", "quantity"), field("items", "price"));
        Expr bought = call(Function.GREATER, field("items", "quantity"), number("0"));
        metric("revenue", sum(amount, null), null);
        metric("items_sold", sum(field("items", "quantity"), bought), null);
        metric(
                "returned",
                sum(field("items", "quantity"), call(Function.LESS, field("items", "quantity"), number("0"))),
                null);
        metric("orders", aggregate(AggregateFunction.COUNT, field("orders", "id"), null), null);
        metric("buyers", aggregate(AggregateFunction.COUNT_DISTINCT, field("orders", "customer_id"), null), null);
        metric("tickets", aggregate(AggregateFunction.COUNT, field("tickets", "id"), null), null);
        metric("response_time", aggregate(AggregateFunction.AVERAGE, field("tickets", "minutes"), null), null);
        metric("median_response", aggregate(AggregateFunction.MEDIAN, field("tickets", "minutes"), null), null);
        metric(
                "order_value",
                call(Function.DIVIDE, ref("revenue"), call(Function.NULLIF, ref("orders"), number("0"))),
                null);
        metric("tickets_per_order", call(Function.DIVIDE, ref("tickets"), ref("orders")), null);
        metric("pro_revenue", ref("revenue"), call(Function.EQUAL, field("customers", "plan"), text("pro")));
        metric("pro_order_value", ref("order_value"), call(Function.EQUAL, field("customers", "plan"), text("pro")));
        metric("km", sum(field("trips", "km"), null), null);
        metric("places", aggregate(AggregateFunction.COUNT, field("places", "code"), null), null);
        metric("metres", sum(field("shelves", "metres"), null), null);
        metric("items_by_order", sum(field("items", "quantity"), null), null, field("orders", "ordered_at"));
        metric("items_by_ticket", sum(field("items", "quantity"), null), null, field("tickets", "opened_at"));
        metric("rows", aggregate(AggregateFunction.COUNT_ROWS, null, null), null);
        metric("customers", aggregate(AggregateFunction.COUNT, field("customers", "id"), null), null);
    }

    private void dataset(String name, @Nullable String time, String... fields) {
        Map<String, Field> all = new LinkedHashMap<>();
        for (String field : fields) {
            String[] parts = field.split(":");
            Type type = Type.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT));
            all.put(
                    parts[0],
                    new Field(
                            parts[0],
                            null,
                            null,
                            new Expr.ColumnRef(parts[0], type, Exprs.NOWHERE),
                            type,
                            null,
                            Exprs.NOWHERE));
        }
        datasets.put(
                name,
                new Dataset(
                        name,
                        null,
                        null,
                        new DataSource.Files(name + ".csv"),
                        time,
                        null,
                        Dataset.Holding.NONE,
                        List.of(),
                        List.of(),
                        all,
                        List.<DataTest>of(),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        false,
                        Exprs.NOWHERE));
    }

    private void relate(String from, String column, String to, String key) {
        relationships.add(new Relationship(null, from, to, List.of(column), List.of(key), Exprs.NOWHERE));
    }

    private void metric(String name, Expr expression, @Nullable Expr where) {
        metric(name, expression, where, null);
    }

    private void metric(String name, Expr expression, @Nullable Expr where, Expr.@Nullable FieldRef time) {
        var about = new Metric.About(
                name,
                name,
                null,
                new Unit.None(),
                Direction.UP,
                null,
                null,
                List.of(),
                null,
                Metric.Watch.NONE,
                Exprs.NOWHERE);
        metrics.put(name, new Metric.Expression(about, expression, time, where));
    }

    private static Expr sum(Expr argument, @Nullable Expr filter) {
        return aggregate(AggregateFunction.SUM, argument, filter);
    }

    private static Expr aggregate(AggregateFunction function, @Nullable Expr argument, @Nullable Expr filter) {
        return new Expr.Aggregate(function, argument, filter, null, Exprs.NOWHERE);
    }

    private Expr.FieldRef field(String dataset, String name) {
        Field field = java.util.Objects.requireNonNull(datasets.get(dataset))
                .field(name)
                .orElseThrow();
        return new Expr.FieldRef(dataset, name, field.type(), Exprs.NOWHERE);
    }

    private static Expr ref(String metric) {
        return new Expr.MetricRef(metric, Exprs.NOWHERE);
    }

    private static Expr call(Function function, Expr... arguments) {
        return new Expr.Call(function, List.of(arguments), Exprs.NOWHERE);
    }

    private static Expr number(String value) {
        return new Expr.NumberLiteral(new BigDecimal(value), Exprs.NOWHERE);
    }

    private static Expr text(String value) {
        return new Expr.TextLiteral(value, Exprs.NOWHERE);
    }
}

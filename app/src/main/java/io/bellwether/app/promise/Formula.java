package io.bellwether.app.promise;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.source.Digest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a metric's number follows from, as one text: its formula, the metrics in it, the fields that they read. Told
 * from the resolved tree, so blanks, quotes and comments change nothing, and neither does where the rows lie.
 */
final class Formula {
    private static final int PRINT = 8;

    private final Catalog catalog;
    private final Map<String, String> parts = new TreeMap<>();
    private final Set<String> fields = new LinkedHashSet<>();

    private Formula(Catalog catalog) {
        this.catalog = catalog;
    }

    /** A short print of the whole text: another formula has another one. */
    static String print(Catalog catalog, String metric) {
        var formula = new Formula(catalog);
        formula.metric(metric);
        return Digest.of(metric + formula.parts, PRINT);
    }

    private void metric(String name) {
        Metric metric = catalog.metric(name).orElse(null);
        if (metric == null || parts.putIfAbsent("metric " + name, "") != null) {
            return;
        }
        String unit = metric.about().unit().word();
        parts.put(
                "metric " + name,
                unit + " "
                        + switch (metric) {
                            case Metric.Expression m -> expression(m);
                            case Metric.Conversion m -> conversion(m);
                        });
    }

    private String expression(Metric.Expression metric) {
        Map<String, String> inputs = new TreeMap<>();
        metric.inputs().forEach((name, input) -> {
            inputs.put(name, input.metric() + optional(input.where()) + (input.offset() == null ? "" : input.offset()));
            metric(input.metric());
        });
        Exprs.all(metric.expression(), Expr.MetricRef.class).forEach(ref -> metric(metric.metric(ref)));
        return text(metric.expression())
                + inputs
                + optional(metric.where())
                + metric.timing().words()
                + optional(metric.time())
                + (metric.timing().fill() == null ? "" : metric.timing().fill());
    }

    private String conversion(Metric.Conversion metric) {
        List<String> same = metric.same().stream()
                .map(pair -> text(pair.base()) + "=" + text(pair.follower()))
                .toList();
        return event(metric.base()) + event(metric.follower()) + same + metric.within() + metric.rate() + metric.fill();
    }

    private String event(Metric.Event event) {
        return text(event.value())
                + optional(event.where())
                + event.dataset()
                + text(event.entity())
                + text(event.time());
    }

    private String optional(@Nullable Expr expr) {
        return expr == null ? "" : " where " + text(expr);
    }

    private String text(@Nullable Expr expr) {
        return switch (expr) {
            case null -> "*";
            case Expr.NumberLiteral e -> e.value().stripTrailingZeros().toPlainString();
            case Expr.TextLiteral e -> '"' + e.value() + '"';
            case Expr.BooleanLiteral e -> Boolean.toString(e.value());
            case Expr.NullLiteral e -> "null";
            case Expr.DateLiteral e -> e.value().toString();
            case Expr.TimestampLiteral e -> e.value().toString();
            case Expr.Now e -> "now " + word(e.type());
            case Expr.IntervalLiteral e -> e.count() + e.unit();
            case Expr.Name e -> e.text();
            case Expr.FieldRef e -> field(e);
            case Expr.TimeRef e -> "time." + e.cut().word();
            case Expr.CalendarRef e -> "calendar." + e.cut().word() + list(List.of(e.time()));
            case Expr.ColumnRef e -> "column " + e.column();
            case Expr.MetricRef e -> "metric " + e.metric();
            case Expr.Per e -> per(e);
            case Expr.Call e -> word(e.function()) + list(e.arguments());
            case Expr.Case e -> cases(e);
            case Expr.Cast e ->
                word(e.type()) + (e.orNull() ? "?" : "") + e.precision() + "." + e.scale() + list(List.of(e.value()));
            case Expr.In e -> (e.negated() ? "out" : "in") + list(List.of(e.value())) + list(e.options());
            case Expr.Aggregate e ->
                word(e.function()) + (e.fraction() == null ? "" : e.fraction()) + "(" + text(e.argument()) + ")"
                        + optional(e.filter());
            case Expr.Window e -> window(e);
        };
    }

    private String window(Expr.Window window) {
        List<String> order = window.order().stream()
                .map(by ->
                        text(by.by()) + (by.descending() ? " down" : " up") + (by.nullsFirst() ? " nulls first" : ""))
                .toList();
        return word(window.function()) + list(window.arguments()) + " over " + list(window.partition()) + order
                + (window.frame() == null ? "" : window.frame());
    }

    private String per(Expr.Per per) {
        metric(per.metric());
        return "per " + per.metric() + list(per.by());
    }

    private String cases(Expr.Case cases) {
        List<String> whens = cases.whens().stream()
                .map(when -> text(when.condition()) + ":" + text(when.result()))
                .toList();
        return "case" + whens + text(cases.otherwise());
    }

    /** What a field is made of counts too, and the query that its rows come from. */
    private String field(Expr.FieldRef ref) {
        String name = ref.dataset() + "." + ref.field();
        if (fields.add(name)) {
            catalog.dataset(ref.dataset()).ifPresent(dataset -> {
                dataset.field(ref.field()).ifPresent(field -> parts.put("field " + name, text(field.expression())));
                if (dataset.source() instanceof DataSource.Query query) {
                    parts.put("rows " + ref.dataset(), query.sql());
                }
            });
        }
        return name;
    }

    private String list(List<? extends Expr> items) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(text(item)));
        return "(" + String.join(",", texts) + ")";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

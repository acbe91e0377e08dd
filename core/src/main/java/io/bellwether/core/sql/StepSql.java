package io.bellwether.core.sql;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.plan.Node;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.time.Calendar;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Steps that read other steps. */
final class StepSql {
    private final Dialect dialect;
    private final Calendar calendar;
    private final ExprSql sql;

    StepSql(Dialect dialect, Calendar calendar, @Nullable LocalDateTime now) {
        this.dialect = dialect;
        this.calendar = calendar;
        this.sql = new ExprSql(
                dialect, calendar, field -> field.field(), column -> dialect.identifier(column.column()), now);
    }

    String series(Node.Series node) {
        String within = dialect.identifier(node.within().name());
        String bucket = dialect.identifier(Node.BUCKET);
        LocalDateTime last = node.before() == null
                ? null
                : calendar.period(node.before().minusNanos(1), node.grain()).start();
        return dialect.series(
                end(node.from(), "min(" + bucket + ")", within),
                end(last, "max(" + bucket + ")", within),
                node.grain(),
                dialect.identifier(Node.TIME));
    }

    private String end(@Nullable LocalDateTime known, String aggregate, String within) {
        return known == null ? "(SELECT " + aggregate + " FROM " + within + ")" : dialect.timestamp(known);
    }

    String combine(Node.Combine node) {
        List<String> select = new ArrayList<>();
        node.keys().forEach(key -> select.add(sql.of(key.value()) + " AS " + dialect.identifier(key.name())));
        for (Node.Measure m : node.measures()) {
            String value = sql.aggregate(m.function(), m.argument(), m.fraction(), m.filter());
            select.add(value + " AS " + dialect.identifier(m.name()));
        }
        StringBuilder text = new StringBuilder("SELECT\n  " + String.join(",\n  ", select));
        text.append("\nFROM ").append(dialect.identifier(node.left().name()));
        if (node.right() != null) {
            text.append(node.right().outer() ? "\nLEFT JOIN " : "\nJOIN ")
                    .append(dialect.identifier(node.right().node().name()))
                    .append("\n  ON ")
                    .append(sql.of(node.right().on()));
        }
        if (node.condition() != null) {
            text.append("\nWHERE ").append(sql.of(node.condition()));
        }
        if (node.grouped() && !node.keys().isEmpty()) {
            text.append("\nGROUP BY ").append(ScanSql.ordinals(node.keys().size()));
        }
        return text.toString();
    }

    String first(Node.First node) {
        String function = node.ties() ? "rank()" : "row_number()";
        String partition = node.partition().isEmpty() ? "" : "PARTITION BY " + list(node.partition()) + " ";
        StringBuilder order = new StringBuilder(sql.of(node.order().getFirst()));
        order.append(node.descending() ? " DESC" : " ASC");
        node.order().stream()
                .skip(1)
                .map(sql::of)
                .forEach(o -> order.append(", ").append(o));
        String rank = dialect.identifier(Node.RANK);
        return "SELECT *\nFROM (\n  SELECT *, " + function + " OVER (" + partition + "ORDER BY " + order + ") AS "
                + rank + "\n  FROM " + dialect.identifier(node.input().name()) + "\n) AS ranked\nWHERE " + rank
                + " = 1";
    }

    String numbered(Node.Numbered node) {
        return "SELECT *, row_number() OVER (" + order(node) + ") AS " + dialect.identifier(Node.ROW) + "\nFROM "
                + dialect.identifier(node.input().name());
    }

    private String order(Node.Numbered node) {
        return node.order() == null ? "" : "ORDER BY " + sql.of(node.order());
    }

    private String list(List<Expr> exprs) {
        return exprs.stream().map(sql::of).collect(Collectors.joining(", "));
    }
}

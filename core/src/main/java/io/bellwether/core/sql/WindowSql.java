package io.bellwether.core.sql;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.plan.Node;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.sql.dialect.Dialect;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Windows as a table of values, and what is gathered into them. */
final class WindowSql {
    private final Dialect dialect;

    WindowSql(Dialect dialect) {
        this.dialect = dialect;
    }

    static String values(List<Plan.Window> windows, Dialect dialect) {
        boolean days = windows.stream()
                .allMatch(w -> w.period() == null || w.period().toLocalTime().equals(LocalTime.MIDNIGHT));
        String rows = windows.stream()
                .map(w -> "  (%d, %s, %d, %s, %s)"
                        .formatted(
                                w.window(),
                                period(w.period(), days, dialect),
                                w.comparison(),
                                dialect.timestamp(w.start()),
                                dialect.timestamp(w.end())))
                .collect(Collectors.joining(",\n"));
        return "SELECT * FROM (VALUES\n" + rows
                + "\n) AS v(\"window\", \"period\", \"comparison\", \"start\", \"end\")";
    }

    private static String period(@Nullable LocalDateTime period, boolean days, Dialect dialect) {
        if (period == null) {
            return "CAST(NULL AS DATE)";
        }
        return days ? dialect.date(period.toLocalDate()) : dialect.timestamp(period);
    }

    String select(Node.InWindows node) {
        List<String> keys = new ArrayList<>();
        keys.add(node.pivoted() ? "w.\"period\"" : "w.\"window\"");
        node.keys().forEach(key -> keys.add("x." + dialect.identifier(key)));
        List<String> select = new ArrayList<>();
        select.add(keys.getFirst() + " AS \"window\"");
        node.keys().forEach(key -> select.add("x." + dialect.identifier(key)));
        node.measures().forEach(m -> select.add(measure(m, node.pivoted()) + " AS " + dialect.identifier(m.name())));
        String join = node.pivoted() ? "JOIN " : "LEFT JOIN ";
        return "SELECT\n  " + String.join(",\n  ", select) + "\nFROM \"windows\" AS w\n" + join
                + dialect.identifier(node.input().name())
                + " AS x\n  ON x.\"bucket\" >= w.\"start\" AND x.\"bucket\" < w.\"end\"" + only(node) + "\nGROUP BY "
                + String.join(", ", keys);
    }

    private static String only(Node.InWindows node) {
        if (node.only().isEmpty()) {
            return "";
        }
        return "\nWHERE w.\"window\" IN ("
                + node.only().stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    private String measure(Node.Measure measure, boolean pivoted) {
        String condition = pivoted ? "w.\"comparison\" = " + measure.comparison() : null;
        String value =
                dialect.aggregate(measure.function(), argument(measure.argument()), measure.fraction(), condition);
        return measure.merges() ? "coalesce(" + value + ", 0)" : value;
    }

    private @Nullable String argument(@Nullable Expr argument) {
        ExprSql sql = new ExprSql(dialect, field -> field.field(), column -> "x." + dialect.identifier(column));
        return argument == null ? null : sql.of(argument);
    }
}

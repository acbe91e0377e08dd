package io.bellwether.core.sql;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.plan.Node;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.time.Calendar;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Windows as a table of values, and what is gathered into them. */
final class WindowSql {
    private final Dialect dialect;
    private final Calendar calendar;

    WindowSql(Dialect dialect, Calendar calendar) {
        this.dialect = dialect;
        this.calendar = calendar;
    }

    /** @param pivoted whether they are periods with their comparisons; others have neither */
    static String values(List<Plan.Window> windows, boolean pivoted, Dialect dialect) {
        if (!pivoted) {
            List<List<String>> rows = windows.stream()
                    .map(w -> List.of(
                            String.valueOf(w.window()), dialect.timestamp(w.start()), dialect.timestamp(w.end())))
                    .toList();
            return dialect.values(List.of("window", "start", "end"), rows);
        }
        boolean days = windows.stream()
                .allMatch(w -> w.period() == null || w.period().toLocalTime().equals(LocalTime.MIDNIGHT));
        List<List<String>> rows = windows.stream()
                .map(w -> List.of(
                        String.valueOf(w.window()),
                        period(w.period(), days, dialect),
                        String.valueOf(w.comparison()),
                        dialect.timestamp(w.start()),
                        dialect.timestamp(w.end())))
                .toList();
        return dialect.values(List.of("window", "period", "comparison", "start", "end"), rows);
    }

    private static String period(@Nullable LocalDateTime period, boolean days, Dialect dialect) {
        if (period == null) {
            return dialect.asDate("NULL");
        }
        return days ? dialect.date(period.toLocalDate()) : dialect.timestamp(period);
    }

    String select(Node.InWindows node) {
        List<String> keys = new ArrayList<>();
        keys.add(window(node.pivoted() ? "period" : "window"));
        node.keys().forEach(key -> keys.add(input(key)));
        List<String> select = new ArrayList<>();
        select.add(keys.getFirst() + " AS " + dialect.identifier(Node.WINDOW));
        node.keys().forEach(key -> select.add(input(key)));
        if (!node.passed().isEmpty()) {
            select.add((node.pivoted() ? window(Node.COMPARISON) : "0") + " AS " + dialect.identifier(Node.COMPARISON));
            node.passed().forEach(column -> select.add(input(column)));
        }
        node.measures().forEach(m -> select.add(measure(m, node.pivoted()) + " AS " + dialect.identifier(m.name())));
        String bucket = input(Node.BUCKET);
        String join = node.pivoted() ? "JOIN " : "LEFT JOIN ";
        return "SELECT\n  " + String.join(",\n  ", select) + "\nFROM "
                + dialect.identifier(node.windows().name()) + " AS w\n"
                + join
                + dialect.identifier(node.input().name())
                + " AS x\n  ON " + bucket + " >= " + window("start") + " AND " + bucket + " < " + window("end")
                + only(node)
                + (node.passed().isEmpty() ? "\nGROUP BY " + String.join(", ", keys) : "");
    }

    private String input(String column) {
        return "x." + dialect.identifier(column);
    }

    private String window(String column) {
        return "w." + dialect.identifier(column);
    }

    private String only(Node.InWindows node) {
        boolean all =
                node.windows().windows().stream().allMatch(w -> node.only().contains(w.window()));
        if (node.only().isEmpty() || all) {
            return "";
        }
        return "\nWHERE " + window("window") + " IN ("
                + node.only().stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
    }

    private String measure(Node.Measure measure, boolean pivoted) {
        String condition = pivoted ? window("comparison") + " = " + measure.comparison() : filter(measure.filter());
        String value =
                dialect.aggregate(measure.function(), argument(measure.argument()), measure.fraction(), condition);
        return measure.merges() ? "coalesce(" + value + ", 0)" : value;
    }

    private @Nullable String filter(@Nullable Expr filter) {
        ExprSql sql = new ExprSql(
                dialect, calendar, field -> field.field(), column -> "w." + dialect.identifier(column.column()), null);
        return filter == null ? null : sql.of(filter);
    }

    private @Nullable String argument(@Nullable Expr argument) {
        ExprSql sql = new ExprSql(
                dialect, calendar, field -> field.field(), column -> "x." + dialect.identifier(column.column()), null);
        return argument == null ? null : sql.of(argument);
    }
}

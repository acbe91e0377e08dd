package io.bellwether.core.sql;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Type;
import io.bellwether.core.plan.Node;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.Question;
import io.bellwether.core.sql.dialect.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan as one statement: each step is a common table expression under a comment that says what it holds, so that a
 * person can read the statement from top to bottom.
 */
public final class SqlRenderer {
    private final Plan plan;
    private final Dialect dialect;
    private final ScanSql scans;
    private final Map<String, String> steps = new LinkedHashMap<>();

    private SqlRenderer(Plan plan, Dialect dialect, Map<String, String> relations) {
        this.plan = plan;
        this.dialect = dialect;
        this.scans = new ScanSql(dialect, plan.calendar(), relations, plan.now());
    }

    /**
     * @param relations what the engine calls each dataset, by the dataset's name; SQL text that may stand after FROM
     */
    public static SqlStatement render(Plan plan, Dialect dialect, Map<String, String> relations) {
        return new SqlRenderer(plan, dialect, relations).render();
    }

    private SqlStatement render() {
        plan.steps().forEach(this::step);
        StringBuilder text = new StringBuilder("WITH\n");
        text.append(String.join(",\n", steps.values())).append("\n-- the answer\n");
        ExprSql sql = new ExprSql(
                dialect,
                plan.calendar(),
                field -> field.field(),
                column -> dialect.identifier(column.column()),
                plan.now());
        Having having = Having.of(plan);
        if (having.answer() != null) {
            text.append("SELECT * FROM (\n");
        }
        text.append("SELECT\n");
        text.append(plan.columns().stream()
                .map(column -> "  " + sql.of(column.value()) + " AS " + dialect.identifier(column.name()))
                .collect(Collectors.joining(",\n")));
        text.append("\nFROM ").append(dialect.identifier(plan.relation().name()));
        if (having.groups() != null) {
            text.append("\nWHERE ").append(sql.of(having.groups()));
        }
        if (having.answer() != null) {
            text.append("\n) AS answer\nWHERE ").append(sql.of(having.answer()));
        }
        text.append(order());
        if (plan.limit() != null) {
            text.append("\nLIMIT ").append(plan.limit());
        }
        return new SqlStatement(
                text.toString(),
                plan.columns().stream().map(Node.Named::name).toList(),
                plan.columns().stream().map(column -> type(column.value())).toList());
    }

    /** Some engines have no truth values and give 1 and 0 for a field that is one. */
    private Type type(Expr value) {
        for (Node.Scan scan : plan.scans()) {
            for (Node.Key key : scan.keys()) {
                if (value instanceof Expr.ColumnRef column && key.name().equals(column.column())) {
                    return new Aliases(scan).type(key);
                }
            }
        }
        return Type.OTHER;
    }

    private String order() {
        if (plan.order().isEmpty()) {
            List<String> keys = plan.columns().stream()
                    .limit(plan.keys())
                    .map(column -> dialect.order(dialect.identifier(column.name()), false))
                    .toList();
            return keys.isEmpty() ? "" : "\nORDER BY " + String.join(", ", keys);
        }
        return plan.order().stream()
                .map((Question.Order o) ->
                        dialect.order(dialect.identifier(o.column()), o.descending(), o.nullsFirst()))
                .collect(Collectors.joining(", ", "\nORDER BY ", ""));
    }

    private void step(Node node) {
        StepSql sql = new StepSql(dialect, plan.calendar(), plan.now());
        String select = switch (node) {
            case Node.Scan scan -> scans.select(scan);
            case Node.Widened widened -> scans.select(widened);
            case Node.InWindows windows -> {
                Node.Windowed table = windows.windows();
                step(table.name(), table.note(), WindowSql.values(table.windows(), windows.pivoted(), dialect));
                yield new WindowSql(dialect, plan.calendar()).select(windows);
            }
            case Node.Series series -> sql.series(series);
            case Node.Combine combine -> sql.combine(combine);
            case Node.First first -> sql.first(first);
            case Node.Numbered numbered -> sql.numbered(numbered);
            case Node.Stack stack -> stacked(stack);
        };
        step(node.name(), node.note(), select);
    }

    private void step(String name, String note, String select) {
        String body = select.lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
        steps.putIfAbsent(
                name, "-- " + note.replaceAll("\\R", " ") + "\n" + dialect.identifier(name) + " AS (\n" + body + "\n)");
    }

    /** Each input's rows with NULL for the others' columns, then one row for each key. */
    private String stacked(Node.Stack stack) {
        List<String> keys = stack.keys().stream().map(dialect::identifier).toList();
        Map<String, String> values = new LinkedHashMap<>();
        stack.inputs()
                .forEach(input -> values(stack, input)
                        .forEach(c -> values.put(dialect.identifier(c), dialect.identifier(input.name()))));
        String union = stack.inputs().stream()
                .map(input -> {
                    List<String> own = values(stack, input).stream()
                            .map(dialect::identifier)
                            .toList();
                    List<String> select = new ArrayList<>(keys);
                    values.forEach(
                            (v, step) -> select.add(own.contains(v) ? v : dialect.nothing(v, step) + " AS " + v));
                    return "  SELECT " + String.join(", ", select) + " FROM " + dialect.identifier(input.name());
                })
                .collect(Collectors.joining("\n  UNION ALL\n"));
        List<String> select = new ArrayList<>(keys);
        values.keySet().forEach(v -> select.add("max(" + v + ") AS " + v));
        String groups = keys.isEmpty() ? "" : "\nGROUP BY " + String.join(", ", keys);
        return "SELECT " + String.join(", ", select) + "\nFROM (\n" + union + "\n) AS side_by_side" + groups;
    }

    /** The columns of a step of the stack that are no keys. */
    private static List<String> values(Node.Stack stack, Node input) {
        return input.columns().stream().filter(c -> !stack.keys().contains(c)).toList();
    }
}

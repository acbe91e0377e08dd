package io.bellwether.core.sql;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.Carried;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.OfNothing;
import io.bellwether.core.plan.Node;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.time.Calendar;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scan as a SELECT: every dataset under its own name, every field written out over its columns. */
final class ScanSql {
    private final Dialect dialect;
    private final Calendar calendar;
    private final Map<String, String> relations;
    private final @Nullable LocalDateTime now;

    ScanSql(Dialect dialect, Calendar calendar, Map<String, String> relations, @Nullable LocalDateTime now) {
        this.now = now;
        this.dialect = dialect;
        this.calendar = calendar;
        this.relations = relations;
    }

    String select(Node.Scan scan) {
        return select(scan, List.of(), new Fields(scan));
    }

    /** All columns of the dataset, and the fields beside them. */
    String select(Node.Widened widened) {
        String home = dialect.identifier(widened.rows().home().name());
        return select(widened.rows(), List.of(home + ".*"), new Fields(widened.rows(), home + "."));
    }

    private String select(Node.Scan scan, List<String> first, Fields fields) {
        ExprSql sql = fields.sql();
        List<String> select = new ArrayList<>(first);
        scan.keys().forEach(key -> select.add(key(key, fields) + " AS " + dialect.identifier(key.name())));
        for (Node.Measure measure : scan.measures()) {
            select.add(sql.aggregate(measure.function(), measure.argument(), measure.fraction(), measure.filter())
                    + " AS "
                    + dialect.identifier(measure.name()));
        }
        StringBuilder text = new StringBuilder("SELECT\n  " + String.join(",\n  ", select));
        text.append("\nFROM ").append(relation(scan, scan.home(), scan.home().name()));
        scan.joins().forEach(join -> text.append("\n").append(join(scan, join, fields)));
        List<String> conditions = new ArrayList<>();
        scan.bounds().forEach(bound -> conditions.addAll(bound(bound, sql)));
        if (scan.condition() != null) {
            conditions.add(sql.of(scan.condition()));
        }
        if (!conditions.isEmpty()) {
            text.append("\nWHERE ").append(String.join("\n  AND ", conditions));
        }
        if (scan.grouped() && !scan.keys().isEmpty()) {
            text.append("\nGROUP BY ").append(ordinals(scan.keys().size()));
        }
        return text.toString();
    }

    static String ordinals(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private String relation(Node.Scan scan, Dataset dataset, String alias) {
        String relation = widened(scan, dataset)
                .map(step -> dialect.identifier(step.name()))
                .orElseGet(() -> Objects.requireNonNull(relations.get(dataset.name()), dataset.name()));
        return relation + " AS " + dialect.identifier(alias);
    }

    private static Optional<Node.Widened> widened(Node.Scan scan, Dataset dataset) {
        return scan.widened().stream()
                .filter(step -> step.rows().home().name().equals(dataset.name()))
                .findFirst();
    }

    private String join(Node.Scan scan, Node.Join join, Fields fields) {
        ExprSql sql = fields.keys();
        List<String> on = new ArrayList<>();
        join.on().forEach(condition -> on.add(condition(condition, sql)));
        if (join.bound() != null) {
            on.addAll(bound(join.bound(), sql));
        }
        String target = switch (join.target()) {
            case Node.Target.Table(Dataset dataset) -> relation(scan, dataset, join.alias());
            case Node.Target.Step(Node step) ->
                dialect.identifier(step.name()) + " AS " + dialect.identifier(join.alias());
        };
        return switch (join.kind()) {
            case LEFT -> "LEFT JOIN " + target + on(on);
            case INNER -> "JOIN " + target + on(on);
            case FULL -> dialect.fullJoin() + " " + target + on(on);
            case CROSS -> "CROSS JOIN " + target;
        };
    }

    private static String on(List<String> conditions) {
        return "\n  ON " + String.join(" AND ", conditions);
    }

    /** An equality of a join without the parentheses that other places need. */
    private static String condition(Expr condition, ExprSql sql) {
        return condition instanceof Expr.Call call && call.function() == Function.EQUAL
                ? sql.of(call.arguments().getFirst()) + " = "
                        + sql.of(call.arguments().getLast())
                : sql.of(condition);
    }

    private List<String> bound(Node.Bound bound, ExprSql sql) {
        List<String> conditions = new ArrayList<>();
        String time = sql.of(bound.time());
        if (bound.from() != null) {
            conditions.add(
                    time + " >= " + dialect.bound(bound.from(), bound.time().type(), calendar.zone()));
        }
        if (bound.before() != null) {
            conditions.add(
                    time + " < " + dialect.bound(bound.before(), bound.time().type(), calendar.zone()));
        }
        return bound.orNone() && !conditions.isEmpty()
                ? List.of("(" + String.join(" AND ", conditions) + " OR " + time + " IS NULL)")
                : conditions;
    }

    private String key(Node.Key key, Fields fields) {
        return dialect.key(fields.sql().of(key.value()), fields.aliases.type(key));
    }

    /** Fields written out over the physical columns of the datasets of one scan. */
    private final class Fields {
        private final Node.Scan scan;
        private final Aliases aliases;
        private final String own;

        Fields(Node.Scan scan) {
            this(scan, "");
        }

        /** @param own what stands before columns that have no alias */
        Fields(Node.Scan scan, String own) {
            this.scan = scan;
            this.aliases = new Aliases(scan);
            this.own = own;
        }

        ExprSql sql() {
            return new ExprSql(dialect, calendar, names(true), names(false), this::stretch, now);
        }

        /** For what rows meet by, which is looked up in indexes. */
        ExprSql keys() {
            return new ExprSql(dialect, calendar, names(false), names(false), this::stretch, now);
        }

        /** @param told whether a column that is infinite or not a number stops the statement */
        private ExprSql.Names names(boolean told) {
            return new ExprSql.Names(
                    field -> of(field, told),
                    column -> own.isEmpty() ? dialect.identifier(column.column()) : column(own, column, told));
        }

        private String column(String qualifier, Expr.ColumnRef column, boolean told) {
            String text = dialect.column(qualifier + dialect.identifier(column.column()), column.type());
            return told ? dialect.finite(text, column.type()) : text;
        }

        /** Rows outside of the scan's bounds do not count, whatever is computed of them. */
        private Optional<TimeWindow> stretch(Expr time) {
            for (Node.Bound bound : scan.bounds()) {
                LocalDateTime from = bound.from();
                LocalDateTime before = bound.before();
                boolean same = Objects.equals(Exprs.withoutPlaces(bound.time()), Exprs.withoutPlaces(time));
                if (same && !bound.orNone() && from != null && before != null) {
                    return Optional.of(new TimeWindow(from, before));
                }
            }
            return Optional.empty();
        }

        private String of(Expr.FieldRef ref, boolean told) {
            String alias = ref.dataset();
            String fieldName = ref.field();
            String qualifier = dialect.identifier(alias) + ".";
            Optional<Dataset> dataset = aliases.dataset(alias);
            if (dataset.isEmpty()) {
                return qualifier + dialect.identifier(fieldName);
            }
            Field field = dataset.get().field(fieldName).orElseThrow();
            Optional<String> wider =
                    widened(scan, dataset.get()).flatMap(step -> Optional.ofNullable(step.column(field.name())));
            if (wider.isPresent()) {
                return qualifier + dialect.identifier(wider.get());
            }
            boolean tells = told || !Carried.is(field.expression());
            String text = new ExprSql(
                            dialect,
                            calendar,
                            nested -> of(nested, tells),
                            column -> column(qualifier, column, tells),
                            now)
                    .of(field.expression());
            // What a row of another table says is said by no row that is not there.
            Optional<Expr.FieldRef> key =
                    OfNothing.isNull(field.expression()) ? Optional.empty() : partner(alias, field);
            return key.map(k -> "CASE WHEN " + of(k, false) + " IS NOT NULL THEN " + text + " END")
                    .orElse(text);
        }

        /** A field of the alias that has a value wherever a row was met; empty where every row meets one. */
        private Optional<Expr.FieldRef> partner(String alias, Field field) {
            return scan.joins().stream()
                    .filter(join ->
                            join.kind() == Node.Kind.LEFT && join.alias().equals(alias))
                    .flatMap(join -> join.on().stream())
                    .flatMap(condition -> Exprs.all(condition, Expr.FieldRef.class).stream())
                    .filter(ref -> ref.dataset().equals(alias) && !ref.field().equals(field.name()))
                    .filter(ref -> aliases.dataset(alias)
                            .flatMap(dataset -> dataset.field(ref.field()))
                            .filter(known -> OfNothing.isNull(known.expression()))
                            .isPresent())
                    .findFirst();
        }
    }
}

package io.bellwether.core.sql;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.plan.Node;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A scan as a SELECT: every dataset under its own name, every field written out over its columns. */
final class ScanSql {
    private final Dialect dialect;
    private final Calendar calendar;
    private final Map<String, String> relations;

    ScanSql(Dialect dialect, Calendar calendar, Map<String, String> relations) {
        this.dialect = dialect;
        this.calendar = calendar;
        this.relations = relations;
    }

    String select(Node.Scan scan) {
        Fields fields = new Fields(scan);
        ExprSql sql = fields.sql();
        List<String> select = new ArrayList<>();
        scan.keys().forEach(key -> select.add(key(key, sql) + " AS " + dialect.identifier(key.name())));
        for (Node.Measure measure : scan.measures()) {
            select.add(dialect.aggregate(
                            measure.function(),
                            measure.argument() == null ? null : sql.of(measure.argument()),
                            measure.fraction(),
                            measure.filter() == null ? null : sql.of(measure.filter()))
                    + " AS "
                    + dialect.identifier(measure.name()));
        }
        StringBuilder text = new StringBuilder("SELECT\n  " + String.join(",\n  ", select));
        text.append("\nFROM ").append(relation(scan.home()));
        scan.joins().forEach(join -> text.append("\nLEFT JOIN ").append(join(join, fields)));
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

    private static String ordinals(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private String relation(Dataset dataset) {
        String relation = Objects.requireNonNull(relations.get(dataset.name()), dataset.name());
        return relation + " AS " + dialect.identifier(dataset.name());
    }

    private String join(Node.Join join, Fields fields) {
        List<String> on = new ArrayList<>();
        for (int i = 0; i < join.relationship().fromFields().size(); i++) {
            on.add(fields.of(
                            join.relationship().from(),
                            join.relationship().fromFields().get(i)) + " = "
                    + fields.of(join.to().name(), join.relationship().toFields().get(i)));
        }
        if (join.bound() != null) {
            on.addAll(bound(join.bound(), fields.sql()));
        }
        return relation(join.to()) + "\n  ON " + String.join(" AND ", on);
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
        return conditions;
    }

    private String key(Node.Key key, ExprSql sql) {
        return switch (key) {
            case Node.FieldKey field ->
                field.value() instanceof Expr.FieldRef ref
                        ? dialect.key(sql.of(ref), ref.type())
                        : sql.of(field.value());
            case Node.TimeKey time -> {
                String local =
                        dialect.localTime(sql.of(time.time()), time.time().type(), calendar.zone());
                Grain grain = time.grain();
                if (grain == null) {
                    yield local;
                }
                String cut = dialect.cut(local, grain, calendar);
                boolean bucket = time.name().equals(Node.BUCKET);
                yield bucket || grain.compareTo(Grain.DAY) < 0 ? cut : dialect.asDate(cut);
            }
        };
    }

    /** Fields written out over the physical columns of the datasets of one scan. */
    private final class Fields {
        private final Node.Scan scan;

        Fields(Node.Scan scan) {
            this.scan = scan;
        }

        ExprSql sql() {
            return new ExprSql(
                    dialect,
                    field -> of(field.dataset(), field.field()),
                    column -> dialect.identifier(column.column()));
        }

        String of(String datasetName, String fieldName) {
            Dataset dataset = dataset(datasetName);
            Field field = dataset.field(fieldName).orElseThrow();
            String qualifier = dialect.identifier(datasetName) + ".";
            return new ExprSql(
                            dialect,
                            this::nested,
                            column -> dialect.column(qualifier + dialect.identifier(column.column()), column.type()))
                    .of(field.expression());
        }

        private String nested(Expr.FieldRef field) {
            return of(field.dataset(), field.field());
        }

        private Dataset dataset(String name) {
            return scan.home().name().equals(name)
                    ? scan.home()
                    : scan.joins().stream()
                            .map(Node.Join::to)
                            .filter(d -> d.name().equals(name))
                            .findFirst()
                            .orElseThrow();
        }
    }
}

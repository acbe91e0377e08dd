package io.bellwether.core.plan;

import io.bellwether.core.catalog.CalendarTable;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question without metrics: which values the dimensions have, together. They are read from the one dataset that reaches
 * them all over the fewest joins; values that no row of it has come back too. Time comes from a calendar table.
 */
final class ValuesOfDimensions {
    private static final TimeScope.Range ANY = new TimeScope.Range(null, null);

    private final Planning planning;
    private final Question question;

    ValuesOfDimensions(Planning planning) {
        this.planning = planning;
        this.question = planning.question();
    }

    Node node() {
        List<Node.Key> keys = Dims.asked(question);
        Set<Expr.FieldRef> fields = Dims.fields(question);
        List<Expr.TimeRef> times = times(keys);
        if (times.isEmpty()) {
            return rows(home(fields), Optional.empty(), keys);
        }
        Node spine = spine(times);
        return fields.isEmpty() ? alone(spine, keys) : rows(home(fields), Optional.of(spine), keys);
    }

    private List<Expr.TimeRef> times(List<Node.Key> keys) {
        List<Expr.TimeRef> times = new ArrayList<>(Exprs.all(question.where(), Expr.TimeRef.class));
        keys.forEach(key -> times.addAll(Exprs.all(key.value(), Expr.TimeRef.class)));
        return times;
    }

    private Dataset home(Set<Expr.FieldRef> fields) {
        Dataset best = null;
        long fewest = Long.MAX_VALUE;
        for (Dataset dataset : planning.catalog().datasets().values()) {
            if (fields.stream().allMatch(field -> planning.routes().reaches(dataset, field))) {
                long joins = fields.stream()
                        .flatMap(field -> planning.routes().to(dataset, field, null).steps().stream())
                        .distinct()
                        .count();
                if (joins < fewest || joins == fewest && best != null && isNearer(dataset, best, fields)) {
                    best = dataset;
                    fewest = joins;
                }
            }
        }
        if (best == null) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.NO_PATH,
                    null,
                    "no dataset reaches all of these fields without repeating rows",
                    "add a metric, or leave one of the fields out"));
        }
        return best;
    }

    /** What the fields are about comes before what only mentions them; of two of those the narrower one, which is cheaper. */
    private static boolean isNearer(Dataset dataset, Dataset best, Set<Expr.FieldRef> fields) {
        boolean own = isOwn(dataset, fields);
        return own == isOwn(best, fields)
                ? own && dataset.fields().size() < best.fields().size()
                : own;
    }

    /** Whether a field is what the dataset's rows are about. */
    private static boolean isOwn(Dataset dataset, Set<Expr.FieldRef> fields) {
        return fields.stream().anyMatch(field -> dataset.entities().contains(field.field()));
    }

    /** Every period of the calendar that the question's times can be told by. */
    private Node spine(List<Expr.TimeRef> times) {
        List<TimeCut> cuts = times.stream().map(Expr.TimeRef::cut).toList();
        Grain grain = new Spines(planning).grain(new Facts.Group("", null), Lens.PLAIN, cuts);
        CalendarTable table = planning.calendarTable(grain)
                .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                        PlanCodes.NO_TIME,
                        null,
                        "time alone has no rows to come from",
                        "add a metric, or a table of days under calendar: { tables: [ … ] }")));
        Set<String> named = Spines.named(Lens.PLAIN, cuts);
        return new Spines(planning).table(table, grain, named, (TimeScope.Range) question.time());
    }

    private Node alone(Node spine, List<Node.Key> keys) {
        Expr where = Exprs.withoutPlaces(question.where());
        return new Node.Combine(
                planning.name("c", "values"),
                "the periods that are asked for",
                spine,
                null,
                where == null ? null : onSpine(where),
                keys.stream()
                        .map(k -> new Node.Key(k.name(), onSpine(k.value())))
                        .toList(),
                List.of(),
                question.distinct());
    }

    private static Expr onSpine(Expr expr) {
        return expr instanceof Expr.TimeRef time
                ? Spines.cut(time.cut())
                : Exprs.rebuild(expr, ValuesOfDimensions::onSpine);
    }

    private Node rows(Dataset home, Optional<Node> spine, List<Node.Key> keys) {
        var group = new Facts.Group(home.name(), DatasetTime.of(home));
        var builder = new ScanBuilder(planning, group, Node.Kind.FULL);
        TimeScope.Range range = (TimeScope.Range) question.time();
        spine.ifPresent(builder::cross);
        Expr where = Exprs.withoutPlaces(question.where());
        return builder.build(
                "s",
                home.name() + ", the values that are asked for",
                keys.stream()
                        .map(k -> new Node.Key(k.name(), onStep(spine, k.value())))
                        .toList(),
                List.of(),
                Exprs.and(
                        where == null ? null : onStep(spine, where),
                        range.isOpen()
                                ? null
                                : spine.map(ValuesOfDimensions::timed).orElse(null)),
                spine.isPresent() ? ANY : range,
                question.distinct());
    }

    /** In a stretch of time lies only what has one; a value of a joined table that no row has stands beside none. */
    private static Expr timed(Node spine) {
        return Exprs.notNull(onStep(spine, Exprs.column(Node.TIME, Type.TIMESTAMP)));
    }

    private static Expr onStep(Optional<Node> spine, Expr expr) {
        return spine.isEmpty() ? expr : onStep(spine.get(), onSpine(expr));
    }

    private static Expr onStep(Node spine, Expr expr) {
        return expr instanceof Expr.ColumnRef column
                ? new Expr.FieldRef(ScanBuilder.STEP + spine.name(), column.column(), column.type(), Exprs.NOWHERE)
                : Exprs.rebuild(expr, child -> onStep(spine, child));
    }
}

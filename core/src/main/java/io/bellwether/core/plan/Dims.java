package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.TimeCut;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dimensions of a question, and its condition, as the rows of one group see them. */
final class Dims {
    private final Planning planning;
    private final Facts.Group group;
    private final List<Dim> all = new ArrayList<>();

    /**
     * @param name of its column
     * @param cut of the group's own time, or null for any other value
     * @param value over names that people use
     */
    record Dim(String name, @Nullable TimeCut cut, Expr value) {}

    Dims(Planning planning, Facts.Group group) {
        this.planning = planning;
        this.group = group;
        List<Dimension> dimensions = planning.question().dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            all.add(dim("d" + i, dimensions.get(i)));
        }
    }

    private Dim dim(String name, Dimension dimension) {
        return switch (dimension) {
            case Dimension.ByTime(TimeCut cut, String as) -> new Dim(name, cut, Exprs.cut(planning.time(group), cut));
            case Dimension.ByField(String dataset, String field, TimeCut cut, String as) -> {
                Expr.FieldRef ref = new Expr.FieldRef(dataset, field, type(dataset, field), Exprs.NOWHERE);
                yield cut == null
                        ? new Dim(name, null, ref)
                        : new Dim(name, isTime(ref) ? cut : null, Exprs.cut(ref, cut));
            }
        };
    }

    private Type type(String dataset, String field) {
        var ref = new Expr.FieldRef(dataset, field, Type.OTHER, Exprs.NOWHERE);
        Dataset home = planning.dataset(group.home());
        Dataset end = planning.routes()
                .bridge(home, ref)
                .map(bridge -> bridge.forth().to())
                .orElseGet(() -> planning.routes().to(home, ref, null).to());
        return end.field(field).orElseThrow().type();
    }

    /** Whether the field is the one that places the group's rows in time. */
    boolean isTime(Expr.FieldRef field) {
        return isTime(planning, group, field);
    }

    private static boolean isTime(Planning planning, Facts.Group group, Expr.FieldRef field) {
        Expr.FieldRef time = group.time();
        if (time == null || !time.field().equalsIgnoreCase(field.field())) {
            return false;
        }
        Dataset home = planning.dataset(group.home());
        Optional<Route> route = planning.routes().find(home, field);
        return route.isPresent() && route.equals(planning.routes().find(home, time));
    }

    List<Dim> all() {
        return all;
    }

    List<TimeCut> cuts() {
        return all.stream().map(Dim::cut).filter(java.util.Objects::nonNull).toList();
    }

    /** The same, with those that the condition, and what the metric asks, ask of the group's time. */
    List<TimeCut> cutsWithCondition(@Nullable Expr about) {
        List<TimeCut> cuts = new ArrayList<>(cuts());
        Exprs.visit(Exprs.and(planning.question().where(), about), expr -> {
            if (expr instanceof Expr.TimeRef time) {
                cuts.add(time.cut());
            } else if (expr instanceof Expr.CalendarRef calendar
                    && calendar.time() instanceof Expr.FieldRef field
                    && isTime(field)) {
                cuts.add(calendar.cut());
            }
        });
        return cuts;
    }

    /** As keys of a scan. */
    List<Node.Key> keys() {
        return all.stream().map(d -> new Node.Key(d.name(), d.value())).toList();
    }

    /** Those that are not the group's time. */
    List<Node.Key> fieldKeys() {
        return all.stream()
                .filter(d -> d.cut() == null)
                .map(d -> new Node.Key(d.name(), d.value()))
                .toList();
    }

    /** All of them over rows that a spine's periods met. */
    List<Node.Key> periodKeys() {
        return all.stream()
                .map(d -> new Node.Key(d.name(), d.cut() == null ? Exprs.column(d.name()) : Spines.cut(d.cut())))
                .toList();
    }

    /** All of them as columns of a step below. */
    List<Node.Key> columns() {
        return all.stream()
                .map(d -> new Node.Key(d.name(), Exprs.column(d.name())))
                .toList();
    }

    /** The column of a field that is a dimension. */
    Optional<Dim> column(Expr.FieldRef field) {
        return all.stream().filter(d -> d.value().equals(field)).findFirst();
    }

    /** Whether it is the group's time, or a cut of it. */
    static boolean speaksOfTime(Planning planning, Facts.Group group, Expr expr) {
        return expr instanceof Expr.TimeRef || expr instanceof Expr.FieldRef field && isTime(planning, group, field);
    }

    /** The dimensions as keys over names that people use, before it is known whose rows they are of. */
    static List<Node.Key> asked(Question question) {
        List<Node.Key> keys = new ArrayList<>();
        for (Dimension dimension : question.dimensions()) {
            Expr value = switch (dimension) {
                case Dimension.ByTime(TimeCut cut, String as) -> new Expr.TimeRef(cut, Type.OTHER, Exprs.NOWHERE);
                case Dimension.ByField(String dataset, String field, TimeCut cut, String as) -> {
                    Expr ref = new Expr.FieldRef(dataset, field, Type.OTHER, Exprs.NOWHERE);
                    yield cut == null ? ref : Exprs.cut(ref, cut);
                }
            };
            keys.add(new Node.Key("d" + keys.size(), value));
        }
        return keys;
    }

    /** Every field that the dimensions and the condition read. */
    static Set<Expr.FieldRef> fields(Question question) {
        Set<Expr.FieldRef> fields = new LinkedHashSet<>();
        asked(question).forEach(key -> fields.addAll(Exprs.fields(key.value())));
        fields.addAll(Exprs.fields(question.where()));
        return fields;
    }

    /** What the columns of the dimensions are called in every relation. */
    static List<String> names(Question question) {
        return asked(question).stream().map(Node.Key::name).toList();
    }

    /** The columns of the answer. */
    static List<Node.Named> answer(Question question) {
        List<Node.Named> columns = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            columns.add(new Node.Named(question.dimensions().get(i).as(), Exprs.column("d" + i)));
        }
        return columns;
    }

    /** Equal, or both nothing. */
    static Expr same(String left, String right) {
        Expr none = Exprs.call(
                Function.AND,
                Exprs.call(Function.IS_NULL, Exprs.column(left)),
                Exprs.call(Function.IS_NULL, Exprs.column(right)));
        return Exprs.call(Function.OR, equal(left, right), none);
    }

    static Expr equal(String left, String right) {
        return Exprs.call(Function.EQUAL, Exprs.column(left), Exprs.column(right));
    }
}

package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** The same, with those that the condition asks of the group's time. */
    List<TimeCut> cutsWithCondition() {
        List<TimeCut> cuts = new ArrayList<>(cuts());
        Exprs.visit(planning.question().where(), expr -> {
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

    /**
     * The question's condition, taken apart for rows that periods meet.
     *
     * @param rows what can be asked of rows alone, or null
     * @param periods what is asked of the period, over the spine's time, columns of dimensions and what is carried; or null
     * @param carried what the rows bring along for that
     */
    record Condition(@Nullable Expr rows, @Nullable Expr periods, List<Node.Key> carried) {}

    /**
     * @param again whether what is asked of dimensions is asked of the periods too, since some have no rows
     * @param own whether a period's own rows make its value: a moment that is asked of them is asked of each of them
     * @param step how long the steps are that make the periods
     * @param about what the rows' own metric asks of each of them, and so of periods without rows too; or null
     */
    Condition condition(boolean again, boolean own, Grain step, @Nullable Expr about) {
        List<Expr> rows = new ArrayList<>();
        List<Expr> periods = new ArrayList<>();
        Map<Expr, Node.Key> carried = new LinkedHashMap<>();
        for (Expr part : Exprs.conjuncts(Exprs.withoutPlaces(planning.question().where()))) {
            if (own && speaksOfMoments(part)) {
                rows.add(part);
                known(part).filter(asked -> isWhole(step)).ifPresent(periods::add);
            } else if (Exprs.holds(part, this::speaksOfTime)) {
                periods.add(onPeriods(part, carried));
            } else {
                rows.add(part);
                if (again && Exprs.fields(part).stream().allMatch(f -> column(f).isPresent())) {
                    periods.add(onPeriods(part, carried));
                }
            }
        }
        for (Expr part : Exprs.conjuncts(about)) {
            boolean ofTime = Exprs.holds(part, this::speaksOfTime);
            if (ofTime ? own && (isWhole(step) || !speaksOfMoments(part)) : again) {
                known(part).ifPresent(periods::add);
            }
        }
        return new Condition(
                Exprs.all(rows), Exprs.all(periods.stream().distinct().toList()), List.copyOf(carried.values()));
    }

    /** A condition as it is asked of periods, where they and the dimensions tell all of it. */
    private Optional<Expr> known(Expr condition) {
        Map<Expr, Node.Key> carried = new LinkedHashMap<>();
        Expr asked = onPeriods(condition, carried);
        return carried.isEmpty() ? Optional.of(asked) : Optional.empty();
    }

    /** Whether the rows of one step all have the same time, so that what is asked of it is asked of the step. */
    private boolean isWhole(Grain step) {
        Expr.FieldRef time = group.time();
        if (time == null || time.type() == Type.TIMESTAMP_TZ) {
            return false;
        }
        Optional<Grain> own =
                planning.grain(group).or(() -> time.type() == Type.DATE ? Optional.of(Grain.DAY) : Optional.empty());
        return own.filter(grain -> step.compareTo(grain) <= 0).isPresent();
    }

    private boolean speaksOfTime(Expr expr) {
        return speaksOfTime(planning, group, expr);
    }

    /** Whether it is the group's time, or a cut of it. */
    static boolean speaksOfTime(Planning planning, Facts.Group group, Expr expr) {
        return expr instanceof Expr.TimeRef || expr instanceof Expr.FieldRef field && isTime(planning, group, field);
    }

    /** Whether it tells rows of one step of time from each other. */
    private boolean speaksOfMoments(Expr expr) {
        return switch (expr) {
            case Expr.FieldRef field -> isTime(field);
            case Expr.CalendarRef calendar ->
                calendar.cut() instanceof TimeCut.Moment() && speaksOfMoments(calendar.time());
            default -> Exprs.children(expr).stream().anyMatch(this::speaksOfMoments);
        };
    }

    private Optional<Dim> column(Expr.FieldRef field) {
        return all.stream().filter(d -> d.value().equals(field)).findFirst();
    }

    private Expr onPeriods(Expr expr, Map<Expr, Node.Key> carried) {
        return switch (expr) {
            case Expr.TimeRef time -> Spines.cut(time.cut());
            case Expr.CalendarRef calendar
            when calendar.time() instanceof Expr.FieldRef field && isTime(field) -> Spines.cut(calendar.cut());
            case Expr.FieldRef field when isTime(field) -> Exprs.column(Node.TIME, Type.TIMESTAMP);
            case Expr.FieldRef field ->
                column(field)
                        .map(d -> Exprs.column(d.name(), field.type()))
                        .orElseGet(() -> carry(field, field.type(), carried));
            case Expr.Per per -> carry(per, per.type(), carried);
            case Expr.CalendarRef calendar -> carry(calendar, calendar.type(), carried);
            default -> Exprs.rebuild(expr, child -> onPeriods(child, carried));
        };
    }

    private static Expr carry(Expr value, Type type, Map<Expr, Node.Key> carried) {
        Node.Key key = carried.computeIfAbsent(value, v -> new Node.Key("f" + carried.size(), v));
        return Exprs.column(key.name(), type);
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

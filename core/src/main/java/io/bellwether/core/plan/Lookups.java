package io.bellwether.core.plan;

import io.bellwether.core.catalog.CalendarTable;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.TimeCut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What a scan joins although no relationship says so: the days of a calendar table, what a metric comes to for what a row is
 * about, and steps that every row meets. Equal lookups share one join.
 */
final class Lookups {
    private final Planning planning;
    private final Node.Kind kind;
    private final UnaryOperator<Expr> place;
    private final UnaryOperator<String> unused;
    private final List<Node.Join> crossed = new ArrayList<>();
    private final Map<Expr, Node.Join> joins = new LinkedHashMap<>();

    /**
     * @param kind of the joins with a metric's values
     * @param place puts an expression over the aliases of the scan
     * @param unused makes an alias of a name that may be taken
     */
    Lookups(Planning planning, Node.Kind kind, UnaryOperator<Expr> place, UnaryOperator<String> unused) {
        this.planning = planning;
        this.kind = kind;
        this.place = place;
        this.unused = unused;
    }

    /** Those that come before all other joins. */
    List<Node.Join> crossed() {
        return crossed;
    }

    /** Those that may read what all other joins brought. */
    List<Node.Join> joins() {
        return List.copyOf(joins.values());
    }

    boolean knows(String alias) {
        return crossed.stream().anyMatch(join -> join.alias().equals(alias))
                || joins.values().stream().anyMatch(join -> join.alias().equals(alias));
    }

    void cross(Node step) {
        crossed.add(new Node.Join(
                step.name(), new Node.Target.Step(step), Node.Kind.CROSS, List.of(), null, null, List.of()));
    }

    /** A time cut; a grain that a calendar table defines is looked up there. */
    Expr cut(Expr.CalendarRef ref) {
        Expr time = place.apply(ref.time());
        if (!(ref.cut() instanceof TimeCut.Named(String name))) {
            return new Expr.CalendarRef(time, ref.cut(), ref.type(), Exprs.NOWHERE);
        }
        CalendarTable table = planning.calendarTable(name);
        Dataset days = planning.dataset(table.dataset());
        Expr key = new Expr.CalendarRef(time, new TimeCut.At(table.grain()), ref.type(), Exprs.NOWHERE);
        Node.Join join = joins.computeIfAbsent(key, k -> days(days, table, time));
        return ScanBuilder.reference(
                join.alias(), days, String.valueOf(table.grains().get(name)));
    }

    private Node.Join days(Dataset days, CalendarTable table, Expr time) {
        String alias = unused.apply(days.name());
        Expr day = new Expr.CalendarRef(
                ScanBuilder.reference(alias, days, table.field()), new TimeCut.Moment(), Type.TIMESTAMP, Exprs.NOWHERE);
        Expr same = Exprs.call(Function.EQUAL, Exprs.bucket(time, table.grain()), day);
        return new Node.Join(
                alias,
                new Node.Target.Table(days),
                Node.Kind.LEFT,
                List.of(same),
                null,
                table.span(),
                List.of(table.field()));
    }

    /** What a metric comes to for what the row is about, as a step of its own that the row meets. */
    Expr value(Expr.Per per) {
        Expr key = Objects.requireNonNull(Exprs.withoutPlaces(per));
        Node.Join join = joins.get(key);
        if (join == null) {
            join = values(per);
            joins.put(key, join);
        }
        return new Expr.FieldRef(join.alias(), Planner.VALUE, per.type(), Exprs.NOWHERE);
    }

    private Node.Join values(Expr.Per per) {
        Node values = Planner.values(planning, per);
        String alias = unused.apply(values.name());
        List<Expr> on = new ArrayList<>();
        for (Expr.FieldRef by : per.by()) {
            Expr.FieldRef column = new Expr.FieldRef(alias, "d" + on.size(), by.type(), Exprs.NOWHERE);
            on.add(Exprs.call(Function.EQUAL, place.apply(by), column));
        }
        return new Node.Join(alias, new Node.Target.Step(values), kind, on, null, null, List.of());
    }
}

package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.catalog.Relationship;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A scan in the making: expressions come in with the names that people use, and leave with the aliases of the joins that
 * they need. No row passes that the as-of does not let us see, by any path; a row without a time is seen, and lies in no
 * stretch of time.
 */
final class ScanBuilder {
    /** Marks the columns of a step that is joined already. */
    static final String STEP = "step:";

    private final Planning planning;
    private final Dataset home;
    private final Facts.Group group;
    private final Node.Kind kind;
    private final Map<Hop, Node.Join> joins = new LinkedHashMap<>();
    private final Bridges bridges;
    private final Lookups lookups;
    private final Map<Dataset, Set<String>> wider = new LinkedHashMap<>();
    private boolean inline;

    /** A step from what an alias stands for. */
    private record Hop(String from, Relationship relationship) {}

    ScanBuilder(Planning planning, Facts.Group group) {
        this(planning, group, Node.Kind.LEFT);
    }

    /** @param kind of the joins along relationships */
    ScanBuilder(Planning planning, Facts.Group group, Node.Kind kind) {
        this.planning = planning;
        this.home = planning.dataset(group.home());
        this.group = group;
        this.kind = kind;
        this.bridges = new Bridges(planning, home);
        this.lookups = new Lookups(planning, kind, this::place, this::unused);
    }

    /** Windows of the rows' own fields are opened over the rows that pass, not over all. */
    ScanBuilder afterConditions() {
        inline = true;
        return this;
    }

    /** The expression over the aliases of this scan; what it needs is joined. */
    Expr place(Expr expr) {
        return switch (expr) {
            case Expr.FieldRef field
            when field.dataset().startsWith(STEP) ->
                new Expr.FieldRef(field.dataset().substring(STEP.length()), field.field(), field.type(), field.span());
            case Expr.FieldRef field -> field(field);
            case Expr.TimeRef time ->
                place(new Expr.CalendarRef(planning.time(group), time.cut(), time.type(), time.span()));
            case Expr.CalendarRef calendar -> lookups.cut(calendar);
            case Expr.Per per -> lookups.value(per);
            default -> Exprs.rebuild(expr, this::place);
        };
    }

    @Nullable
    Expr placed(@Nullable Expr expr) {
        return expr == null ? null : place(expr);
    }

    /** Joins every row with every row of a step, before anything else. */
    void cross(Node step) {
        lookups.cross(step);
    }

    /**
     * @param keys over names that people use
     * @param filter of all measures, beside the question's own condition; or null
     * @param range cut out of the group's time
     */
    Node.Scan build(
            String letter,
            String note,
            List<Node.Key> keys,
            List<Node.Measure> measures,
            @Nullable Expr filter,
            TimeScope.Range range,
            boolean grouped) {
        Expr condition = placed(here(filter));
        List<Node.Key> placedKeys = keys.stream()
                .map(k -> new Node.Key(k.name(), place(bridged(k.value()))))
                .toList();
        List<Node.Measure> placedMeasures = measures.stream().map(this::placed).toList();
        List<Node.Bound> bounds = bounds(range);
        return new Node.Scan(
                planning.name(letter, home.name()),
                note,
                home,
                allJoins(bounds),
                bounds,
                condition,
                placedKeys,
                placedMeasures,
                grouped,
                widened());
    }

    /** Every row that may be seen, with values over its own columns and what it has one of. */
    Node.Scan rows(String note, List<Node.Key> keys, TimeScope.Range range) {
        List<Node.Key> placed =
                keys.stream().map(k -> new Node.Key(k.name(), place(k.value()))).toList();
        List<Node.Bound> bounds = bounds(range);
        return new Node.Scan(
                planning.name("r", home.name()),
                note,
                home,
                allJoins(bounds),
                bounds,
                null,
                placed,
                List.of(),
                false,
                widened());
    }

    /** Steps for the datasets with fields that were asked for and that their rows alone do not tell. */
    private List<Node.Widened> widened() {
        List<Node.Widened> all = new ArrayList<>();
        wider.forEach((dataset, fields) -> all.add(planning.widened(dataset, fields)));
        return all;
    }

    /** The parts of a condition that rows here can be asked; what only a bridge can tell is asked there. */
    private @Nullable Expr here(@Nullable Expr condition) {
        List<Expr> here = new ArrayList<>();
        for (Expr part : Exprs.conjuncts(condition)) {
            if (!bridges.demand(part)) {
                here.add(part);
            }
        }
        return Exprs.all(here);
    }

    /** A key with the fields that only bridges lead to as columns of those. */
    private Expr bridged(Expr key) {
        if (key instanceof Expr.FieldRef field && !field.dataset().startsWith(STEP)) {
            return planning.routes()
                    .bridge(home, field)
                    .map(bridge -> met(bridges.value(bridge, field)))
                    .orElse(field);
        }
        return key instanceof Expr.Per ? key : Exprs.rebuild(key, this::bridged);
    }

    private static Expr met(Expr value) {
        Expr.FieldRef field = (Expr.FieldRef) value;
        return new Expr.FieldRef(STEP + field.dataset(), field.field(), field.type(), field.span());
    }

    private List<Node.Join> allJoins(List<Node.Bound> bounds) {
        List<Node.Join> all = new ArrayList<>();
        all.addAll(lookups.crossed());
        joins.values().forEach(join -> all.add(isBound(join, bounds) ? join.unbound() : join));
        all.addAll(bridges.joins());
        all.addAll(lookups.joins());
        return all;
    }

    /**
     * Whether the rows themselves are bound by the time that the join brings. A bound on the join too would take the time
     * of a row that is not to be seen yet away, and the row would pass as one without.
     */
    private static boolean isBound(Node.Join join, List<Node.Bound> bounds) {
        Node.Bound its = join.bound();
        return its != null
                && join.kind() == Node.Kind.LEFT
                && bounds.stream().anyMatch(bound -> bound.time().equals(its.time()));
    }

    private Node.Measure placed(Node.Measure m) {
        return new Node.Measure(
                m.name(),
                m.function(),
                placed(m.argument()),
                placed(m.filter()),
                m.fraction(),
                m.comparison(),
                m.merges());
    }

    private Expr field(Expr.FieldRef ref) {
        Route route = planning.routes().to(home, ref, Exprs.place(ref.span()));
        return own(join(route), route.to(), ref.field());
    }

    /** A field of a dataset that is joined already. */
    private Expr.FieldRef own(String alias, Dataset dataset, String name) {
        Field field = dataset.field(name).orElseThrow();
        boolean windows = Exprs.isWindowed(field.expression());
        boolean foreign = !Exprs.fields(field.expression()).isEmpty();
        if (foreign || windows && !(inline && alias.equals(home.name())) || CoveredDays.isCovering(dataset, field)) {
            wider.computeIfAbsent(dataset, d -> new TreeSet<>()).add(field.name());
        }
        return reference(alias, dataset, name);
    }

    static Expr.FieldRef reference(String alias, Dataset dataset, String name) {
        var field = dataset.field(name).orElseThrow();
        return new Expr.FieldRef(alias, field.name(), field.type(), Exprs.NOWHERE);
    }

    /** Joins what a way leads over; the alias of its end. */
    private String join(Route route) {
        String alias = home.name();
        Dataset from = home;
        for (int i = 0; i < route.steps().size(); i++) {
            Relationship step = route.steps().get(i);
            Dataset to = planning.dataset(step.to());
            Hop hop = new Hop(alias, step);
            Node.Join known = joins.get(hop);
            if (known == null) {
                known = join(from, alias, step, to, unused(route.alias(i)));
                joins.put(hop, known);
            }
            alias = known.alias();
            from = to;
        }
        return alias;
    }

    private String unused(String wanted) {
        String alias = wanted;
        for (int i = 2; isTaken(alias); i++) {
            alias = wanted + "_" + i;
        }
        return alias;
    }

    private boolean isTaken(String alias) {
        return alias.equals(home.name())
                || joins.values().stream().anyMatch(j -> j.alias().equals(alias))
                || lookups.knows(alias);
    }

    private Node.Join join(Dataset from, String fromAlias, Relationship step, Dataset to, String alias) {
        List<Expr> on = new ArrayList<>();
        for (int i = 0; i < step.fromFields().size(); i++) {
            on.add(Exprs.call(
                    Function.EQUAL,
                    own(fromAlias, from, step.fromFields().get(i)),
                    own(alias, to, step.toFields().get(i))));
        }
        List<String> unique = new ArrayList<>(step.toFields());
        for (String p : to.partitions()) {
            boolean ofHome = home.partitions().contains(p);
            if (!step.toFields().contains(p) && (ofHome || from.partitions().contains(p))) {
                Expr copy = ofHome ? reference(home.name(), home, p) : own(fromAlias, from, p);
                on.add(Exprs.call(Function.EQUAL, copy, reference(alias, to, p)));
                unique.add(p);
            }
        }
        Dataset.Validity validity = to.validity();
        if (validity != null && group.time() != null) {
            Expr.FieldRef since = reference(alias, to, validity.from());
            // Two instants are compared as they are, all else by what the workspace's clocks show.
            boolean instants = group.time().type() == Type.TIMESTAMP_TZ && since.type() == Type.TIMESTAMP_TZ;
            UnaryOperator<Expr> at = instants ? UnaryOperator.identity() : ScanBuilder::local;
            Expr time = at.apply(place(group.time()));
            Expr until = at.apply(reference(alias, to, validity.to()));
            on.add(Exprs.call(Function.GREATER_OR_EQUAL, time, at.apply(since)));
            on.add(Exprs.call(
                    Function.OR, Exprs.call(Function.LESS, time, until), Exprs.call(Function.IS_NULL, until)));
            unique.add(validity.from());
        }
        return new Node.Join(alias, new Node.Target.Table(to), kind, on, seen(to, alias), step.span(), relied(unique));
    }

    private static Expr local(Expr time) {
        return time instanceof Expr.FieldRef field && field.type() == Type.TIMESTAMP_TZ
                ? Exprs.bucket(field, null)
                : time;
    }

    /** What a join relies on; where values are only listed, a row that comes twice is nothing that is counted twice. */
    private List<String> relied(List<String> unique) {
        return kind == Node.Kind.FULL ? List.of() : List.copyOf(unique);
    }

    private Node.@Nullable Bound seen(Dataset dataset, String alias) {
        return dataset.time() == null
                ? null
                : new Node.Bound(
                        reference(alias, dataset, dataset.time()),
                        null,
                        planning.question().seenBefore(),
                        true);
    }

    private List<Node.Bound> bounds(TimeScope.Range range) {
        List<Node.Bound> bounds = new ArrayList<>();
        LocalDateTime before = planning.question().seenBefore();
        if (group.time() != null) {
            LocalDateTime end = range.end() == null || before.isBefore(range.end()) ? before : range.end();
            bounds.add(new Node.Bound((Expr.FieldRef) place(group.time()), range.start(), end, range.isOpen()));
        }
        Node.Bound seen = seen(home, home.name());
        if (seen != null && bounds.stream().noneMatch(b -> b.time().equals(seen.time()))) {
            bounds.add(seen);
        }
        return bounds;
    }
}

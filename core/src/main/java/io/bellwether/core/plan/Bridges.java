package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Relationship;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scan meets over bridges. Each bridge becomes a step with the key of the rows that are counted and the values that
 * are asked for, each pair once, so that no row counts twice in a group; rows that have none stay, with NULL:
 *
 * <pre>
 *   customers                        SELECT … FROM customers
 *     ◀── orders ──▶ shops     ⇒     LEFT JOIN (SELECT DISTINCT customer_id, shops.city FROM orders …) ON …
 * </pre>
 *
 * A condition over a bridge goes into that step, and rows that nothing there meets go.
 */
final class Bridges {
    private static final TimeScope.Range ANY = new TimeScope.Range(null, null);

    private final Planning planning;
    private final Dataset home;
    private final Map<Way, Crossing> crossings = new LinkedHashMap<>();

    Bridges(Planning planning, Dataset home) {
        this.planning = planning;
        this.home = home;
    }

    /** One bridge in the making. */
    private static final class Crossing {
        private final String alias;
        private final List<Expr.FieldRef> values = new ArrayList<>();
        private final List<Expr> conditions = new ArrayList<>();

        Crossing(String alias) {
            this.alias = alias;
        }
    }

    /**
     * What is met together: all values of one row of the bridge.
     *
     * @param role the dataset at the end where it is reached by a role, which is another thing for each dataset that plays
     *     it; else empty
     */
    private record Way(Route back, String role) {}

    private Crossing crossing(Bridge bridge) {
        String role = bridge.forth().role().isEmpty() ? "" : bridge.forth().to().name();
        String number = crossings.isEmpty() ? "" : "_" + crossings.size();
        return crossings.computeIfAbsent(
                new Way(bridge.back(), role),
                way -> new Crossing("via_" + way.back().from().name() + number));
    }

    /** The field as the scan meets it. */
    Expr value(Bridge bridge, Expr.FieldRef field) {
        Crossing crossing = crossing(bridge);
        Expr.FieldRef plain = (Expr.FieldRef) java.util.Objects.requireNonNull(Exprs.withoutPlaces(field));
        if (!crossing.values.contains(plain)) {
            crossing.values.add(plain);
        }
        Type type = bridge.forth().to().field(field.field()).orElseThrow().type();
        return new Expr.FieldRef(crossing.alias, "v" + crossing.values.indexOf(plain), type, Exprs.NOWHERE);
    }

    /**
     * Only rows for which a bridge has a row with this. A condition that is about rows on both sides has no such row where
     * one side alone makes it true, so it is refused.
     *
     * @return whether the condition is about a bridge
     */
    boolean demand(Expr condition) {
        List<Optional<Bridge>> ways = Exprs.fields(condition).stream()
                .filter(field -> !field.dataset().startsWith(ScanBuilder.STEP))
                .map(field -> planning.routes().bridge(home, field))
                .distinct()
                .toList();
        List<Bridge> bridged = ways.stream().flatMap(Optional::stream).toList();
        if (bridged.isEmpty()) {
            return false;
        }
        boolean oneBridge = bridged.stream().map(Bridge::back).distinct().count() == 1;
        boolean alone = ways.size() == bridged.size() && !Exprs.holds(condition, Expr.TimeRef.class::isInstance);
        if (!oneBridge || !alone) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.MIXED_CONDITION,
                    Exprs.place(condition.span()),
                    "a condition is about rows of \"%s\" and about rows that it has many of, at once"
                            .formatted(home.name()),
                    "ask for each with an \"and\" between them, or one after the other"));
        }
        crossing(bridged.getFirst()).conditions.add(condition);
        return true;
    }

    List<Node.Join> joins() {
        List<Node.Join> joins = new ArrayList<>();
        crossings.forEach((way, crossing) -> joins.add(join(way.back(), crossing)));
        return joins;
    }

    private Node.Join join(Route back, Crossing crossing) {
        Relationship last = back.steps().getLast();
        List<Node.Key> keys = new ArrayList<>();
        List<Expr> on = new ArrayList<>();
        List<Expr> conditions = new ArrayList<>(crossing.conditions);
        List<Pair> pairs = pairs(last);
        for (int i = 0; i < pairs.size(); i++) {
            Expr.FieldRef key = field(last.from(), pairs.get(i).there());
            keys.add(new Node.Key("k" + i, key));
            conditions.add(Exprs.notNull(key));
            on.add(Exprs.call(
                    Function.EQUAL,
                    field(home.name(), pairs.get(i).here()),
                    new Expr.FieldRef(crossing.alias, "k" + i, key.type(), Exprs.NOWHERE)));
        }
        for (Expr.FieldRef value : crossing.values) {
            keys.add(new Node.Key("v" + (keys.size() - pairs.size()), value));
        }
        Dataset middle = back.from();
        Node step = new ScanBuilder(planning, new Facts.Group(middle.name(), DatasetTime.of(middle)))
                .build(
                        "b",
                        "each of " + home.name() + " with what " + middle.name() + " connects it to, once",
                        keys,
                        List.of(),
                        Exprs.all(conditions),
                        ANY,
                        true);
        return new Node.Join(
                crossing.alias,
                new Node.Target.Step(step),
                crossing.conditions.isEmpty() ? Node.Kind.LEFT : Node.Kind.INNER,
                on,
                null,
                last.span(),
                // A row here meets each value once however many rows share its key.
                List.of());
    }

    /** A field of the bridge, and the one of the rows that are counted that it equals. */
    private record Pair(String there, String here) {}

    /** The keys, and what says which copy of the data a row is in: a row meets its own copy of the bridge only. */
    private List<Pair> pairs(Relationship last) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < last.toFields().size(); i++) {
            pairs.add(new Pair(last.fromFields().get(i), last.toFields().get(i)));
        }
        planning.dataset(last.from()).partitions().stream()
                .filter(p -> home.partitions().contains(p) && !last.fromFields().contains(p))
                .forEach(p -> pairs.add(new Pair(p, p)));
        return pairs;
    }

    private Expr.FieldRef field(String dataset, String name) {
        var field = planning.dataset(dataset).field(name).orElseThrow();
        return new Expr.FieldRef(dataset, field.name(), field.type(), Exprs.NOWHERE);
    }
}

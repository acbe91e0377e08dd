package io.bellwether.core.plan;

import io.bellwether.core.catalog.Metric;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events that followed others. Each follower stays once, with the latest base event before it of the same entity:
 *
 * <pre>
 *   visits   user time channel      orders  user time         orders that followed
 *            u1   1st  mail                 u1   3rd     ⇒    u1  2nd  web
 *            u1   2nd  web                  u1   9th          (too late for a window of 5 days)
 * </pre>
 */
record FollowerSource(Planning planning, Part.Followers part, String name, Set<Integer> needed) implements Source {
    private static final String VALUE = "value";
    private static final String ENTITY = "entity";
    private static final String COMPARED = "compared";
    private static final String FOLLOWED = "followed_";
    private static final TimeScope.Range ANY = new TimeScope.Range(null, null);

    @Override
    public Facts.Group group() {
        Metric.Event base = part.conversion().base();
        return new Facts.Group(base.dataset(), (Expr.FieldRef) Exprs.withoutPlaces(base.time()));
    }

    @Override
    public List<String> parts() {
        return List.of(name);
    }

    @Override
    public @Nullable Expr about() {
        return Exprs.withoutPlaces(
                Exprs.and(part.where(), part.conversion().base().where()));
    }

    @Override
    public Set<Integer> windows(List<String> parts) {
        return needed;
    }

    @Override
    public Node direct(List<Node.Key> keys, @Nullable Expr condition, TimeScope.Range range) {
        Expr.Aggregate value = part.conversion().follower().value();
        Expr argument = value.argument() == null ? null : Exprs.column(VALUE);
        Node.Measure measure = new Node.Measure(name, value.function(), argument, null, value.fraction(), 0, false);
        return combined(latest(keys, condition, range), columns(keys), List.of(measure), true);
    }

    @Override
    public List<Feed> feeds(Feed.Request request) {
        List<Node.Key> keys = request.allKeys();
        Node latest = latest(keys, request.condition(), request.range());
        Expr.Aggregate value = part.conversion().follower().value();
        Expr argument = value.argument() == null ? null : Exprs.column(VALUE);
        if (value.function().isMergeable()) {
            List<Node.Measure> parts = Merges.parts(name, value.function(), argument, null);
            Node rows = combined(latest, columns(keys), parts, true);
            return List.of(new Feed(rows, List.of(Merges.column(name, parts))));
        }
        List<Node.Key> all = new ArrayList<>(columns(keys));
        all.add(new Node.Key(name, Exprs.column(VALUE)));
        Node rows = combined(latest, all, List.of(), value.function() == AggregateFunction.COUNT_DISTINCT);
        return List.of(
                new Feed(rows, List.of(Merges.whole(name, value.function(), Exprs.column(name), value.fraction()))));
    }

    private static List<Node.Key> columns(List<Node.Key> keys) {
        return keys.stream()
                .map(key -> new Node.Key(key.name(), Exprs.column(key.name(), type(key.value()))))
                .toList();
    }

    private static Type type(Expr value) {
        return switch (value) {
            case Expr.FieldRef field -> field.type();
            case Expr.CalendarRef calendar -> calendar.type();
            default -> Type.OTHER;
        };
    }

    private Node combined(Node input, List<Node.Key> keys, List<Node.Measure> measures, boolean grouped) {
        String home = part.conversion().follower().dataset();
        return new Node.Combine(
                planning.name("c", home),
                home + " that followed, at the time of what they followed",
                input,
                null,
                null,
                keys,
                measures,
                grouped);
    }

    /** Every follower with the event that it followed. */
    private Node latest(List<Node.Key> keys, @Nullable Expr condition, TimeScope.Range range) {
        Metric.Conversion conversion = part.conversion();
        Node base = base(conversion, keys, condition, range);
        Node followers = new Node.Numbered(
                planning.name("n", conversion.follower().dataset()),
                conversion.follower().dataset() + ", each row with a number",
                followers(conversion),
                null);
        List<Node.Key> all = new ArrayList<>();
        all.add(new Node.Key(Node.ROW, Exprs.column(Node.ROW)));
        all.add(new Node.Key(VALUE, Exprs.column(VALUE)));
        all.add(new Node.Key(Node.TIME, Exprs.column(Node.TIME, Type.TIMESTAMP)));
        all.addAll(columns(keys));
        Node pairs = new Node.Combine(
                planning.name("c", "pairs"),
                "each of " + conversion.follower().dataset() + " with every one before it",
                followers,
                new Node.Match(base, on(conversion), false),
                null,
                all,
                List.of(),
                false);
        return new Node.First(
                planning.name("k", "latest"),
                "the latest one before it",
                pairs,
                List.of(Exprs.column(Node.ROW)),
                order(keys),
                true,
                false);
    }

    /** The latest; of two at the same time always the same one. */
    private static List<Expr> order(List<Node.Key> keys) {
        List<Expr> order = new ArrayList<>(List.of(Exprs.column(Node.TIME)));
        keys.forEach(key -> order.add(Exprs.column(key.name())));
        return order;
    }

    private Node base(
            Metric.Conversion conversion, List<Node.Key> keys, @Nullable Expr condition, TimeScope.Range range) {
        Metric.Event event = conversion.base();
        List<Node.Key> all = new ArrayList<>();
        all.add(new Node.Key(ENTITY, event.entity()));
        all.add(new Node.Key(Node.TIME, Exprs.bucket(event.time(), null)));
        all.add(new Node.Key(COMPARED, Exprs.bucket(event.time(), grain(conversion))));
        for (int i = 0; i < conversion.same().size(); i++) {
            all.add(new Node.Key("same" + i, conversion.same().get(i).base()));
        }
        all.addAll(keys);
        Expr counts = Exprs.withoutPlaces(Exprs.and(event.where(), event.value().filter()));
        Expr where = Exprs.and(Exprs.and(condition, part.where()), counts);
        return new ScanBuilder(planning, group())
                .build("s", event.dataset() + ", which may be followed", all, List.of(), where, range, false);
    }

    private Node followers(Metric.Conversion conversion) {
        Metric.Event event = conversion.follower();
        List<Node.Key> all = new ArrayList<>();
        all.add(new Node.Key(FOLLOWED + ENTITY, event.entity()));
        all.add(new Node.Key(FOLLOWED + COMPARED, Exprs.bucket(event.time(), grain(conversion))));
        for (int i = 0; i < conversion.same().size(); i++) {
            all.add(new Node.Key(FOLLOWED + "same" + i, conversion.same().get(i).follower()));
        }
        Expr value = event.value().argument();
        all.add(new Node.Key(VALUE, value == null ? new Expr.NumberLiteral(BigDecimal.ONE, Exprs.NOWHERE) : value));
        Expr where = Exprs.withoutPlaces(Exprs.and(event.where(), event.value().filter()));
        return new ScanBuilder(
                        planning, new Facts.Group(event.dataset(), (Expr.FieldRef) Exprs.withoutPlaces(event.time())))
                .build("s", event.dataset() + ", which may follow", all, List.of(), where, planning.dated(ANY), false);
    }

    /** The longer of what the two times are known by, so that a purchase of January may follow a visit of the 5th. */
    private @Nullable Grain grain(Metric.Conversion conversion) {
        return Stream.of(conversion.base(), conversion.follower())
                .map(event -> grain(event.time()))
                .flatMap(Optional::stream)
                .max(Grain::compareTo)
                .orElse(null);
    }

    private Optional<Grain> grain(Expr.FieldRef time) {
        Optional<Grain> own = planning.dataset(time.dataset())
                .field(time.field())
                .flatMap(field -> Optional.ofNullable(field.grain()));
        return own.isEmpty() && time.type() == Type.DATE ? Optional.of(Grain.DAY) : own;
    }

    private static Expr on(Metric.Conversion conversion) {
        Expr time = Exprs.column(COMPARED, Type.TIMESTAMP);
        Expr followed = Exprs.column(FOLLOWED + COMPARED, Type.TIMESTAMP);
        List<Expr> on = new ArrayList<>(
                List.of(Dims.equal(ENTITY, FOLLOWED + ENTITY), Exprs.call(Function.LESS_OR_EQUAL, time, followed)));
        TimeStep within = conversion.within();
        if (within != null) {
            Grain grain = within.grain().orElseThrow(() -> Unplannable.step(within.unit()));
            Expr length =
                    new Expr.IntervalLiteral(within.count(), grain.word().toUpperCase(Locale.ROOT), Exprs.NOWHERE);
            on.add(Exprs.call(Function.GREATER, time, Exprs.call(Function.SUBTRACT, followed, length)));
        }
        for (int i = 0; i < conversion.same().size(); i++) {
            on.add(Dims.equal("same" + i, FOLLOWED + "same" + i));
        }
        return Exprs.call(Function.AND, on.toArray(Expr[]::new));
    }
}

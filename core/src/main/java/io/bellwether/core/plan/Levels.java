package io.bellwether.core.plan;

import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values that do not add up over time. Of each period the rows of its first or last moment stay:
 *
 * <pre>
 *   10-30  a  5     10-31  a  6        last of October, by account:  a 6, b 2
 *   10-30  b  2                        last of October:              a 6
 * </pre>
 *
 * For a mean all stay, and their sum is divided by the number of moments.
 */
final class Levels {
    /** When rows happened that are gathered into steps of a spine, several moments to one step. */
    static final String MOMENT = "moment";

    private final Planning planning;
    private final Timing.OverTime overTime;

    Levels(Planning planning, Timing.@Nullable OverTime overTime) {
        this.planning = planning;
        this.overTime = Objects.requireNonNull(overTime);
    }

    /** The moment as a column that stays. */
    static Node.Key moment() {
        return new Node.Key(MOMENT, Exprs.column(MOMENT, Type.TIMESTAMP));
    }

    String word() {
        return overTime.choice().name().toLowerCase(Locale.ROOT) + " moment";
    }

    /** What a feed must bring, so that moments can be looked for by it. */
    List<Node.Key> keys() {
        List<Node.Key> keys = new ArrayList<>();
        for (int i = 0; i < overTime.by().size(); i++) {
            keys.add(new Node.Key("g" + i, overTime.by().get(i)));
        }
        return keys;
    }

    List<Expr> columns() {
        return keys().stream().map(key -> Exprs.column(key.name())).toList();
    }

    /**
     * The feed with only the rows that count.
     *
     * @param periods what tells its periods apart
     * @param time of its rows
     */
    Feed of(Feed feed, List<Expr> periods, Expr time) {
        if (overTime.choice() == Timing.Choice.AVERAGE) {
            return new Feed(
                    feed.node(), feed.columns().stream().map(c -> mean(c, time)).toList());
        }
        Node first = new Node.First(
                planning.name("k", "level"),
                "the rows of the " + word() + " of each period",
                feed.node(),
                Stream.concat(columns().stream(), periods.stream()).toList(),
                List.of(time),
                overTime.choice() == Timing.Choice.LAST,
                true);
        return new Feed(first, feed.columns());
    }

    private static Feed.Column mean(Feed.Column column, Expr time) {
        String moments = column.part() + "_moments";
        List<Node.Measure> merges = new ArrayList<>(column.merges());
        merges.add(new Node.Measure(moments, AggregateFunction.COUNT_DISTINCT, time, null, null, 0, false));
        Expr value = Exprs.call(Function.DIVIDE, column.value(), Exprs.column(moments));
        return new Feed.Column(column.part(), merges, value);
    }
}

package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.util.List;

/**
 * Rows without a time in a question by periods that a spine has. They lie in none of its periods, and where the question asks for
 * no stretch of time they are a group of their own, beside the periods:
 *
 * <pre>
 *   January   3
 *   February  0      filled
 *             7      without a time
 * </pre>
 *
 * Where a calendar table names the periods, days that it lacks have no name either: those are one group, so there the spine
 * has a step without a time.
 *
 * @param range that is asked for
 * @param grain of the spine's steps
 */
record Undated(Planning planning, Facts.Group group, Lens lens, Dims dims, TimeScope.Range range, Grain grain) {
    private static final Expr TIME = Exprs.column(Node.TIME, Type.TIMESTAMP);
    private static final Expr BUCKET = Exprs.column(Node.BUCKET, Type.TIMESTAMP);

    /** A value over a window, or of the last moment, is one of a time. */
    private boolean count() {
        return range.isOpen() && !lens.moves() && lens.overTime() == null;
    }

    private boolean areOnSpine() {
        return count() && dims.cuts().stream().anyMatch(TimeCut.Named.class::isInstance);
    }

    /** The stretch of rows that the spine's steps meet, out of what they reach. */
    TimeScope.Range met(TimeScope.Range reach) {
        return areOnSpine() ? reach : planning.dated(reach);
    }

    /** The spine, with a step for the feed's rows that have no time. */
    Node on(Node spine, Feed feed) {
        if (!areOnSpine()) {
            return spine;
        }
        Node none = new Node.Combine(
                planning.name("t", "none"),
                "what has no time",
                feed.node(),
                null,
                Exprs.call(Function.IS_NULL, BUCKET),
                List.of(new Node.Key(Node.TIME, BUCKET)),
                List.of(),
                true);
        return new Node.Stack(
                planning.name("t", "all"), "with what has no time", List.of(spine, none), List.of(Node.TIME));
    }

    /** Which of the feed's rows a step of the spine meets. */
    Expr match(boolean longer) {
        return areOnSpine()
                ? Exprs.call(Function.IS_NOT_DISTINCT_FROM, BUCKET, TIME)
                : new Counted(grain, longer).on(lens);
    }

    /** The group of those that are not on the spine, with the same columns as what is shown of the spine. */
    List<Node> beside(Source source) {
        if (!count() || areOnSpine()) {
            return List.of();
        }
        Expr.FieldRef time = planning.time(group);
        Expr without = Exprs.and(Exprs.withoutPlaces(planning.question().where()), Exprs.call(Function.IS_NULL, time));
        var request = new Feed.Request(Exprs.bucket(time, grain), "group, without a time", dims.keys(), without, range);
        return source.feeds(request).stream()
                .<Node>map(feed -> new Node.Combine(
                        planning.name("c", group.home()),
                        group.home() + ", what has no time",
                        feed.node(),
                        null,
                        null,
                        dims.columns(),
                        feed.merges(),
                        true))
                .toList();
    }
}

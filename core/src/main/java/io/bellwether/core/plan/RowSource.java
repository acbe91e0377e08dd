package io.bellwether.core.plan;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a dataset. What can be merged is made small first:
 *
 * <pre>
 *   mergeable   rows ─▶ one row a day            sums of sums
 *   distinct    rows ─▶ one row a day and key    count(distinct key)
 *   the rest    rows                             median, percentile, deviation
 * </pre>
 *
 * Safe because sums, counts, minima and maxima of a whole follow from those of its parts, and a set of keys loses nothing
 * by having each of them once a day. All mergeable leaves share one scan.
 *
 * @param leaves by the names of their columns
 * @param needed the windows that need each of them
 */
record RowSource(Planning planning, Facts.Group group, Map<String, Leaf> leaves, Map<String, Set<Integer>> needed)
        implements Source {
    @Override
    public List<String> parts() {
        return List.copyOf(leaves.keySet());
    }

    @Override
    public @Nullable Expr about() {
        return SharedFilter.of(leaves.values());
    }

    @Override
    public Set<Integer> windows(List<String> parts) {
        return parts.stream()
                .map(part -> Objects.requireNonNull(needed.get(part)))
                .reduce(Lowering::union)
                .orElseThrow();
    }

    /**
     * Every leaf in the same scan:
     *
     * <pre>
     *   a0 = sum(amount)                      SELECT keys, sum(amount) AS a0,
     *   a1 = count(*) filter (returned)   ⇒          count(*) FILTER (WHERE returned) AS a1
     *                                         FROM sales … GROUP BY keys
     * </pre>
     */
    @Override
    public Node direct(List<Node.Key> keys, @Nullable Expr condition, TimeScope.Range range) {
        Expr shared = SharedFilter.of(leaves.values());
        List<Node.Measure> measures = new ArrayList<>();
        leaves.forEach((name, leaf) -> measures.add(new Node.Measure(
                name,
                leaf.function(),
                leaf.argument(),
                shared == null ? leaf.filter() : null,
                leaf.fraction(),
                0,
                false)));
        Expr any = shared == null ? SharedFilter.any(leaves.values()) : shared;
        return new ScanBuilder(planning, group)
                .build("s", group.home() + ", aggregated", keys, measures, Exprs.and(condition, any), range, true);
    }

    @Override
    public List<Feed> feeds(Feed.Request request) {
        Map<String, Leaf> mergeable = new LinkedHashMap<>();
        List<Feed> feeds = new ArrayList<>();
        leaves.forEach((name, leaf) -> {
            if (leaf.function().isMergeable()) {
                mergeable.put(name, leaf);
            }
        });
        if (!mergeable.isEmpty()) {
            feeds.add(merged(request, mergeable));
        }
        leaves.forEach((name, leaf) -> {
            if (!mergeable.containsKey(name)) {
                feeds.add(gathered(request, name, leaf));
            }
        });
        return feeds;
    }

    private Feed merged(Feed.Request request, Map<String, Leaf> mergeable) {
        Expr shared = SharedFilter.of(mergeable.values());
        List<Node.Measure> measures = new ArrayList<>();
        List<Feed.Column> columns = new ArrayList<>();
        mergeable.forEach((name, leaf) -> {
            List<Node.Measure> parts =
                    Merges.parts(name, leaf.function(), leaf.argument(), shared == null ? leaf.filter() : null);
            measures.addAll(parts);
            columns.add(Merges.column(name, parts));
        });
        Expr any = shared == null ? SharedFilter.any(mergeable.values()) : shared;
        Node scan = new ScanBuilder(planning, group)
                .build(
                        "s",
                        group.home() + " by " + request.each(),
                        request.allKeys(),
                        measures,
                        Exprs.and(request.condition(), any),
                        request.range(),
                        true);
        return new Feed(scan, columns);
    }

    /** Each key once for a distinct count, every row for what cannot be merged at all. */
    private Feed gathered(Feed.Request request, String name, Leaf leaf) {
        boolean distinct = leaf.function() == AggregateFunction.COUNT_DISTINCT;
        Expr argument = Objects.requireNonNull(leaf.argument(), "only count(*) has no argument");
        List<Node.Key> keys = new ArrayList<>(request.allKeys());
        List<Expr> values = isSeveral(argument) ? ((Expr.Call) argument).arguments() : List.of(argument);
        List<Expr> columns = new ArrayList<>();
        for (Expr value : values) {
            boolean plain = value instanceof Expr.Literal;
            String column = columns.isEmpty() ? name : name + "_" + columns.size();
            columns.add(plain ? value : Exprs.column(column));
            if (!plain) {
                keys.add(new Node.Key(column, value));
            }
        }
        Expr over = isSeveral(argument)
                ? new Expr.Call(((Expr.Call) argument).function(), columns, argument.span())
                : columns.getFirst();
        String note = distinct ? group.home() + ", each key once a " + request.each() : group.home();
        // A row without the value is of its group, whose value then is 0 or nothing; of pairs it would be one.
        Expr there = isSeveral(argument) ? Exprs.notNull(values.getFirst()) : null;
        Expr condition = Exprs.and(request.condition(), Exprs.and(leaf.filter(), there));
        Node scan = new ScanBuilder(planning, group)
                .build("s", note, keys, List.of(), condition, request.range(), distinct);
        return new Feed(scan, List.of(Merges.whole(name, leaf.function(), over, leaf.fraction())));
    }

    private static boolean isSeveral(Expr argument) {
        return argument instanceof Expr.Call call && call.function().isSeveral();
    }
}

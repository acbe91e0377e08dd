package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question over many windows of time, which may overlap. Rows are never joined to windows where something smaller can be:
 *
 * <pre>
 *   mergeable   rows ─▶ one row a day ─▶ windows          sums of sums
 *   distinct    rows ─▶ one row a day and key ─▶ windows  count(distinct key)
 *   the rest    rows ─▶ windows                           median, percentile, deviation
 * </pre>
 *
 * Safe because every window starts and ends where a day does (else the cut is an hour, a minute, a second, or the row's own
 * time), sums, counts, minima and maxima of a whole follow from those of its parts, and a set of keys loses nothing by
 * having each of them once a day. All mergeable leaves of a fact share one scan.
 */
final class WindowedFacts implements Facts {
    private final Question question;
    private final Scans scans;
    private final List<Plan.Window> windows;
    private final java.util.function.Function<Leaf, Set<Integer>> needed;
    private final boolean pivoted;
    private final @Nullable Grain grain;
    private final Map<String, Leaf> byName = new HashMap<>();

    WindowedFacts(
            Catalog catalog,
            Question question,
            JoinPaths paths,
            List<Plan.Window> windows,
            java.util.function.Function<Leaf, Set<Integer>> needed) {
        this.question = question;
        this.scans = new Scans(catalog, question, paths);
        this.windows = windows;
        this.needed = needed;
        this.pivoted = !question.comparisons().isEmpty();
        this.grain = Windows.cut(windows);
    }

    @Override
    public List<Node> nodes(Group group, Map<Leaf, String> leaves) {
        Map<Leaf, String> mergeable = new LinkedHashMap<>();
        List<Node> nodes = new ArrayList<>();
        leaves.forEach((leaf, name) -> {
            byName.put(name, leaf);
            if (leaf.function().isMergeable()) {
                mergeable.put(leaf, name);
            }
        });
        if (!mergeable.isEmpty()) {
            nodes.add(merged(group, mergeable));
        }
        leaves.forEach((leaf, name) -> {
            if (!mergeable.containsKey(leaf)) {
                nodes.add(gathered(group, leaf, name));
            }
        });
        return nodes;
    }

    /** One row a day, then windows. */
    private Node merged(Group group, Map<Leaf, String> leaves) {
        Expr shared = SharedFilter.of(leaves.keySet());
        List<Node.Measure> parts = new ArrayList<>();
        List<Node.Measure> wholes = new ArrayList<>();
        leaves.forEach((leaf, name) -> parts(leaf, name).forEach(part -> {
            Expr filter = shared == null ? leaf.filter() : null;
            parts.add(new Node.Measure(part.name(), part.function(), leaf.argument(), filter, null, 0, false));
            forEachComparison(comparison -> wholes.add(merge(part, comparison)));
        }));
        Set<Integer> only = leaves.keySet().stream()
                .map(needed)
                .reduce(WindowedFacts::union)
                .orElseThrow();
        String each = grain == null ? "moment" : grain.word();
        Node.Scan scan = scan(group, group.home() + " by " + each, grain, List.of(), parts, shared, true);
        return inWindows(group, scan, only, wholes);
    }

    private record Part(String name, AggregateFunction function) {}

    private static List<Part> parts(Leaf leaf, String name) {
        return leaf.function() == AggregateFunction.AVERAGE
                ? List.of(
                        new Part(name + "_sum", AggregateFunction.SUM), new Part(name + "_n", AggregateFunction.COUNT))
                : List.of(new Part(name, leaf.function()));
    }

    private Node.Measure merge(Part part, int comparison) {
        boolean counts = part.function() == AggregateFunction.COUNT || part.function() == AggregateFunction.COUNT_ROWS;
        AggregateFunction merge = counts ? AggregateFunction.SUM : part.function();
        return new Node.Measure(
                column(part.name(), comparison), merge, column(part.name()), null, null, comparison, counts);
    }

    /** One row a day and key for a distinct count, every row for what cannot be merged at all; then windows. */
    private Node gathered(Group group, Leaf leaf, String name) {
        boolean distinct = leaf.function() == AggregateFunction.COUNT_DISTINCT;
        Expr argument = java.util.Objects.requireNonNull(leaf.argument(), "only count(*) has no argument");
        Node.Scan scan = scan(
                group,
                distinct
                        ? group.home() + ", each key once a " + (grain == null ? "moment" : grain.word())
                        : group.home(),
                distinct ? grain : null,
                List.of(new Node.FieldKey(name, argument)),
                List.of(),
                Exprs.and(leaf.filter(), Exprs.notNull(argument)),
                distinct);
        List<Node.Measure> measures = new ArrayList<>();
        forEachComparison(comparison -> measures.add(new Node.Measure(
                column(name, comparison), leaf.function(), column(name), null, leaf.fraction(), comparison, false)));
        return inWindows(group, scan, needed.apply(leaf), measures);
    }

    private Node.Scan scan(
            Group group,
            String note,
            @Nullable Grain cut,
            List<Node.Key> more,
            List<Node.Measure> measures,
            @Nullable Expr filter,
            boolean grouped) {
        List<Node.Key> keys = new ArrayList<>();
        keys.add(new Node.TimeKey(Node.BUCKET, scans.time(group), cut));
        for (int i = 0; i < question.dimensions().size(); i++) {
            if (question.dimensions().get(i) instanceof Dimension.ByField field) {
                keys.add(scans.key(group, "d" + i, field));
            }
        }
        keys.addAll(more);
        LocalDateTime start = windows.stream()
                .map(Plan.Window::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDateTime end = windows.stream()
                .map(Plan.Window::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return scans.scan(group, note, keys, measures, filter, new TimeScope.Range(start, end), grouped);
    }

    private Node inWindows(Group group, Node.Scan scan, Set<Integer> only, List<Node.Measure> measures) {
        String what = pivoted ? "each period beside what it is compared with" : "each window";
        return new Node.InWindows(
                "w" + scan.name().substring(1),
                group.home() + ": " + what,
                scan,
                dimensionKeys(),
                only,
                pivoted,
                measures);
    }

    private List<String> dimensionKeys() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            if (question.dimensions().get(i) instanceof Dimension.ByField) {
                keys.add("d" + i);
            }
        }
        return keys;
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>(List.of(Node.WINDOW));
        keys.addAll(dimensionKeys());
        return keys;
    }

    @Override
    public List<Node.Named> keyColumns() {
        if (!pivoted) {
            return List.of(new Node.Named(Node.WINDOW, column(Node.WINDOW)));
        }
        List<Node.Named> columns = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            String name = switch (question.dimensions().get(i)) {
                case Dimension.ByField ignored -> "d" + i;
                case Dimension.ByTime ignored -> Node.WINDOW;
            };
            columns.add(new Node.Named(question.dimensions().get(i).as(), column(name)));
        }
        return columns;
    }

    @Override
    public Expr value(String leaf, int comparison) {
        if (java.util.Objects.requireNonNull(byName.get(leaf)).function() != AggregateFunction.AVERAGE) {
            return column(column(leaf, comparison));
        }
        return new Expr.Call(
                Function.DIVIDE,
                List.of(column(column(leaf + "_sum", comparison)), column(column(leaf + "_n", comparison))),
                Exprs.NOWHERE);
    }

    private void forEachComparison(java.util.function.IntConsumer work) {
        for (int comparison = 0; comparison <= question.comparisons().size(); comparison++) {
            work.accept(comparison);
        }
    }

    private static String column(String name, int comparison) {
        return comparison == 0 ? name : name + "_" + comparison;
    }

    private static Expr column(String name) {
        return new Expr.ColumnRef(name, Type.OTHER, Exprs.NOWHERE);
    }

    private static Set<Integer> union(Set<Integer> left, Set<Integer> right) {
        return Lowering.union(left, right);
    }
}

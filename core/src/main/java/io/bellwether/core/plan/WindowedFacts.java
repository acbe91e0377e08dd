package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question over many windows of time that are known beforehand and may overlap. Rows are never joined to windows where
 * something smaller can be: {@link RowSource} makes it, cut where every window starts and ends. Whatever a metric does
 * with time becomes a change of its windows: the last 28 days of October are the window that starts on 4 October.
 */
final class WindowedFacts implements Facts {
    private final Planning planning;
    private final Question question;
    private final List<Plan.Window> windows;
    private final boolean pivoted;

    /** @param pivoted whether the windows are periods with their comparisons */
    WindowedFacts(Planning planning, List<Plan.Window> windows, boolean pivoted) {
        this.planning = planning;
        this.question = planning.question();
        this.windows = windows;
        this.pivoted = pivoted;
    }

    @Override
    public Presented present(Source source, Lens lens) {
        List<Plan.Window> seen = Windows.through(lens, windows, planning);
        Grain grain = Windows.cut(seen);
        Levels levels = lens.overTime() == null ? null : new Levels(planning, lens.overTime());
        Expr.FieldRef time = planning.time(source.group());
        List<Node.Key> keys = new ArrayList<>(fields(source.group()));
        Grain bucket = grain;
        if (levels != null) {
            keys.addAll(levels.keys());
            bucket = planning.grain(source.group()).orElse(null);
        }
        Stretches read = Stretches.of(needed(seen, source.windows(source.parts())));
        // A running value is one of a time: what has none is in none.
        boolean ever = levels == null && !lens.moves() && isEver(seen);
        Expr cut = Exprs.bucket(time, bucket);
        var request = new Feed.Request(
                ever ? Exprs.call(Function.COALESCE, cut, new Expr.TimestampLiteral(Windows.EVER, Exprs.NOWHERE)) : cut,
                bucket == null ? "moment" : bucket.word(),
                keys,
                Exprs.and(Exprs.withoutPlaces(question.where()), read.condition(time)),
                ever ? (TimeScope.Range) question.time() : read.range());
        var windowed = lens.isPlain() || !lens.moves()
                ? new Node.Windowed("windows", "the windows of time that are asked for", seen)
                : new Node.Windowed(
                        planning.name("w", "windows"), "the windows of time that these rows count for", seen);
        List<Node> nodes = new ArrayList<>();
        Map<String, List<Expr>> values = new LinkedHashMap<>();
        for (Feed feed : source.feeds(request)) {
            Set<Integer> only = source.windows(
                    feed.columns().stream().map(Feed.Column::part).toList());
            nodes.add(
                    levels == null
                            ? gathered(source.group(), feed, windowed, only)
                            : levels(source.group(), feed, windowed, only, levels, values));
            feed.columns().forEach(column -> values.putIfAbsent(column.part(), forEachComparison(column.value())));
        }
        return new Presented(nodes, values);
    }

    /** From the start of the first window to the end of the last. */
    TimeWindow span() {
        return new TimeWindow(
                windows.stream()
                        .map(Plan.Window::start)
                        .min(LocalDateTime::compareTo)
                        .orElseThrow(),
                windows.stream()
                        .map(Plan.Window::end)
                        .max(LocalDateTime::compareTo)
                        .orElseThrow());
    }

    /** Every window once. */
    Node all(Node days) {
        Node moments = new Node.Combine(
                planning.name("c", "days"),
                "its days",
                days,
                null,
                null,
                List.of(new Node.Key(Node.BUCKET, Exprs.column(Node.TIME, Type.TIMESTAMP))),
                List.of(),
                false);
        return new Node.InWindows(
                planning.name("w", "all"),
                "every window",
                moments,
                new Node.Windowed("windows", "the windows of time that are asked for", windows),
                List.of(),
                Set.of(),
                pivoted,
                List.of(),
                List.of());
    }

    /** Whether all that is seen counts: then what has no time counts as from before all. */
    private boolean isEver(List<Plan.Window> seen) {
        return question.time() instanceof TimeScope.Range range
                && range.isOpen()
                && seen.stream().allMatch(window -> window.start().equals(Windows.EVER));
    }

    private static List<Plan.Window> needed(List<Plan.Window> windows, Set<Integer> numbers) {
        return numbers.isEmpty()
                ? windows
                : windows.stream().filter(w -> numbers.contains(w.window())).toList();
    }

    private List<Node.Key> fields(Group group) {
        List<Dimension> dimensions = question.dimensions();
        List<Node.Key> all = new Dims(planning, group).keys();
        List<Node.Key> keys = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i) instanceof Dimension.ByField) {
                keys.add(all.get(i));
            }
        }
        return keys;
    }

    private Node gathered(Group group, Feed feed, Node.Windowed windowed, Set<Integer> only) {
        List<Node.Measure> measures = new ArrayList<>();
        feed.merges().forEach(merge -> forEachComparison(i -> measures.add(measure(merge, i, merge.argument(), null))));
        return inWindows(group, feed.node(), windowed, dimensionKeys(), only, List.of(), measures);
    }

    private Node.InWindows inWindows(
            Group group,
            Node input,
            Node.Windowed windowed,
            List<String> keys,
            Set<Integer> only,
            List<String> passed,
            List<Node.Measure> measures) {
        String what = pivoted ? "each period beside what it is compared with" : "each window";
        return new Node.InWindows(
                planning.name("w", group.home()),
                group.home() + ": " + what,
                input,
                windowed,
                keys,
                only,
                pivoted,
                passed,
                measures);
    }

    private static Node.Measure measure(
            Node.Measure merge, int comparison, @Nullable Expr argument, @Nullable Expr filter) {
        return new Node.Measure(
                column(merge.name(), comparison),
                merge.function(),
                argument,
                filter,
                merge.fraction(),
                comparison,
                merge.merges());
    }

    /** Rows and windows side by side, then in each window the rows of the moments that count, then their values. */
    private Node levels(
            Group group,
            Feed feed,
            Node.Windowed windowed,
            Set<Integer> only,
            Levels levels,
            Map<String, List<Expr>> values) {
        List<String> keys = Stream.concat(
                        dimensionKeys().stream(), levels.keys().stream().map(Node.Key::name))
                .toList();
        List<String> passed =
                Stream.concat(Stream.of(Node.BUCKET), feed.passed().stream()).toList();
        Node rows = inWindows(group, feed.node(), windowed, keys, only, passed, List.of());
        List<Expr> periods = List.of(Exprs.column(Node.WINDOW), Exprs.column(Node.COMPARISON));
        Feed level = levels.of(new Feed(rows, feed.columns()), periods, Exprs.column(Node.BUCKET));
        List<Node.Measure> measures = new ArrayList<>();
        level.merges()
                .forEach(merge -> forEachComparison(
                        i -> measures.add(measure(merge, i, merge.argument(), pivoted ? isComparison(i) : null))));
        level.columns().forEach(column -> values.put(column.part(), forEachComparison(column.value())));
        return new Node.Combine(
                planning.name("c", group.home()),
                group.home() + ", " + levels.word() + " of each window",
                level.node(),
                null,
                null,
                keys().stream().map(k -> new Node.Key(k, Exprs.column(k))).toList(),
                measures,
                true);
    }

    private static Expr isComparison(int i) {
        Expr number = new Expr.NumberLiteral(BigDecimal.valueOf(i), Exprs.NOWHERE);
        return Exprs.call(Function.EQUAL, Exprs.column(Node.COMPARISON, Type.INTEGER), number);
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
            return List.of(new Node.Named(Node.WINDOW, Exprs.column(Node.WINDOW)));
        }
        List<Node.Named> columns = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            String name = switch (question.dimensions().get(i)) {
                case Dimension.ByField ignored -> "d" + i;
                case Dimension.ByTime ignored -> Node.WINDOW;
            };
            columns.add(new Node.Named(question.dimensions().get(i).as(), Exprs.column(name)));
        }
        return columns;
    }

    /** The value with the columns of each comparison in the place of the period's own. */
    private List<Expr> forEachComparison(Expr value) {
        List<Expr> values = new ArrayList<>();
        forEachComparison(i -> values.add(renamed(value, i)));
        return values;
    }

    private static Expr renamed(Expr value, int comparison) {
        return value instanceof Expr.ColumnRef ref
                ? Exprs.column(column(ref.column(), comparison))
                : Exprs.rebuild(value, child -> renamed(child, comparison));
    }

    private void forEachComparison(java.util.function.IntConsumer work) {
        for (int comparison = 0; comparison <= question.comparisons().size(); comparison++) {
            work.accept(comparison);
        }
    }

    private static String column(String name, int comparison) {
        return comparison == 0 ? name : name + "_" + comparison;
    }
}

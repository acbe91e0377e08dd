package io.bellwether.core.plan;

import io.bellwether.core.expression.Exprs;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands side by side and is read from the same table is read once, and met by the windows once:
 *
 * <pre>
 *   Scan days ─▶ InWindows ─┐
 *   Scan days ─▶ InWindows ─┼▶ Stack      ⇒      Scan days ─▶ InWindows
 *   Scan days ─▶ InWindows ─┘
 * </pre>
 *
 * Safe because the windows are the same ones, each of them comes back once, and each column's value follows from its own
 * columns of the table alone. Windows that only some of them needed come back for all; so that nothing is missing from
 * those either, the days of every such window are read.
 */
final class SharedTables {
    private SharedTables() {}

    static Node of(Node node) {
        if (!(node instanceof Node.Stack stack)) {
            return node;
        }
        List<Node> inputs = stack.keys().isEmpty() ? looks(stack) : windows(stack);
        return inputs.size() == 1 && !(inputs.getFirst() instanceof Node.Scan)
                ? inputs.getFirst()
                : new Node.Stack(stack.name(), stack.note(), inputs, stack.keys());
    }

    private static List<Node> windows(Node.Stack stack) {
        Map<List<Object>, List<Node.InWindows>> together = new LinkedHashMap<>();
        List<Node> inputs = new ArrayList<>();
        for (Node input : stack.inputs()) {
            if (input instanceof Node.InWindows windows
                    && windows.input() instanceof Node.Scan scan
                    && isPlain(windows, scan)
                    && stack.keys().equals(List.of(Node.WINDOW))) {
                together.computeIfAbsent(
                                List.of(scan.home().name(), windows.windows().name()), k -> new ArrayList<>())
                        .add(windows);
            } else {
                inputs.add(input);
            }
        }
        together.values().forEach(some -> inputs.add(some.size() == 1 ? some.getFirst() : once(some)));
        return inputs;
    }

    /** A row a day as it stands in a table, in windows that all come back. */
    private static boolean isPlain(Node.InWindows windows, Node.Scan scan) {
        return !windows.pivoted()
                && windows.keys().isEmpty()
                && windows.passed().isEmpty()
                && !scan.grouped()
                && scan.joins().isEmpty()
                && scan.condition() == null
                && scan.bounds().size() == 1
                && scan.keys().getFirst().name().equals(Node.BUCKET);
    }

    private static Node once(List<Node.InWindows> some) {
        Node.InWindows first = some.getFirst();
        Set<Integer> only =
                some.stream().map(Node.InWindows::only).reduce(Lowering::union).orElseThrow();
        Set<Node.Key> columns = new LinkedHashSet<>();
        some.forEach(windows -> columns.addAll(((Node.Scan) windows.input()).keys()));
        List<Node.Scan> scans = some.stream().map(w -> (Node.Scan) w.input()).toList();
        Node.Scan scan = scans.getFirst();
        Node days = new Node.Scan(
                scan.name(),
                "all that is by day, from rollups",
                scan.home(),
                List.of(),
                List.of(widest(scans)),
                null,
                List.copyOf(columns),
                List.of(),
                false);
        List<Node.Measure> measures =
                some.stream().flatMap(w -> w.measures().stream()).toList();
        return new Node.InWindows(
                first.name(), "each window", days, first.windows(), List.of(), only, false, List.of(), measures);
    }

    /** Each bound lies where its windows or the as-of end: the widest lies where the windows of all or the as-of do. */
    private static Node.Bound widest(List<Node.Scan> scans) {
        Node.Bound widest = scans.getFirst().bounds().getFirst();
        for (Node.Scan scan : scans) {
            Node.Bound its = scan.bounds().getFirst();
            LocalDateTime from = widest.from();
            LocalDateTime before = widest.before();
            boolean earlier = from != null && (its.from() == null || its.from().isBefore(from));
            boolean later =
                    before != null && (its.before() == null || its.before().isAfter(before));
            widest = new Node.Bound(widest.time(), earlier ? its.from() : from, later ? its.before() : before);
        }
        return widest;
    }

    /** Sums over all that a table holds, in one scan of it: with the same bounds, and no condition on rows. */
    private static List<Node> looks(Node.Stack stack) {
        Map<List<Object>, List<Node>> together = new LinkedHashMap<>();
        List<Node> inputs = new ArrayList<>();
        for (Node input : stack.inputs()) {
            Node.Scan scan = whole(input);
            if (scan == null) {
                inputs.add(input);
            } else {
                together.computeIfAbsent(List.of(scan.home().name(), scan.bounds()), k -> new ArrayList<>())
                        .add(input);
            }
        }
        together.values().forEach(some -> inputs.add(some.size() == 1 ? some.getFirst() : look(some)));
        return inputs;
    }

    /** The scan, or what a step that only renames reads; null for any other. */
    private static Node.@Nullable Scan whole(Node input) {
        Node below = input instanceof Node.Combine combine
                        && combine.right() == null
                        && combine.condition() == null
                        && !combine.grouped()
                ? combine.left()
                : input;
        return below instanceof Node.Scan scan
                        && scan.keys().isEmpty()
                        && scan.joins().isEmpty()
                        && scan.condition() == null
                        && scan.grouped()
                ? scan
                : null;
    }

    private static Node look(List<Node> some) {
        List<Node.Scan> scans =
                some.stream().flatMap(node -> Stream.ofNullable(whole(node))).toList();
        Node.Scan first = scans.getFirst();
        Node scan = new Node.Scan(
                first.name(),
                "all sums over all days, from rollups",
                first.home(),
                List.of(),
                first.bounds(),
                null,
                List.of(),
                scans.stream().flatMap(s -> s.measures().stream()).toList(),
                true);
        List<Node.Key> columns = new ArrayList<>();
        for (Node node : some) {
            columns.addAll(
                    switch (node) {
                        case Node.Combine combine -> combine.keys();
                        case Node.Scan own ->
                            own.measures().stream()
                                    .map(m -> new Node.Key(m.name(), Exprs.column(m.name())))
                                    .toList();
                        default -> throw new IllegalStateException(node.name());
                    });
        }
        return new Node.Combine(first.name() + "_all", first.note(), scan, null, null, columns, List.of(), false);
    }
}

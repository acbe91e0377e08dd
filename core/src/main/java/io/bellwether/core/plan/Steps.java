package io.bellwether.core.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Walks the steps of a plan. */
final class Steps {
    private Steps() {}

    /** The step and all below it, each once and after those that it reads. */
    static List<Node> of(Node node) {
        Map<String, Node> found = new LinkedHashMap<>();
        collect(node, found);
        return new ArrayList<>(found.values());
    }

    private static void collect(Node node, Map<String, Node> found) {
        if (found.containsKey(node.name())) {
            return;
        }
        inputs(node).forEach(input -> collect(input, found));
        found.putIfAbsent(node.name(), node);
    }

    private static List<Node> inputs(Node node) {
        return switch (node) {
            case Node.Scan scan ->
                Stream.concat(
                                scan.widened().stream(),
                                scan.joins().stream()
                                        .filter(join -> join.target() instanceof Node.Target.Step)
                                        .map(join -> ((Node.Target.Step) join.target()).node()))
                        .toList();
            case Node.Widened widened -> inputs(widened.rows());
            case Node.InWindows windows -> List.of(windows.input());
            case Node.Series series -> List.of(series.within());
            case Node.Combine combine ->
                combine.right() == null
                        ? List.of(combine.left())
                        : List.of(combine.left(), combine.right().node());
            case Node.First first -> List.of(first.input());
            case Node.Numbered numbered -> List.of(numbered.input());
            case Node.Stack stack -> stack.inputs();
        };
    }
}

package io.bellwether.core.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A change of steps, carried through all that stands above them: inputs first, each step once. */
final class NodeChange {
    private final UnaryOperator<Node> change;
    private final Map<String, Node> changed = new LinkedHashMap<>();

    /** @param change of a step whose inputs are changed already; it keeps the step's name and columns */
    NodeChange(UnaryOperator<Node> change) {
        this.change = change;
    }

    Node of(Node node) {
        Node known = changed.get(node.name());
        if (known == null) {
            known = change.apply(withInputs(node));
            changed.put(node.name(), known);
        }
        return known;
    }

    private Node withInputs(Node node) {
        return switch (node) {
            case Node.Scan n ->
                n.from(
                        n.home(),
                        n.joins().stream().map(this::join).toList(),
                        n.widened().stream().map(w -> (Node.Widened) of(w)).toList());
            case Node.Widened n ->
                new Node.Widened(n.name(), n.note(), n.fields(), (Node.Scan) change.apply(withInputs(n.rows())));
            case Node.InWindows n -> over(n, of(n.input()));
            case Node.Series n -> new Node.Series(n.name(), n.note(), n.grain(), n.from(), n.before(), of(n.within()));
            case Node.Combine n ->
                new Node.Combine(
                        n.name(),
                        n.note(),
                        of(n.left()),
                        n.right() == null
                                ? null
                                : new Node.Match(
                                        of(n.right().node()),
                                        n.right().on(),
                                        n.right().outer()),
                        n.condition(),
                        n.keys(),
                        n.measures(),
                        n.grouped());
            case Node.First n ->
                new Node.First(n.name(), n.note(), of(n.input()), n.partition(), n.order(), n.descending(), n.ties());
            case Node.Numbered n -> new Node.Numbered(n.name(), n.note(), of(n.input()), n.order());
            case Node.Stack n -> new Node.Stack(n.name(), n.note(), all(n.inputs()), n.keys());
        };
    }

    static Node.InWindows over(Node.InWindows n, Node input) {
        return new Node.InWindows(
                n.name(), n.note(), input, n.windows(), n.keys(), n.only(), n.pivoted(), n.passed(), n.measures());
    }

    private List<Node> all(List<Node> nodes) {
        return nodes.stream().map(this::of).toList();
    }

    private Node.Join join(Node.Join join) {
        return join.target() instanceof Node.Target.Step(Node step)
                ? new Node.Join(
                        join.alias(),
                        new Node.Target.Step(of(step)),
                        join.kind(),
                        join.on(),
                        join.bound(),
                        join.relationship(),
                        join.unique())
                : join;
    }
}

package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Periods in which nothing happened, beside those in which something did. */
record FilledPeriods(Planning planning, String home, Dims dims, PeriodCondition condition) {
    private static final String PERIOD = "period_";

    /** Every group of the rows with every period: no value stands there, and rows with one come to lie on them. */
    Node forEachGroup(Node rows, Node spine) {
        List<Node.Key> fields = new ArrayList<>();
        Stream.concat(dims.fieldKeys().stream(), condition.carried().stream())
                .forEach(key -> fields.add(new Node.Key(key.name(), Exprs.column(key.name()))));
        Node.Match groups = fields.isEmpty()
                ? null
                : new Node.Match(
                        combined("its groups", rows, null, null, fields, true),
                        new Expr.BooleanLiteral(true, Exprs.NOWHERE),
                        false);
        return combined("every period of every group", spine, groups, condition.periods(), dims.periodKeys(), true);
    }

    /**
     * Every period once, beside what it comes to for each group, if anything:
     *
     * <pre>
     *   January  FR  3                       January   FR  3
     *   March    FR  1                 ⇒     February
     *   and the periods of the spine         March     FR  1
     * </pre>
     */
    Node once(Node shown, Node spine) {
        if (!condition.carried().isEmpty()) {
            return shown;
        }
        List<Node.Key> periods = new ArrayList<>();
        List<Node.Key> keys = new ArrayList<>();
        List<Expr> on = new ArrayList<>();
        for (Dims.Dim dim : dims.all()) {
            String name = dim.cut() == null ? dim.name() : PERIOD + dim.name();
            keys.add(new Node.Key(dim.name(), Exprs.column(name)));
            if (dim.cut() != null) {
                periods.add(new Node.Key(name, Spines.cut(dim.cut())));
                on.add(Dims.same(dim.name(), name));
            }
        }
        List<String> known = dims.all().stream().map(Dims.Dim::name).toList();
        shown.columns().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> keys.add(new Node.Key(name, Exprs.column(name))));
        Node all = combined("every period", spine, null, condition.periods(true), periods, true);
        var match = new Node.Match(shown, java.util.Objects.requireNonNull(Exprs.all(on)), true);
        return combined("each period at least once", all, match, condition.periods(false), keys, false);
    }

    private Node combined(
            String note,
            Node left,
            Node.@Nullable Match right,
            @Nullable Expr where,
            List<Node.Key> keys,
            boolean grouped) {
        return new Node.Combine(
                planning.name("c", home), home + ", " + note, left, right, where, keys, List.of(), grouped);
    }
}

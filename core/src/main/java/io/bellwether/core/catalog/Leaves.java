package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What metrics come down to. */
final class Leaves {
    private final Map<String, Metric> metrics;
    private final Map<String, Boolean> additive = new HashMap<>();

    Leaves(Map<String, Metric> metrics) {
        this.metrics = metrics;
    }

    /** The sets of datasets that the metric's aggregates stand on, those with a time of their own left out. */
    Set<Set<String>> datasets(String metric, boolean onlyWithoutTime) {
        Set<Set<String>> found = new LinkedHashSet<>();
        collect(metric, onlyWithoutTime, found, new HashSet<>());
        return found;
    }

    private void collect(String name, boolean onlyWithoutTime, Set<Set<String>> found, Set<String> seen) {
        if (!seen.add(name) || !(metrics.get(name) instanceof Metric.Expression metric)) {
            return;
        }
        if (metric.time() == null || !onlyWithoutTime) {
            Datasets.aggregates(metric.expression()).forEach(aggregate -> found.add(Datasets.in(aggregate)));
        }
        Datasets.metrics(metric.expression()).forEach(ref -> collect(metric.metric(ref), onlyWithoutTime, found, seen));
    }

    /** Whether the values of a timeframe's parts add up to the value of the whole, or grow with it at least. */
    boolean isAdditive(String name) {
        Boolean known = additive.get(name);
        if (known != null) {
            return known;
        }
        additive.put(name, true);
        boolean result = switch (metrics.get(name)) {
            case Metric.Expression metric -> isFlow(metric.timing()) && isAdditive(metric.expression(), metric);
            case Metric.Conversion conversion ->
                !conversion.rate() && conversion.follower().value().function().isExtensive();
            case null -> true;
        };
        additive.put(name, result);
        return result;
    }

    /** Whether each row counts in one period only, whatever else the timing says. */
    private static boolean isFlow(Timing timing) {
        return timing.frame() == null
                && timing.overTime() == null
                && !(timing.offset() instanceof Timing.Offset.ToStart);
    }

    private boolean isAdditive(Expr expr, Metric.Expression of) {
        return switch (expr) {
            case Expr.Aggregate aggregate -> aggregate.function().isExtensive();
            case Expr.MetricRef metric -> isAdditive(metric, of);
            case Expr.Cast cast -> isAdditive(cast.value(), of);
            case Expr.Call call -> isAdditive(call, of);
            case Expr.Case cases -> cases.whens().stream().allMatch(when -> isAdditive(when.result(), of));
            case Expr.Literal literal -> true;
            case Expr.Now now -> true;
            case Expr.In in -> true;
            case Expr.Name name -> true;
            case Expr.FieldRef field -> true;
            case Expr.ColumnRef column -> true;
            case Expr.TimeRef time -> true;
            case Expr.CalendarRef calendar -> true;
            case Expr.Per per -> true;
            case Expr.Window window -> false;
        };
    }

    private boolean isAdditive(Expr.MetricRef ref, Metric.Expression of) {
        Metric.Input input = of.inputs().get(ref.metric());
        boolean flow = input == null || !(input.offset() instanceof Timing.Offset.ToStart);
        return flow && isAdditive(of.metric(ref));
    }

    private boolean isAdditive(Expr.Call call, Metric.Expression of) {
        return switch (call.function()) {
            case ADD, SUBTRACT, NEGATE, COALESCE, ROUND, GREATEST, LEAST, ABS ->
                call.arguments().stream().allMatch(a -> isAdditive(a, of));
            case NULLIF -> isAdditive(call.arguments().getFirst(), of);
            case MULTIPLY ->
                call.arguments().stream().allMatch(a -> isAdditive(a, of))
                        && call.arguments().stream()
                                        .filter(a -> !(a instanceof Expr.Literal))
                                        .count()
                                <= 1;
            case DIVIDE ->
                isAdditive(call.arguments().getFirst(), of) && call.arguments().get(1) instanceof Expr.Literal;
            default -> false;
        };
    }
}

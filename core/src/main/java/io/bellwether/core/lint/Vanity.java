package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can only rise looks good whatever happens. */
final class Vanity implements Rule {
    @Override
    public List<Finding> check(Ground ground) {
        Rising rising = new Rising(ground.catalog());
        return ground.each(kpi -> {
            Metric metric = ground.metric(kpi);
            Timing.Frame frame = rising.frame(metric);
            if (frame == null) {
                return null;
            }
            String since = frame instanceof Timing.Frame.ToDate(String grain)
                    ? "within the " + grain.replace('_', ' ')
                    : "whatever happens";
            String message = Ground.called(kpi) + " cannot fall: \"" + metric.name() + "\" (" + metric.text()
                    + ") only rises " + since;
            String fix = "promise the number of each period, or a rate: a metric without all_time or to_date";
            return Ground.of(kpi, RuleCode.K115, ground.written(kpi).metric().span(), message, fix, null);
        });
    }

    /** Finds what only grows. Where the formula does not tell, the answer is that it may fall. */
    private record Rising(Catalog catalog) {
        /** The frame under which the metric piles up, or null. */
        Timing.@Nullable Frame frame(Metric metric) {
            return metric instanceof Metric.Expression m ? frame(m) : null;
        }

        private Timing.@Nullable Frame frame(Metric.Expression metric) {
            Timing.Frame own = metric.timing().frame();
            if (metric.timing().overTime() != null || own instanceof Timing.Frame.Rolling) {
                return null;
            }
            return own == null
                    ? ofInputs(metric, metric.expression())
                    : grows(metric, metric.expression()) ? own : null;
        }

        /** The first frame of inputs that pile up, where the formula only adds them. */
        private Timing.@Nullable Frame ofInputs(Metric.Expression of, Expr expr) {
            if (!keepsOrder(expr)
                    || of.where() != null
                            && Exprs.all(expr, Expr.MetricRef.class).isEmpty()) {
                return null;
            }
            if (expr instanceof Expr.MetricRef ref) {
                return catalog.metric(of.metric(ref)).map(this::frame).orElse(null);
            }
            Timing.Frame first = null;
            for (Expr part : parts(expr)) {
                Timing.Frame frame = ofInputs(of, part);
                if (frame == null) {
                    return null;
                }
                first = first == null ? frame : first;
            }
            return first;
        }

        /** Whether more rows can only make it greater. */
        private boolean grows(Metric.Expression of, Expr expr) {
            return switch (expr) {
                case Expr.Aggregate aggregate -> grows(aggregate);
                case Expr.MetricRef ref ->
                    catalog.metric(of.metric(ref))
                            .map(m -> m instanceof Metric.Expression e && grows(e, e.expression()))
                            .orElse(false);
                default ->
                    keepsOrder(expr)
                            && !parts(expr).isEmpty()
                            && parts(expr).stream().allMatch(p -> grows(of, p));
            };
        }

        private boolean grows(Expr.Aggregate aggregate) {
            return switch (aggregate.function()) {
                case COUNT, COUNT_ROWS, COUNT_DISTINCT, MAX -> true;
                case SUM, SUM_DISTINCT -> aggregate.argument() != null && !mayBeNegative(aggregate.argument());
                case MIN, AVERAGE, AVERAGE_DISTINCT, MEDIAN, PERCENTILE_CONTINUOUS, PERCENTILE_DISCRETE -> false;
                case STDDEV_SAMPLE, STDDEV_POPULATION, VARIANCE_SAMPLE, VARIANCE_POPULATION -> false;
                case CORRELATION, COVARIANCE_POPULATION, COVARIANCE_SAMPLE, LIST, LIST_DISTINCT -> false;
            };
        }

        /** Whether the formula of what is summed takes something away. */
        private boolean mayBeNegative(Expr argument) {
            return Exprs.holds(
                    argument,
                    e -> takesAway(e)
                            || e instanceof Expr.FieldRef ref
                                    && catalog.dataset(ref.dataset())
                                            .flatMap(d -> d.field(ref.field()))
                                            .map(Field::expression)
                                            .filter(formula -> Exprs.holds(formula, Rising::takesAway))
                                            .isPresent());
        }

        private static boolean takesAway(Expr expr) {
            return expr instanceof Expr.Call call
                            && (call.function() == Function.SUBTRACT || call.function() == Function.NEGATE)
                    || expr instanceof Expr.NumberLiteral number
                            && number.value().signum() < 0;
        }

        private static boolean keepsOrder(Expr expr) {
            return switch (expr) {
                case Expr.MetricRef ignored -> true;
                case Expr.Cast ignored -> true;
                case Expr.Call call ->
                    switch (call.function()) {
                        case ADD, COALESCE, ROUND, FLOOR, CEIL, GREATEST -> true;
                        case MULTIPLY, DIVIDE ->
                            call.arguments().getLast() instanceof Expr.NumberLiteral n
                                    && n.value().signum() > 0;
                        default -> false;
                    };
                default -> false;
            };
        }

        private static List<Expr> parts(Expr expr) {
            return Exprs.children(expr).stream()
                    .filter(child -> !(child instanceof Expr.NumberLiteral))
                    .toList();
        }
    }
}

package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataTest;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.source.Severity;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the formula of a metric tells about its values, before any data is read.
 *
 * @param homes the datasets whose rows are aggregated, each before the one that places its rows in time, if that is another:
 *     their freshness is the metric's
 * @param datasets all that are read, joined ones too
 * @param placed whether rows get their time from those of another dataset, such as a table of dates
 * @param extensive whether the value grows with the length of the period, as a sum does and a ratio does not
 * @param nonNegative whether no row can make the value smaller: a total of it cannot be lost again
 */
public record MetricShape(
        Set<String> homes, Set<String> datasets, boolean placed, boolean extensive, boolean nonNegative) {
    /**
     * @throws io.bellwether.core.source.DiagnosticException where the metric cannot be planned
     */
    public static MetricShape of(Catalog catalog, MetricUse use) {
        Routes routes = new Routes(catalog);
        Lowering lowering = new Lowering(catalog, routes, Question.by(use, List.of(), LocalDateTime.MAX));
        lowering.lower(use);
        Set<String> homes = new LinkedHashSet<>();
        Set<String> datasets = new LinkedHashSet<>();
        boolean placed = false;
        for (Part part : lowering.parts().keySet()) {
            homes.addAll(Lowering.homes(part));
            datasets.addAll(Lowering.homes(part));
            if (part instanceof Part.Rows(Leaf leaf, Lens ignored)) {
                Dataset home = catalog.dataset(leaf.home()).orElseThrow();
                if (leaf.time() != null) {
                    placed |= !leaf.time().dataset().equals(leaf.home());
                    homes.add(leaf.time().dataset());
                    datasets.add(leaf.time().dataset());
                }
                Stream.of(leaf.argument(), leaf.filter())
                        .flatMap(e -> Exprs.fields(e).stream())
                        .forEach(field ->
                                datasets.add(routes.to(home, field, null).to().name()));
            }
        }
        Signs signs = new Signs(catalog);
        Metric metric = catalog.metric(use.metric()).orElseThrow();
        return new MetricShape(
                homes, datasets, placed, use.frame() == null && signs.isExtensive(metric), signs.isNonNegative(metric));
    }

    /** Reads signs and growth off formulas; where it cannot tell, the answer is no. */
    private record Signs(Catalog catalog) {
        boolean isExtensive(Metric metric) {
            return switch (metric) {
                case Metric.Expression m ->
                    m.timing().frame() == null && m.timing().overTime() == null && isExtensive(m, m.expression());
                case Metric.Conversion m -> !m.rate();
            };
        }

        private boolean isExtensive(Metric.Expression metric, Expr expr) {
            if (expr instanceof Expr.Aggregate aggregate) {
                return aggregate.function().isExtensive() && !holdsAlways(aggregate);
            }
            if (expr instanceof Expr.MetricRef ref) {
                return isExtensive(catalog.metric(metric.metric(ref)).orElseThrow());
            }
            if (expr instanceof Expr.Cast cast) {
                return isExtensive(metric, cast.value());
            }
            if (!(expr instanceof Expr.Call call)) {
                return false;
            }
            List<Expr> arguments = call.arguments();
            return switch (call.function()) {
                case ADD, SUBTRACT, NEGATE -> arguments.stream().allMatch(a -> isExtensive(metric, a));
                case MULTIPLY ->
                    arguments.stream()
                                            .filter(a -> !(a instanceof Expr.NumberLiteral))
                                            .count()
                                    == 1
                            && arguments.stream().anyMatch(a -> isExtensive(metric, a));
                case DIVIDE ->
                    arguments.getLast() instanceof Expr.NumberLiteral && isExtensive(metric, arguments.getFirst());
                case COALESCE, ROUND -> isExtensive(metric, arguments.getFirst());
                default -> false;
            };
        }

        /** Whether its rows hold always: then it is the same for any stretch. */
        private boolean holdsAlways(Expr.Aggregate aggregate) {
            return Exprs.fields(aggregate).stream()
                    .flatMap(field -> catalog.dataset(field.dataset()).stream())
                    .anyMatch(dataset -> dataset.holding().always());
        }

        boolean isNonNegative(Metric metric) {
            return switch (metric) {
                case Metric.Expression m -> isNonNegative(m, m.expression());
                case Metric.Conversion m ->
                    m.rate() || isNonNegative(null, m.follower().value());
            };
        }

        private boolean isNonNegative(Metric.@Nullable Expression metric, Expr expr) {
            if (expr instanceof Expr.Aggregate aggregate) {
                return switch (aggregate.function()) {
                    case COUNT, COUNT_ROWS, COUNT_DISTINCT -> true;
                    default -> isSumOfPositives(aggregate);
                };
            }
            return switch (expr) {
                case Expr.MetricRef ref ->
                    isNonNegative(catalog.metric(metric == null ? ref.metric() : metric.metric(ref))
                            .orElseThrow());
                case Expr.NumberLiteral number -> number.value().signum() >= 0;
                case Expr.FieldRef field -> isTested(field);
                case Expr.Call call when call.function() == Function.ABS -> true;
                case Expr.Call call
                when call.function() == Function.ADD
                        || call.function() == Function.MULTIPLY
                        || call.function() == Function.DIVIDE
                        || call.function() == Function.COALESCE ->
                    call.arguments().stream().allMatch(a -> isNonNegative(metric, a));
                default -> false;
            };
        }

        private boolean isSumOfPositives(Expr.Aggregate aggregate) {
            return aggregate.function() == AggregateFunction.SUM
                    && aggregate.argument() != null
                    && (isNonNegative(null, aggregate.argument())
                            || aggregate.filter() != null && demands(aggregate.filter(), aggregate.argument()));
        }

        /** Whether a data test of severity error promises that the field is not negative. */
        private boolean isTested(Expr.FieldRef field) {
            return catalog.dataset(field.dataset()).orElseThrow().tests().stream()
                    .anyMatch(test -> test instanceof DataTest.Condition condition
                            && condition.severity() == Severity.ERROR
                            && demands(condition.condition(), field));
        }

        /** Whether the condition holds only where the value is at least 0. */
        private static boolean demands(Expr condition, Expr value) {
            if (!(condition instanceof Expr.Call call)) {
                return false;
            }
            if (call.function() == Function.AND) {
                return call.arguments().stream().anyMatch(part -> demands(part, value));
            }
            boolean bounds = call.function() == Function.GREATER || call.function() == Function.GREATER_OR_EQUAL;
            return bounds
                    && java.util.Objects.equals(
                            Exprs.withoutPlaces(call.arguments().getFirst()), Exprs.withoutPlaces(value))
                    && call.arguments().getLast() instanceof Expr.NumberLiteral number
                    && number.value().signum() >= 0;
        }
    }
}

package io.bellwether.core.catalog;

import io.bellwether.core.definition.MetricDefinition;
import io.bellwether.core.definition.MetricDefinition.Formula;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Typing;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.TimeStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Of these events, how many are followed by those: both looked up, and what they have in common. */
final class ConversionResolver {
    private final Known known;
    private final Relations relations;
    private final Map<String, Metric> metrics;

    /** @param metrics that are resolved already */
    ConversionResolver(Known known, Relations relations, Map<String, Metric> metrics) {
        this.known = known;
        this.relations = relations;
        this.metrics = metrics;
    }

    /** What happens, before it is known to whom. */
    private record Happening(
            Dataset dataset, Expr.Aggregate value, @Nullable Expr where, Expr.FieldRef time) {
        Metric.Event to(Expr.FieldRef entity) {
            return new Metric.Event(value, where, dataset.name(), entity, time);
        }
    }

    Metric.@Nullable Conversion resolve(MetricDefinition definition, Formula.Conversion formula, Metric.About about) {
        int before = known.problems().errors();
        Happening base = happening(formula.from());
        Happening follower = happening(formula.to());
        Located<TimeStep> length = formula.within();
        TimeStep within = length == null ? null : known.timeWords().step(length, known);
        if (base == null || follower == null) {
            return null;
        }
        Metric.Pair by = pair(formula.by(), base.dataset(), follower.dataset());
        List<Metric.Pair> same = new ArrayList<>();
        for (MetricDefinition.Pair pair : formula.same()) {
            Metric.Pair found = pair(pair, base.dataset(), follower.dataset());
            if (found != null) {
                same.add(found);
            }
        }
        if (by == null || known.problems().errors() > before) {
            return null;
        }
        Timing.Fill fill = TimingResolver.fill(definition.timing().fill());
        return new Metric.Conversion(
                about, base.to(by.base()), follower.to(by.follower()), List.copyOf(same), within, formula.rate(), fill);
    }

    /** A dataset's rows are counted; a metric says which of them, what they come to, and when. */
    private @Nullable Happening happening(Located<String> name) {
        Dataset dataset = known.datasets().get(name.value());
        if (dataset != null) {
            Expr.FieldRef time = time(dataset, name.span());
            var rows = new Expr.Aggregate(AggregateFunction.COUNT_ROWS, null, null, null, name.span());
            return time == null ? null : new Happening(dataset, rows, null, time);
        }
        Metric metric = metrics.get(name.value());
        if (metric == null) {
            unknown(name);
            return null;
        }
        return happening(metric, name);
    }

    private @Nullable Happening happening(Metric metric, Located<String> name) {
        Set<String> on = metric instanceof Metric.Expression expression
                ? relations.datasets(Datasets.in(expression.expression()))
                : Set.of();
        String fact = relations.start(on);
        Dataset dataset = fact == null ? null : known.datasets().get(fact);
        if (!(metric instanceof Metric.Expression expression)
                || !(expression.expression() instanceof Expr.Aggregate value)
                || !isPlain(expression.timing())
                || dataset == null) {
            String message = "\"" + name.value() + "\" is no single aggregate over rows as they happen";
            known.problems()
                    .add(Code.EVENT, name.span(), message, "name a dataset, or a metric such as count(orders.id)");
            return null;
        }
        Expr.FieldRef time = expression.time() == null ? time(dataset, name.span()) : expression.time();
        return time == null ? null : new Happening(dataset, value, expression.where(), time);
    }

    private static boolean isPlain(Timing timing) {
        return timing.frame() == null && timing.offset() == null && timing.overTime() == null;
    }

    private Expr.@Nullable FieldRef time(Dataset dataset, Span place) {
        Field time =
                dataset.time() == null ? null : dataset.field(dataset.time()).orElse(null);
        if (time == null) {
            String message = "the rows of \"" + dataset.name() + "\" have no time, so nothing follows them";
            known.problems().add(Code.NO_TIME, place, message, "add time: to the dataset " + dataset.name());
            return null;
        }
        return new Expr.FieldRef(dataset.name(), time.name(), time.type(), place);
    }

    private void unknown(Located<String> name) {
        if (!known.isMetric(name.value()) && !known.mayBeUnreadable(name.value())) {
            Set<String> names = new LinkedHashSet<>(known.datasets().keySet());
            names.addAll(known.metricNames().keySet());
            String fix = Nearest.fix(name.value(), names).orElse(null);
            String message = "no dataset or metric named \"" + name.value() + "\"";
            known.problems().add(Code.UNKNOWN_NAME, name.span(), message, fix);
        }
    }

    private Metric.@Nullable Pair pair(MetricDefinition.Pair pair, Dataset base, Dataset follower) {
        Field left = known.field(base, pair.base().value(), pair.base().span());
        Field right =
                known.field(follower, pair.follower().value(), pair.follower().span());
        if (left == null || right == null) {
            return null;
        }
        if (Typing.common(List.of(left.type(), right.type())) == null) {
            String message = "cannot compare " + Types.words(List.of(left.type(), right.type()));
            known.problems().add(Code.TYPE, pair.follower().span(), message, "name two fields that hold the same");
            return null;
        }
        return new Metric.Pair(
                new Expr.FieldRef(
                        base.name(), left.name(), left.type(), pair.base().span()),
                new Expr.FieldRef(
                        follower.name(),
                        right.name(),
                        right.type(),
                        pair.follower().span()));
    }
}

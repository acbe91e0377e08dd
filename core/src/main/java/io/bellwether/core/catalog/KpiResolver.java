package io.bellwether.core.catalog;

import io.bellwether.core.definition.KpiDefinition;
import io.bellwether.core.definition.Quantity;
import io.bellwether.core.definition.TargetDefinition;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.ExpressionParser;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One KPI over the resolved metrics and objectives. */
final class KpiResolver {
    private final Known known;
    private final Workspace workspace;
    private final Catalog parts;
    private final Relations relations;
    private final Leaves leaves;
    private final TargetResolver targets;

    /** @param parts what is resolved so far: datasets, metrics, objectives */
    KpiResolver(Known known, Catalog parts) {
        this.known = known;
        this.workspace = parts.workspace();
        this.parts = parts;
        this.relations = new Relations(parts.relationships(), parts.datasets());
        this.leaves = new Leaves(parts.metrics());
        this.targets = new TargetResolver(known, workspace.calendar());
    }

    @Nullable
    Kpi resolve(KpiDefinition definition) {
        int before = known.problems().errors();
        Located<String> objective = definition.promise().objective();
        boolean serves = objective != null && known.isObjective(objective);
        Metric metric = known.isMetric(definition.metric()) && isNumber(definition.metric())
                ? parts.metrics().get(definition.metric().value())
                : null;
        List<String> supporting = supporting(definition);
        Expr where = where(definition.where(), metric);
        BigDecimal weight = weight(definition.weight());
        Kpi.Thresholds thresholds =
                WorkspaceResolver.thresholds(definition.thresholds(), workspace.thresholds(), known.problems());
        Target target = metric == null ? null : target(definition, metric);
        if (metric == null || known.problems().errors() > before || objective != null && !serves) {
            return null;
        }
        return new Kpi(
                definition.name().value(),
                label(definition),
                metric.name(),
                where,
                slice(definition.where()),
                lifecycle(definition.lifecycle()),
                objective == null ? null : objective.value(),
                AboutMetric.text(definition.promise().owner()),
                AboutMetric.text(definition.role()),
                AboutMetric.text(definition.kind()),
                weight,
                direction(definition, metric),
                target,
                Cadences.of(definition.promise().cadence()),
                thresholds,
                supporting,
                AboutMetric.text(definition.response()),
                AboutMetric.text(definition.why()),
                AboutMetric.text(definition.reason()),
                definition.name().span());
    }

    private static @Nullable String slice(@Nullable Excerpt where) {
        return where == null ? null : where.text().strip().replaceAll("\\s+", " ");
    }

    /** Only numbers can be promised, judged and drawn. */
    private boolean isNumber(Located<String> name) {
        Metric metric = parts.metrics().get(name.value());
        Type type = known.metricTypes().getOrDefault(name.value(), Type.OTHER);
        if (metric == null || !metric.isWindowed() && (type.isNumeric() || type == Type.OTHER)) {
            return true;
        }
        String message = metric.isWindowed()
                ? "\"" + name.value() + "\" depends on other groups, so a period alone has no value of it"
                : "a KPI is about numbers, \"" + name.value() + "\" is " + Types.word(type);
        String fix = metric.isWindowed() ? "use a metric without a window" : "count, or measure how long or how many";
        known.problems().add(Code.RESULT, name.span(), message, fix);
        return false;
    }

    private List<String> supporting(KpiDefinition definition) {
        return definition.supporting().stream()
                .filter(known::isMetric)
                .filter(this::isNumber)
                .map(Located::value)
                .toList();
    }

    private static String label(KpiDefinition definition) {
        return definition.label() == null
                ? AboutMetric.label(definition.name().value())
                : definition.label().value();
    }

    private @Nullable Target target(KpiDefinition definition, Metric metric) {
        TargetDefinition written = definition.promise().target();
        if (written != null && written.metric() != null && !isNumber(written.metric())) {
            return null;
        }
        times(metric, definition.metric());
        if (written == null) {
            return null;
        }
        Located<String> name = definition.promise().objective();
        Objective objective = name == null ? null : parts.objectives().get(name.value());
        against(written, direction(definition, metric));
        if (written.form().value().equals("total") && !leaves.isAdditive(metric.name())) {
            String message = "\"" + metric.name() + "\" does not add up over time, so it has no total";
            known.problems().add(Code.NOT_ADDITIVE, written.span(), message, "use reach or at_least");
        }
        return targets.resolve(written, metric.about().unit(), objective == null ? null : objective.timeframe());
    }

    /** Every aggregate of the metric needs a time that places its rows. */
    private void times(Metric metric, Located<String> place) {
        for (Set<String> datasets : leaves.datasets(metric.name(), true)) {
            Set<String> certain = relations.datasets(datasets);
            boolean timed = certain.stream()
                    .map(parts.datasets()::get)
                    .anyMatch(dataset -> dataset == null
                            || dataset.time() != null
                            || dataset.holding().always());
            if (!timed && !certain.isEmpty()) {
                String names = String.join(", ", certain);
                String message = "the rows of \"" + names + "\" belong to no period";
                known.problems().add(Code.NO_TIME, place.span(), message, "add time: to the dataset " + names);
            }
        }
    }

    private void against(TargetDefinition target, Direction direction) {
        boolean up = List.of("increase_by", "at_least").contains(target.form().value());
        boolean down = List.of("decrease_by", "at_most").contains(target.form().value());
        if (up && direction == Direction.DOWN || down && direction == Direction.UP) {
            String message = "\"" + target.form().value() + "\" asks for the opposite of direction: "
                    + direction.name().toLowerCase(Locale.ROOT);
            known.problems().add(Code.TARGET_DIRECTION, target.span(), message, "turn one of them round");
        }
    }

    private @Nullable Expr where(@Nullable Excerpt text, @Nullable Metric metric) {
        if (text == null) {
            return null;
        }
        Expr condition = ExpressionParser.parse(text, known.problems())
                .map(new Binder(new RowScope(known, false), known.problems())::condition)
                .orElse(null);
        if (condition == null || metric == null) {
            return null;
        }
        for (Set<String> datasets : leaves.datasets(metric.name(), false)) {
            Set<String> together = new LinkedHashSet<>(datasets);
            together.addAll(Datasets.in(condition));
            if (!relations.connect(together)) {
                String message = "no relationship connects " + String.join(" and ", relations.datasets(together));
                String fix = "slice by a field of a related dataset";
                known.problems().add(Code.UNRELATED, text.span(), message, fix);
            }
        }
        return condition;
    }

    private BigDecimal weight(@Nullable Located<Quantity> weight) {
        if (weight == null) {
            return BigDecimal.ONE;
        }
        if (weight.value().number().signum() <= 0) {
            known.problems().add(Code.TARGET_RANGE, weight.span(), "a weight is more than zero", "leave it out for 1");
        }
        return weight.value().share();
    }

    private static Direction direction(KpiDefinition definition, Metric metric) {
        Located<String> own = definition.promise().direction();
        return own == null ? metric.about().direction() : AboutMetric.direction(own);
    }

    private static Kpi.Lifecycle lifecycle(@Nullable Located<String> word) {
        return word == null
                ? Kpi.Lifecycle.ACTIVE
                : Kpi.Lifecycle.valueOf(word.value().toUpperCase(Locale.ROOT));
    }
}

package io.bellwether.app.explain;

import io.bellwether.app.query.Answer;
import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Numbers;
import io.bellwether.app.query.Ran;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.app.scorecard.ScorecardRequest;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.unit.NumberText;
import io.bellwether.engine.Deadline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The use case of explaining one KPI: its judgement, its formulas with the numbers filled in, the data behind it. */
public final class Explanations {
    private final Answering answering;
    private final Scorecards scorecards;

    public Explanations(Answering answering, Scorecards scorecards) {
        this.answering = answering;
        this.scorecards = scorecards;
    }

    /** @param kpi the name of a KPI of the catalog */
    public Explanation explain(Catalog catalog, String kpi, AsOf asOf, Deadline deadline) {
        Scorecard scorecard = scorecards.scorecard(catalog, ScorecardRequest.one(asOf, kpi), deadline);
        KpiCard card = scorecard.kpi(kpi).orElseThrow();
        List<Ran> statements = new ArrayList<>(scorecard.statements());
        List<Metric> metrics = catalog.madeOf(card.metric());
        Map<String, @Nullable BigDecimal> values = values(catalog, card, metrics, asOf, deadline, statements);
        return new Explanation(
                asOf, card, metrics.stream().map(m -> input(m, catalog, values)).toList(), List.copyOf(statements));
    }

    private Map<String, @Nullable BigDecimal> values(
            Catalog catalog, KpiCard card, List<Metric> metrics, AsOf asOf, Deadline deadline, List<Ran> statements) {
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        TimeWindow window = card.measured().window();
        values.put(card.metric().name(), card.measured().value());
        if (window == null || metrics.size() == 1) {
            return values;
        }
        Kpi kpi = card.kpi();
        List<MetricUse> uses = metrics.stream()
                .map(m -> new MetricUse(m.name(), m.name(), kpi.where(), Set.of()))
                .toList();
        try {
            Answer answer =
                    answering.answer(catalog, Question.windows(uses, List.of(window), asOf.seenBefore()), deadline);
            statements.addAll(answer.statements());
            uses.forEach(use -> values.put(
                    use.metric(),
                    Numbers.decimal(
                            answer.table().rows().getFirst().get(answer.table().position(use.as())))));
        } catch (DiagnosticException cannotBeRead) {
            // The KPI's own judgement says why already; the formulas then stand without numbers.
            return values;
        }
        return values;
    }

    private static Explanation.Input input(Metric metric, Catalog catalog, Map<String, @Nullable BigDecimal> values) {
        BigDecimal value = values.get(metric.name());
        return new Explanation.Input(
                metric.name(),
                metric.about().label(),
                metric.text(),
                filled(metric, catalog, values),
                value,
                NumberText.exact(value, metric.about().unit()));
    }

    /** The text as written, with a number in the place of each metric's name. */
    private static String filled(Metric metric, Catalog catalog, Map<String, @Nullable BigDecimal> values) {
        if (!(metric instanceof Metric.Expression formula) || !formula.timing().isPlain()) {
            return metric.text();
        }
        Expr expression = formula.expression();
        var text = new StringBuilder(expression.span().text());
        int start = expression.span().start();
        Exprs.all(expression, Expr.MetricRef.class).stream()
                .sorted(Comparator.comparingInt(
                                (Expr.MetricRef ref) -> ref.span().start())
                        .reversed())
                .filter(ref -> ref.span().start() >= start && ref.span().end() - start <= text.length())
                .filter(ref -> !formula.inputs().containsKey(ref.metric()))
                .forEach(ref -> text.replace(
                        ref.span().start() - start,
                        ref.span().end() - start,
                        NumberText.exact(
                                values.get(ref.metric()),
                                catalog.metric(ref.metric())
                                        .orElseThrow()
                                        .about()
                                        .unit())));
        return oneLine(text.toString());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}

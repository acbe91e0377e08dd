package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Question and catalog in, plan out. The promises that every plan keeps:
 *
 * <ol>
 *   <li>No row of a fact is silently dropped: joins are outer, from the fact.
 *   <li>No row is counted twice: joins lead from many to one only, and their keys are checked to be unique.
 *   <li>No fact loses its groups: facts are aggregated alone, then stacked on equal keys.
 *   <li>Nothing is aggregated again that cannot be: see {@link WindowedFacts}.
 *   <li>What cannot be answered is a {@link DiagnosticException} with a code and a place, never a guess.
 * </ol>
 */
public final class Planner {
    private final Catalog catalog;
    private final Question question;
    private final JoinPaths paths;
    private final Lowering lowering;

    private Planner(Catalog catalog, Question question) {
        this.catalog = catalog;
        this.question = question;
        this.paths = new JoinPaths(catalog);
        this.lowering = new Lowering(catalog, paths);
    }

    /**
     * @throws DiagnosticException with every metric's problem, where the question cannot be answered
     */
    public static Plan plan(Catalog catalog, Question question) {
        return new Planner(catalog, question).plan();
    }

    private Plan plan() {
        if (question.metrics().isEmpty()) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.EMPTY, null, "the question asks for no metric", "name at least one metric"));
        }
        Map<MetricUse, Expr> formulas = formulas();
        List<Plan.Window> windows = Windows.of(question, catalog.workspace().calendar());
        Map<Facts.Group, Map<Leaf, String>> groups = groups();
        Facts facts = windows.isEmpty()
                ? new DirectFacts(catalog, question, paths)
                : new WindowedFacts(catalog, question, paths, windows, lowering::windows);
        List<Node> nodes = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        groups.forEach((group, leaves) -> collect(problems, () -> nodes.addAll(facts.nodes(group, leaves))));
        stopAt(problems);
        Node relation = nodes.size() == 1
                ? nodes.getFirst()
                : new Node.Stack("together", "all facts side by side", nodes, facts.keys());
        return new Plan(
                catalog.workspace().calendar(),
                windows,
                relation,
                columns(formulas, facts),
                facts.keyColumns().size(),
                question.order(),
                question.limit());
    }

    private Map<MetricUse, Expr> formulas() {
        Map<MetricUse, Expr> formulas = new LinkedHashMap<>();
        List<Diagnostic> problems = new ArrayList<>();
        question.metrics().forEach(use -> collect(problems, () -> formulas.put(use, lowering.lower(use))));
        stopAt(problems);
        return formulas;
    }

    private Map<Facts.Group, Map<Leaf, String>> groups() {
        Map<Facts.Group, Map<Leaf, String>> groups = new LinkedHashMap<>();
        lowering.leaves()
                .forEach((leaf, name) -> groups.computeIfAbsent(
                                new Facts.Group(leaf.home(), leaf.time()), g -> new LinkedHashMap<>())
                        .put(leaf, name));
        return groups;
    }

    private List<Node.Named> columns(Map<MetricUse, Expr> formulas, Facts facts) {
        List<Node.Named> columns = new ArrayList<>(facts.keyColumns());
        formulas.forEach((use, formula) -> {
            for (int comparison = 0; comparison <= question.comparisons().size(); comparison++) {
                String suffix = comparison == 0
                        ? ""
                        : "_" + question.comparisons().get(comparison - 1).word();
                columns.add(new Node.Named(use.as() + suffix, value(formula, facts, comparison)));
            }
        });
        return columns;
    }

    private static Expr value(Expr formula, Facts facts, int comparison) {
        return formula instanceof Expr.ColumnRef leaf
                ? facts.value(leaf.column(), comparison)
                : Exprs.rebuild(formula, child -> value(child, facts, comparison));
    }

    private static void collect(List<Diagnostic> problems, Runnable work) {
        try {
            work.run();
        } catch (DiagnosticException e) {
            e.diagnostics().stream().filter(d -> !problems.contains(d)).forEach(problems::add);
        }
    }

    private static void stopAt(List<Diagnostic> problems) {
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
    }
}

package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Gaps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Question and catalog in, plan out. The promises that every plan keeps:
 *
 * <ol>
 *   <li>No row of a fact is silently dropped: joins are outer, from the fact.
 *   <li>No row is counted twice: joins lead from many to one only, and their keys are checked to be unique.
 *   <li>No fact loses its groups: facts are aggregated alone, then stacked on equal keys.
 *   <li>Nothing is aggregated again that cannot be: see {@link RowSource}.
 *   <li>What cannot be answered is a {@link DiagnosticException} with a code and a place, never a guess.
 * </ol>
 */
public final class Planner {
    /** The column of {@link #values} with the metric. */
    static final String VALUE = "value";

    private final Planning planning;
    private final Question question;
    private final Lowering lowering;
    private final List<Diagnostic> problems = new ArrayList<>();

    private Planner(Planning planning) {
        this.planning = planning;
        this.question = planning.question();
        this.lowering = new Lowering(planning.catalog(), planning.routes(), question);
    }

    /**
     * @throws DiagnosticException with every metric's problem, where the question cannot be answered
     */
    public static Plan plan(Catalog catalog, Question question) {
        return plan(catalog, question, true);
    }

    /**
     * The same.
     *
     * @param zeros whether a count is 0 of a group that only other facts have; in Ossie it is nothing there, as in a full join
     */
    public static Plan plan(Catalog catalog, Question question, boolean zeros) {
        if (question.metrics().isEmpty() && question.dimensions().isEmpty()) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.EMPTY, null, "the question asks for no metric", "name at least one metric"));
        }
        Planner planner = new Planner(new Planning(catalog, question));
        Answer answer = question.metrics().isEmpty() ? planner.dimensions() : planner.metrics(zeros);
        return new Plan(
                catalog.workspace().calendar(),
                answer.relation(),
                answer.columns(),
                answer.keys(),
                question.having(),
                question.order(),
                question.limit(),
                planner.planning.listings(),
                AsOf.moment(question.seenBefore()));
    }

    /**
     * The fields that a question without metrics names, of rows as they are: each of the finest dataset of them, joined to
     * what it has one of. See {@link RowsOfFields}.
     */
    public static Plan rows(Catalog catalog, Question question) {
        Node node = new RowsOfFields(new Planning(catalog, question)).node();
        List<Node.Named> columns = Dims.answer(question);
        return new Plan(
                catalog.workspace().calendar(),
                node,
                columns,
                columns.size(),
                question.having(),
                question.order(),
                question.limit(),
                List.of(),
                AsOf.moment(question.seenBefore()));
    }

    /** A metric for what rows of another question are about: {@code d0}, {@code d1}… and {@link #VALUE}. */
    static Node values(Planning outer, Expr.Per per) {
        List<Dimension> by = new ArrayList<>();
        per.by().forEach(f -> by.add(new Dimension.ByField(f.dataset(), f.field(), "d" + by.size())));
        MetricUse use = new MetricUse(per.metric(), VALUE, null, Set.of());
        Question inner = Question.by(use, by, outer.question().seenBefore());
        Answer answer = new Planner(outer.inside(inner)).metrics(true);
        List<Node.Key> columns = answer.columns().stream()
                .map(c -> new Node.Key(c.name(), c.value()))
                .toList();
        return new Node.Combine(
                outer.name("m", per.metric()),
                per.metric() + " for each of them",
                answer.relation(),
                null,
                null,
                columns,
                List.of(),
                false);
    }

    private record Answer(Node relation, List<Node.Named> columns, int keys) {}

    private Answer dimensions() {
        Node node = new ValuesOfDimensions(planning).node();
        List<Node.Named> columns = Dims.answer(question);
        return new Answer(node, columns, columns.size());
    }

    private Answer metrics(boolean zeros) {
        Map<MetricUse, Expr> formulas = new LinkedHashMap<>();
        question.metrics().forEach(use -> collect(() -> formulas.put(use, lowering.lower(use))));
        stop();
        List<Node> nodes = new ArrayList<>();
        Map<String, List<Expr>> values = new LinkedHashMap<>();
        boolean windowed = isWindowed();
        Facts facts = windowed ? windowed() : new DirectFacts(planning);
        present(facts, windowed, nodes, values);
        Node relation = nodes.size() == 1
                ? nodes.getFirst()
                : new Node.Stack(planning.name("x", "together"), "all facts side by side", nodes, facts.keys());
        List<Node.Named> columns = new ArrayList<>(facts.keyColumns());
        int keys = columns.size();
        GroupWindows windows = new GroupWindows(planning, lowering, facts.keyColumns());
        formulas.forEach((use, formula) -> collect(() -> windows.check(use, formula)));
        stop();
        Set<String> counts = zeros && nodes.size() > 1 ? counts() : Set.of();
        values.replaceAll((part, forms) ->
                counts.contains(part) ? forms.stream().map(Planner::orZero).toList() : forms);
        formulas.forEach((use, formula) -> columns.addAll(columns(use, windows.placed(formula), values)));
        return new Answer(relation, columns, keys);
    }

    /** Facts with a time first: what holds always stands in their periods. */
    private void present(Facts facts, boolean windowed, List<Node> nodes, Map<String, List<Expr>> values) {
        List<Source> always = new ArrayList<>();
        sources()
                .forEach((key, source) -> collect(() -> {
                    if (isAlways(key.rows()) && AlwaysFacts.isAsked(question, windowed)) {
                        always.add(source);
                    } else {
                        add(facts(windowed, key).present(source, key.lens()), nodes, values);
                    }
                }));
        stop();
        List<Node> others = List.copyOf(nodes);
        always.forEach(source ->
                collect(() -> add(new AlwaysFacts(planning, facts).present(source, others), nodes, values)));
        stop();
    }

    private static void add(Facts.Presented presented, List<Node> nodes, Map<String, List<Expr>> values) {
        nodes.addAll(presented.nodes());
        values.putAll(presented.values());
    }

    /** Whether the rows have no time because they hold always. */
    private boolean isAlways(Facts.Group rows) {
        return rows.time() == null && planning.dataset(rows.home()).holding().always();
    }

    /** The parts that count: of a group that only other facts have they are 0, and not nothing. */
    private Set<String> counts() {
        Set<String> counts = new HashSet<>();
        lowering.parts().forEach((part, name) -> {
            if (part instanceof Part.Rows(Leaf leaf, var _) && leaf.function().isCount()) {
                counts.add(name);
            }
        });
        return counts;
    }

    private static Expr orZero(Expr count) {
        return Exprs.call(Function.COALESCE, count, new Expr.NumberLiteral(BigDecimal.ZERO, Exprs.NOWHERE));
    }

    /**
     * Parts that are presented together.
     *
     * @param about what rows must be for them, where another part's rows would move the moments that count, or the periods
     *     that are filled; or null
     */
    private record Group(
            Facts.Group rows,
            Lens lens,
            String alone,
            @Nullable Expr about) {}

    private Map<Group, Source> sources() {
        Map<Group, Map<String, Leaf>> leaves = new LinkedHashMap<>();
        Map<Group, Source> sources = new LinkedHashMap<>();
        Map<String, Set<Integer>> windows = windows();
        lowering.parts().forEach((part, name) -> {
            switch (part) {
                case Part.Rows(Leaf leaf, Lens lens) -> {
                    String alone = crosses(leaf) ? name : "";
                    Expr about = isApart(leaf, lens) ? leaf.filter() : null;
                    Group group = new Group(new Facts.Group(leaf.home(), leaf.time()), lens, alone, about);
                    Map<String, Leaf> all = leaves.computeIfAbsent(group, g -> new LinkedHashMap<>());
                    all.put(name, leaf);
                    sources.putIfAbsent(group, new RowSource(planning, group.rows(), all, windows));
                }
                case Part.Followers followers -> {
                    var source = new FollowerSource(planning, followers, name, lowering.windows(followers));
                    sources.put(new Group(source.group(), followers.lens(), name, null), source);
                }
            }
        });
        return sources;
    }

    private boolean isApart(Leaf leaf, Lens lens) {
        Facts.Group rows = new Facts.Group(leaf.home(), leaf.time());
        boolean fillsByTime = lens.gaps() != Gaps.LEFT_OUT
                && Exprs.holds(leaf.filter(), expr -> Dims.speaksOfTime(planning, rows, expr));
        return lens.choosesMoments() || fillsOnce(lens) || fillsByTime;
    }

    /** Whether a period without rows has a row of no group: it depends on which rows pass the filter. */
    private boolean fillsOnce(Lens lens) {
        return lens.gaps() == Gaps.ONCE && question.dimensions().stream().anyMatch(Dimension.ByField.class::isInstance);
    }

    /** Whether the leaf's filter is about what only a bridge leads to: then it must be a condition of its own scan. */
    private boolean crosses(Leaf leaf) {
        var home = planning.dataset(leaf.home());
        return Exprs.fields(leaf.filter()).stream()
                .anyMatch(field -> planning.routes().bridge(home, field).isPresent());
    }

    private Map<String, Set<Integer>> windows() {
        Map<String, Set<Integer>> windows = new LinkedHashMap<>();
        lowering.parts().forEach((part, name) -> windows.put(name, lowering.windows(part)));
        return windows;
    }

    private boolean isWindowed() {
        if (question.time() instanceof TimeScope.Windows
                || !question.comparisons().isEmpty()) {
            return true;
        }
        boolean byTime = question.dimensions().stream().anyMatch(d -> switch (d) {
            case Dimension.ByTime ignored -> true;
            case Dimension.ByField field -> field.cut() != null;
        });
        return !byTime
                && lowering.parts().keySet().stream()
                        .anyMatch(part -> part.lens().moves());
    }

    private WindowedFacts windowed() {
        boolean pivoted = !(question.time() instanceof TimeScope.Windows);
        return new WindowedFacts(
                planning, Windows.of(question, planning.catalog().workspace().calendar()), pivoted);
    }

    private Facts facts(boolean windowed, Group group) {
        if (windowed) {
            return windowed();
        }
        boolean byTime = !new Dims(planning, group.rows()).cuts().isEmpty();
        if (group.lens().moves() && !byTime && !countsAllRows(group.lens())) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.NEEDS_PERIODS,
                    null,
                    "a metric with a window or an offset is asked by another time than its own",
                    "ask by time, for example by time.day"));
        }
        return group.lens().isPlain() || !byTime ? new DirectFacts(planning) : new SpineFacts(planning);
    }

    /** A running total without its periods is the total of all rows, by whatever else is asked. */
    private boolean countsAllRows(Lens lens) {
        return lens.frame() instanceof Timing.Frame.AllTime
                && lens.offsets().isEmpty()
                && question.time() instanceof TimeScope.Range range
                && range.start() == null;
    }

    private List<Node.Named> columns(MetricUse use, Expr formula, Map<String, List<Expr>> values) {
        List<Node.Named> columns = new ArrayList<>();
        for (int comparison = 0; comparison <= question.comparisons().size(); comparison++) {
            String suffix = comparison == 0
                    ? ""
                    : "_" + question.comparisons().get(comparison - 1).word();
            columns.add(new Node.Named(use.as() + suffix, value(formula, values, comparison)));
        }
        return columns;
    }

    private static Expr value(Expr formula, Map<String, List<Expr>> values, int comparison) {
        return formula instanceof Expr.ColumnRef part && values.containsKey(part.column())
                ? java.util.Objects.requireNonNull(values.get(part.column())).get(comparison)
                : Exprs.rebuild(formula, child -> value(child, values, comparison));
    }

    private void collect(Runnable work) {
        try {
            work.run();
        } catch (DiagnosticException e) {
            e.diagnostics().stream().filter(d -> !problems.contains(d)).forEach(problems::add);
        }
    }

    private void stop() {
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
    }
}

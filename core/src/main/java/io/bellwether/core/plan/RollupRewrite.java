package io.bellwether.core.plan;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads rollups in the place of datasets, scan by scan, where they can tell all that a scan asks:
 *
 * <pre>
 *   Scan orders ─▶ InWindows ─▶ …      ⇒      Scan rollup ─▶ InWindows ─▶ …
 * </pre>
 *
 * Keys that are counted once in windows are read from what each day brings that is new, for the windows that begin where a
 * period does and end in it; the others stay as they are:
 *
 * <pre>
 *   each key once a day ─▶ InWindows        ⇒      new keys of the month ─▶ InWindows (March, April to date) ─┐
 *                                                  each key once a day ──▶ InWindows (the last 28 days) ─────┴▶ Stack
 * </pre>
 *
 * Scans that no rollup can answer stay as they are. {@link RollupScan} says why the others may change.
 */
public final class RollupRewrite {
    private final Calendar calendar;
    private final List<Rollup.Kept> kept;

    private RollupRewrite(Calendar calendar, List<Rollup.Kept> kept) {
        this.calendar = calendar;
        this.kept = kept;
    }

    /** @param kept what there is, in the version that the data has now */
    public static Plan of(Plan plan, List<Rollup.Kept> kept) {
        if (kept.isEmpty()) {
            return plan;
        }
        var rewrite = new RollupRewrite(plan.calendar(), kept);
        Node relation = plan.relation();
        relation = new NodeChange(rewrite::firsts).of(relation);
        relation = new NodeChange(rewrite::windows).of(relation);
        relation = new NodeChange(rewrite::scan).of(relation);
        return new Plan(
                plan.calendar(),
                new NodeChange(SharedTables::of).of(relation),
                plan.columns(),
                plan.keys(),
                plan.having(),
                plan.order(),
                plan.limit(),
                plan.listings(),
                plan.now());
    }

    /** The first that can: those with fewer keys stand first where they are proposed. */
    private Node scan(Node node) {
        if (node instanceof Node.Scan scan) {
            for (Rollup.Kept one : kept) {
                if (one.rollup() instanceof Rollup.Cells cells) {
                    Optional<Node> instead = RollupScan.of(scan, cells, one);
                    if (instead.isPresent()) {
                        return instead.get();
                    }
                }
            }
        }
        return node;
    }

    /** Days of a rollup in windows: rows that no window holds may be read or not, so what keeps them out is left out. */
    private Node windows(Node node) {
        if (node instanceof Node.InWindows windows
                && windows.input() instanceof Node.Scan scan
                && !windows.pivoted()
                && windows.passed().isEmpty()) {
            List<Plan.Window> needed = needed(windows);
            for (Rollup.Kept one : kept) {
                if (one.rollup() instanceof Rollup.Cells cells) {
                    Set<Expr> conditions = RollupProposals.conditions(scan.condition(), null);
                    conditions.removeIf(c -> needed.stream().allMatch(w -> Stretches.keeps(c, cells.time(), w)));
                    Optional<Node.Scan> days = RollupScan.days(scan, conditions, cells, one);
                    if (days.isPresent()) {
                        return NodeChange.over(windows, days.get());
                    }
                }
            }
        }
        return node;
    }

    private static List<Plan.Window> needed(Node.InWindows node) {
        return node.windows().windows().stream()
                .filter(w -> node.only().isEmpty() || node.only().contains(w.window()))
                .toList();
    }

    private Node firsts(Node node) {
        if (!(node instanceof Node.InWindows windows)
                || !(windows.input() instanceof Node.Scan scan)
                || windows.pivoted()
                || !windows.keys().isEmpty()
                || windows.measures().size() != 1
                || windows.measures().getFirst().function() != AggregateFunction.COUNT_DISTINCT) {
            return node;
        }
        Map<Integer, Set<Integer>> told = new LinkedHashMap<>();
        Set<Integer> rest = new LinkedHashSet<>();
        for (Plan.Window window : needed(windows)) {
            IntStream.range(0, kept.size())
                    .filter(i -> kept.get(i).rollup() instanceof Rollup.Firsts firsts
                            && isPrefix(window, firsts.period())
                            && holds(firsts, scan, window))
                    .findFirst()
                    .ifPresentOrElse(
                            i -> told.computeIfAbsent(i, k -> new LinkedHashSet<>())
                                    .add(window.window()),
                            () -> rest.add(window.window()));
        }
        return told.isEmpty() ? node : stacked(windows, scan, told, rest);
    }

    private boolean isPrefix(Plan.Window window, Grain period) {
        var whole = calendar.period(window.start(), period);
        return whole.start().equals(window.start())
                && !window.end().isAfter(whole.end())
                && window.end().toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** Whether the scan is of these keys, each once a day or a longer time, and of nothing else. */
    private static boolean holds(Rollup.Firsts firsts, Node.Scan scan, Plan.Window window) {
        Node.Scan keys = firsts.keys().scan();
        Expr.FieldRef time = firsts.keys().time();
        Set<Expr> conditions = RollupProposals.conditions(scan.condition(), null);
        conditions.removeIf(condition -> Stretches.keeps(condition, time, window));
        return RollupScan.joinsLike(scan, keys)
                && scan.measures().isEmpty()
                && scan.keys().size() == 2
                && RollupProposals.isCut(
                        Objects.requireNonNull(
                                Exprs.withoutPlaces(scan.keys().getFirst().value())),
                        time)
                && keys.keys()
                        .getLast()
                        .value()
                        .equals(Exprs.withoutPlaces(scan.keys().getLast().value()))
                && conditions.equals(RollupProposals.conditions(keys.condition(), null))
                && !RollupScan.bounds(scan, time, time).isEmpty();
    }

    private Node stacked(Node.InWindows windows, Node.Scan scan, Map<Integer, Set<Integer>> told, Set<Integer> rest) {
        Node.Measure count = windows.measures().getFirst();
        boolean alone = told.size() == 1 && rest.isEmpty();
        List<Node> inputs = new ArrayList<>();
        told.forEach((one, numbers) -> {
            String name = alone ? windows.name() : windows.name() + "_" + inputs.size();
            var sum = new Node.Measure(
                    count.name(),
                    AggregateFunction.SUM,
                    Exprs.column(count.name(), Type.INTEGER),
                    Exprs.isOneOf(Node.WINDOW, numbers),
                    null,
                    count.comparison(),
                    true);
            inputs.add(over(windows, name, days(scan, kept.get(one), name + "_days", count.name()), numbers, sum));
        });
        if (!rest.isEmpty()) {
            inputs.add(over(windows, windows.name() + "_rest", scan, rest, count));
        }
        return alone ? inputs.getFirst() : new Node.Stack(windows.name(), windows.note(), inputs, List.of(Node.WINDOW));
    }

    private static Node days(Node.Scan scan, Rollup.Kept one, String name, String column) {
        Rollup.Firsts firsts = (Rollup.Firsts) one.rollup();
        return new Node.Scan(
                name,
                scan.home().name() + ", keys that a " + firsts.period().word() + " had not seen before, from a rollup",
                one.table(),
                List.of(),
                RollupScan.bounds(scan, firsts.keys().time(), one.field(Rollup.DAY)),
                null,
                List.of(
                        new Node.Key(Node.BUCKET, one.field(Rollup.DAY)),
                        new Node.Key(column, one.field(Rollup.Firsts.NEW))),
                List.of(),
                false);
    }

    private static Node over(Node.InWindows n, String name, Node input, Set<Integer> only, Node.Measure measure) {
        return new Node.InWindows(
                name, n.note(), input, n.windows(), n.keys(), only, false, n.passed(), List.of(measure));
    }
}

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
        Node firsts = new NodeChange(rewrite::firsts).of(plan.relation());
        return new Plan(
                plan.calendar(),
                new NodeChange(rewrite::scan).of(firsts),
                plan.columns(),
                plan.keys(),
                plan.having(),
                plan.order(),
                plan.limit());
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

    private Node firsts(Node node) {
        if (!(node instanceof Node.InWindows windows)
                || !(windows.input() instanceof Node.Scan scan)
                || windows.pivoted()
                || !windows.keys().isEmpty()
                || windows.measures().size() != 1
                || windows.measures().getFirst().function() != AggregateFunction.COUNT_DISTINCT) {
            return node;
        }
        Map<Rollup.Kept, Set<Integer>> told = new LinkedHashMap<>();
        Set<Integer> rest = new LinkedHashSet<>();
        for (Plan.Window window : windows.windows().windows()) {
            if (windows.only().isEmpty() || windows.only().contains(window.window())) {
                kept.stream()
                        .filter(one -> one.rollup() instanceof Rollup.Firsts firsts
                                && isPrefix(window, firsts.period())
                                && holds(firsts, scan, window))
                        .findFirst()
                        .ifPresentOrElse(
                                one -> told.computeIfAbsent(one, k -> new LinkedHashSet<>())
                                        .add(window.window()),
                                () -> rest.add(window.window()));
            }
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
        Set<Expr> conditions = RollupProposals.conditions(scan.condition(), Exprs.notNull(time));
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

    private static Node stacked(
            Node.InWindows windows, Node.Scan scan, Map<Rollup.Kept, Set<Integer>> told, Set<Integer> rest) {
        List<Node> inputs = new ArrayList<>();
        told.forEach((one, numbers) -> {
            String name = windows.name() + "_" + inputs.size();
            Node days = days(scan, one, name + "_days");
            Node.Measure count = windows.measures().getFirst();
            var sum = new Node.Measure(
                    count.name(),
                    AggregateFunction.SUM,
                    Exprs.column(Rollup.Firsts.NEW, Type.INTEGER),
                    null,
                    null,
                    count.comparison(),
                    true);
            inputs.add(over(windows, name, days, numbers, sum));
        });
        if (!rest.isEmpty()) {
            String name = windows.name() + "_rest";
            inputs.add(over(windows, name, scan, rest, windows.measures().getFirst()));
        }
        return new Node.Stack(windows.name(), windows.note(), inputs, List.of(Node.WINDOW));
    }

    private static Node days(Node.Scan scan, Rollup.Kept one, String name) {
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
                        new Node.Key(Rollup.Firsts.NEW, one.field(Rollup.Firsts.NEW))),
                List.of(),
                false);
    }

    private static Node over(Node.InWindows n, String name, Node input, Set<Integer> only, Node.Measure measure) {
        return new Node.InWindows(
                name, n.note(), input, n.windows(), n.keys(), only, false, n.passed(), List.of(measure));
    }
}

package io.bellwether.core.plan;

import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Gaps;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import io.bellwether.core.time.TimeStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A question by periods whose values are not made of their own rows alone: windows, offsets, periods without rows. Rows are
 * made small first, then each period of a spine meets those that count for it:
 *
 * <pre>
 *   rows ─▶ one row a day ─┐
 *                          ├─▶ each day with the days that count for it ─▶ each month
 *   a row for every day ───┘
 * </pre>
 */
final class SpineFacts implements Facts {
    private final Planning planning;
    private final Question question;
    private final Spines spines;

    SpineFacts(Planning planning) {
        this.planning = planning;
        this.question = planning.question();
        this.spines = new Spines(planning);
    }

    /** What stays the same while one source is presented. */
    private record Scene(
            Group group,
            Lens lens,
            Gaps gaps,
            Dims dims,
            Dims.Condition condition,
            Grain grain,
            TimeScope.Range range) {
        /** Whether several steps of the spine make a period. */
        boolean isLonger() {
            return dims.cuts().stream()
                    .noneMatch(cut -> cut instanceof TimeCut.At(Grain at) && at.compareTo(grain) <= 0);
        }
    }

    @Override
    public Presented present(Source source, Lens lens) {
        Group group = source.group();
        Dims dims = new Dims(planning, group);
        Expr.FieldRef time = planning.time(group);
        spines.checkLengths(lens);
        Grain grain = spines.grain(group, lens, dims.cuts());
        TimeScope.Range range = (TimeScope.Range) question.time();
        // Without groups there is one row for each period, either way.
        boolean alone = dims.fieldKeys().isEmpty() && lens.gaps() == Gaps.EACH_GROUP;
        Gaps gaps = alone ? Gaps.ONCE : lens.gaps();
        Scene scene = new Scene(group, lens, gaps, dims, dims.condition(gaps == Gaps.ONCE), grain, range);
        List<Node.Key> keys = new ArrayList<>(dims.fieldKeys());
        keys.addAll(scene.condition().carried());
        if (lens.overTime() != null) {
            keys.addAll(new Levels(planning, lens.overTime()).keys());
        }
        var request = new Feed.Request(
                Exprs.bucket(time, grain),
                grain.word(),
                keys,
                scene.condition().rows(),
                Reach.of(lens, range, planning.catalog().workspace().calendar()));
        List<Node> nodes = new ArrayList<>();
        Map<String, List<Expr>> values = new LinkedHashMap<>();
        for (Feed feed : source.feeds(request)) {
            Set<String> named = Spines.named(lens, dims.cuts());
            Node spine = spines.spine(grain, named, range, feed.node());
            Feed shown = shown(scene, feed, new NamedPeriods(planning).on(spine, grain, lens, named));
            nodes.add(shown.node());
            if (gaps == Gaps.EACH_GROUP) {
                nodes.add(everyPeriod(scene, feed, spine));
            }
            shown.columns().forEach(column -> values.put(column.part(), List.of(column.value())));
        }
        return new Presented(nodes, values);
    }

    /** Every group of the rows with every period: no value stands there, and rows with one come to lie on them. */
    private Node everyPeriod(Scene scene, Feed feed, Node spine) {
        List<Node.Key> fields = new ArrayList<>();
        Stream.concat(scene.dims().fieldKeys().stream(), scene.condition().carried().stream())
                .forEach(key -> fields.add(new Node.Key(key.name(), Exprs.column(key.name()))));
        Node groups = combined(scene, "its groups", feed.node(), fields, List.of(), true);
        String home = scene.group().home();
        return new Node.Combine(
                planning.name("c", home),
                home + ", every period of every group",
                spine,
                new Node.Match(groups, new Expr.BooleanLiteral(true, Exprs.NOWHERE), false),
                scene.condition().periods(),
                keys(scene),
                List.of(),
                true);
    }

    private Feed shown(Scene scene, Feed feed, Node periods) {
        Lens lens = scene.lens();
        Node spine = periods;
        boolean picks = lens.frame() != null && scene.isLonger();
        if (picks && lens.pick() == Timing.Pick.END) {
            spine = ends(scene, spine, true);
        } else if (scene.isLonger() && lens.offsets().stream().anyMatch(Timing.Offset.ToStart.class::isInstance)) {
            spine = ends(scene, spine, false);
        }
        if (lens.overTime() != null) {
            return levels(scene, spine, feed);
        }
        return picks && lens.pick() != Timing.Pick.END
                ? picked(scene, spine, feed)
                : new Feed(met(scene, spine, feed, keys(scene), feed.merges(), true), feed.columns());
    }

    private static List<Expr> periods(Scene scene) {
        return scene.dims().cuts().stream().map(Spines::cut).toList();
    }

    private static Expr time() {
        return Exprs.column(Node.TIME, Type.TIMESTAMP);
    }

    /** One step of each period: its last, or its first. */
    private Node ends(Scene scene, Node spine, boolean last) {
        String note = "the " + (last ? "last " : "first ") + scene.grain().word() + " of each period";
        return new Node.First(planning.name("k", "end"), note, spine, periods(scene), List.of(time()), last, false);
    }

    private static List<Node.Key> keys(Scene scene) {
        return scene.dims().all().stream()
                .map(d -> new Node.Key(d.name(), d.cut() == null ? Exprs.column(d.name()) : Spines.cut(d.cut())))
                .toList();
    }

    private Node met(
            Scene scene, Node spine, Feed feed, List<Node.Key> keys, List<Node.Measure> measures, boolean grouped) {
        return new Node.Combine(
                planning.name("c", scene.group().home()),
                scene.group().home() + ": " + word(scene.lens()),
                spine,
                new Node.Match(feed.node(), on(scene.lens()), scene.gaps() == Gaps.ONCE),
                scene.condition().periods(),
                keys,
                measures,
                grouped);
    }

    private static String word(Lens lens) {
        return lens.moves() ? "each period with the rows that count for it" : "each period with its rows, if any";
    }

    /** Which buckets count for a moment of the spine. */
    private static Expr on(Lens lens) {
        Expr bucket = Exprs.column(Node.BUCKET, Type.TIMESTAMP);
        Expr at = time();
        for (Timing.Offset offset : lens.offsets()) {
            at = switch (offset) {
                case Timing.Offset.Back(TimeStep by) -> back(at, by);
                case Timing.Offset.ToStart(String unit) -> start(at, unit);
            };
        }
        Expr until = Exprs.call(Function.LESS_OR_EQUAL, bucket, at);
        return switch (lens.frame()) {
            case Timing.Frame.Rolling(TimeStep length) ->
                Exprs.call(Function.AND, until, Exprs.call(Function.GREATER, bucket, window(at, length)));
            case Timing.Frame.ToDate(String unit) ->
                Exprs.call(Function.AND, until, Exprs.call(Function.GREATER_OR_EQUAL, bucket, start(at, unit)));
            case Timing.Frame.AllTime() -> until;
            case null -> Exprs.call(Function.EQUAL, bucket, at);
        };
    }

    private static Expr window(Expr at, TimeStep length) {
        if (length.grain().isEmpty()) {
            throw Unplannable.step(length.unit());
        }
        return back(at, length);
    }

    private static Expr back(Expr at, TimeStep by) {
        if (by.grain().isEmpty() && at.equals(time())) {
            return NamedPeriods.back(by);
        }
        Grain grain = by.grain().orElseThrow(() -> Unplannable.step(by.unit()));
        String unit = switch (grain) {
            case FISCAL_MONTH -> "MONTH";
            case FISCAL_QUARTER -> "QUARTER";
            case FISCAL_YEAR -> "YEAR";
            default -> grain.word().toUpperCase(Locale.ROOT);
        };
        return Exprs.call(Function.SUBTRACT, at, new Expr.IntervalLiteral(by.count(), unit, Exprs.NOWHERE));
    }

    private static Expr start(Expr at, String unit) {
        return Grain.of(unit).isEmpty() && at.equals(time())
                ? NamedPeriods.start(unit)
                : Exprs.bucket(at, Grain.of(unit).orElseThrow(() -> Unplannable.step(unit)));
    }

    /** Of each period the rows of the moments that count. */
    private Feed levels(Scene scene, Node spine, Feed feed) {
        Levels levels = new Levels(planning, scene.lens().overTime());
        List<Node.Key> keys = new ArrayList<>(List.of(new Node.Key(Node.TIME, time())));
        keys.addAll(keys(scene));
        Stream.concat(levels.keys().stream().map(Node.Key::name), feed.passed().stream())
                .forEach(name -> keys.add(new Node.Key(name, Exprs.column(name))));
        Node rows = met(scene, spine, feed, keys, List.of(), false);
        List<Expr> periods = scene.dims().all().stream()
                .filter(d -> d.cut() != null)
                .map(d -> Exprs.column(d.name()))
                .toList();
        Feed level = levels.of(new Feed(rows, feed.columns()), periods, time());
        return new Feed(
                combined(scene, levels.word(), level.node(), scene.dims().columns(), level.merges(), true),
                level.columns());
    }

    /** Values at every step of the spine, and of each period the first, the last, or their mean. */
    private Feed picked(Scene scene, Node spine, Feed feed) {
        Timing.Pick pick = scene.lens().pick();
        List<Node.Key> keys = new ArrayList<>(List.of(new Node.Key(Node.TIME, time())));
        keys.addAll(keys(scene));
        Node steps = met(scene, spine, feed, keys, feed.merges(), true);
        List<Feed.Column> columns = feed.columns().stream()
                .map(c -> new Feed.Column(c.part(), List.of(), Exprs.column(c.part())))
                .toList();
        if (pick == Timing.Pick.AVERAGE) {
            List<Node.Measure> means = feed.columns().stream()
                    .map(c -> new Node.Measure(c.part(), AggregateFunction.AVERAGE, c.value(), null, null, 0, false))
                    .toList();
            return new Feed(
                    combined(
                            scene,
                            "the mean of each period",
                            steps,
                            scene.dims().columns(),
                            means,
                            true),
                    columns);
        }
        List<Expr> partition =
                scene.dims().all().stream().map(d -> Exprs.column(d.name())).toList();
        Node first = new Node.First(
                planning.name("k", "pick"),
                "the " + pick.name().toLowerCase(Locale.ROOT) + " of each period",
                steps,
                partition,
                List.of(time()),
                pick == Timing.Pick.LAST,
                false);
        List<Node.Key> all = new ArrayList<>(scene.dims().columns());
        feed.columns().forEach(c -> all.add(new Node.Key(c.part(), c.value())));
        return new Feed(combined(scene, "one value for each period", first, all, List.of(), false), columns);
    }

    private Node combined(
            Scene scene, String note, Node input, List<Node.Key> keys, List<Node.Measure> measures, boolean grouped) {
        String home = scene.group().home();
        return new Node.Combine(
                planning.name("c", home), home + ", " + note, input, null, null, keys, measures, grouped);
    }

    @Override
    public List<String> keys() {
        return Dims.names(question);
    }

    @Override
    public List<Node.Named> keyColumns() {
        return Dims.answer(question);
    }
}

package io.bellwether.core.plan;

import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Gaps;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
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
            PeriodCondition condition,
            Grain grain,
            TimeScope.Range range,
            Undated undated) {
        /** Whether several steps of the spine make a period. */
        boolean isLonger() {
            return SpineFacts.isLonger(dims, grain);
        }

        /** Whether a period without rows can be told from its steps only when the periods with rows are known. */
        boolean isFilledLate() {
            return gaps == Gaps.ONCE && SpineFacts.isFilledLate(lens, dims, grain);
        }
    }

    private static boolean isLonger(Dims dims, Grain grain) {
        return dims.cuts().stream().noneMatch(cut -> cut instanceof TimeCut.At(Grain at) && at.compareTo(grain) <= 0);
    }

    /**
     * One of several steps may be without rows although the period has some. Of steps that are filled once each, the first is
     * the first of all, with rows or without.
     */
    private static boolean isFilledLate(Lens lens, Dims dims, Grain grain) {
        boolean picks = lens.frame() != null && lens.pick() != Timing.Pick.END && lens.gaps() != Gaps.ONCE;
        return lens.overTime() != null
                || isLonger(dims, grain) && (picks || !dims.fieldKeys().isEmpty());
    }

    /** Without groups there is one row for each period, either way. */
    private static Gaps gaps(Lens lens, Dims dims, Grain grain) {
        if (lens.gaps() == Gaps.LEFT_OUT || !dims.fieldKeys().isEmpty()) {
            return lens.gaps();
        }
        return isFilledLate(lens, dims, grain) ? Gaps.EACH_GROUP : Gaps.ONCE;
    }

    @Override
    public Presented present(Source source, Lens lens) {
        spines.checkLengths(lens);
        Scene scene = scene(source, lens);
        List<Node> nodes = new ArrayList<>();
        Map<String, List<Expr>> values = new LinkedHashMap<>();
        for (Feed feed : source.feeds(request(scene))) {
            Set<String> named = Spines.named(lens, scene.dims().cutsWithCondition(source.about()));
            SpineTimes times = times(scene, named);
            Node spine = scene.undated().on(asked(scene, times, feed), feed);
            Spines.named(lens, List.of()).forEach(name -> planning.rely(times.listing(name, feed.node())));
            Feed shown = shown(scene, feed, new NamedPeriods(planning).on(spine, scene.grain(), lens, named));
            nodes.add(scene.isFilledLate() ? filled(scene).once(shown.node(), spine) : shown.node());
            if (scene.gaps() == Gaps.EACH_GROUP) {
                nodes.add(filled(scene).forEachGroup(feed.node(), spine));
            }
            shown.columns().forEach(column -> values.put(column.part(), List.of(column.value())));
        }
        nodes.addAll(scene.undated().beside(source));
        return new Presented(nodes, values);
    }

    private Scene scene(Source source, Lens lens) {
        Group group = source.group();
        Dims dims = new Dims(planning, group);
        PeriodConditions conditions = new PeriodConditions(planning, group, dims, lens);
        Grain grain = spines.grain(
                group,
                lens,
                Stream.concat(dims.cuts().stream(), conditions.cuts().stream()).toList());
        TimeScope.Range range = (TimeScope.Range) question.time();
        Gaps gaps = gaps(lens, dims, grain);
        Undated undated = new Undated(planning, group, lens, dims, range, grain);
        PeriodCondition condition = conditions.of(gaps == Gaps.ONCE, grain, source.about());
        return new Scene(group, lens, gaps, dims, condition, grain, range, undated);
    }

    private Feed.Request request(Scene scene) {
        Calendar calendar = planning.catalog().workspace().calendar();
        return new Feed.Request(
                Exprs.bucket(planning.time(scene.group()), scene.grain()),
                scene.grain().word(),
                keys(scene),
                scene.condition().rows(),
                scene.undated().met(Reach.of(scene.lens(), scene.range(), calendar)));
    }

    private List<Node.Key> keys(Scene scene) {
        List<Node.Key> keys = new ArrayList<>(scene.dims().fieldKeys());
        keys.addAll(scene.condition().carried());
        Timing.OverTime overTime = scene.lens().overTime();
        if (overTime != null) {
            Grain finest = planning.grain(scene.group()).orElse(null);
            keys.addAll(new Levels(planning, overTime).keys());
            keys.add(new Node.Key(Levels.MOMENT, Exprs.bucket(planning.time(scene.group()), finest)));
        }
        return keys;
    }

    private FilledPeriods filled(Scene scene) {
        return new FilledPeriods(planning, scene.group().home(), scene.dims(), scene.condition());
    }

    /**
     * Periods of the same length all lie on the spine where one missing day would take its rows along (an offset) or move a
     * period's end (a window). Periods that a table names end where it says.
     */
    private SpineTimes times(Scene scene, Set<String> named) {
        Lens lens = scene.lens();
        boolean lengths = lens.moves()
                && scene.isLonger()
                && scene.dims().cuts().stream().noneMatch(TimeCut.Named.class::isInstance);
        Set<Grain> until = lengths ? spines.lengths(scene.dims().cuts()) : Set.of();
        boolean whole = lengths || !lens.offsets().isEmpty();
        boolean instants = planning.time(scene.group()).type() == Type.TIMESTAMP_TZ;
        return new SpineTimes(planning, scene.grain(), named, told(scene), whole, until, instants);
    }

    /** The steps that are asked for: where only shorter times tell, those that have one. */
    private Node asked(Scene scene, SpineTimes times, Feed feed) {
        PeriodCondition condition = scene.condition();
        if (condition.finer() == null) {
            return times.of(feed.node());
        }
        String note =
                "each " + scene.grain().word() + " with a " + condition.of().word() + " that is asked for";
        Node shorter = times.inSteps(condition.of()).of(feed.node());
        List<Node.Key> step = List.of(new Node.Key(Node.TIME, Exprs.bucket(time(), scene.grain())));
        return times.told(new Node.Combine(
                planning.name("t", "asked"), note, shorter, null, condition.finer(), step, List.of(), true));
    }

    /** A running value has not ended with its last row: without an end it is told to the as-of. */
    private TimeScope.Range told(Scene scene) {
        TimeScope.Range range = scene.range();
        return scene.lens().frame() != null && range.start() != null && range.end() == null
                ? new TimeScope.Range(range.start(), question.seenBefore())
                : range;
    }

    private Feed shown(Scene scene, Feed feed, Node periods) {
        Lens lens = scene.lens();
        Node spine = periods;
        boolean picks = lens.frame() != null && scene.isLonger();
        if (picks && lens.pick() == Timing.Pick.END) {
            spine = ends(scene, passing(scene, spine), true);
        } else if (scene.isLonger() && lens.offsets().stream().anyMatch(Timing.Offset.ToStart.class::isInstance)) {
            spine = ends(scene, passing(scene, spine), false);
        }
        if (lens.overTime() != null) {
            return levels(scene, spine, feed);
        }
        return picks && lens.pick() != Timing.Pick.END
                ? picked(scene, spine, feed)
                : new Feed(met(scene, spine, feed, scene.dims().periodKeys(), feed.merges(), true), feed.columns());
    }

    private static List<Expr> periods(Scene scene) {
        return scene.dims().cuts().stream().map(Spines::cut).toList();
    }

    private static Expr time() {
        return Exprs.column(Node.TIME, Type.TIMESTAMP);
    }

    /** The steps that pass what is asked of the time, of which the last or the first is then the period's. */
    private Node passing(Scene scene, Node spine) {
        Expr asked = scene.condition().periods(true);
        if (asked == null) {
            return spine;
        }
        List<Node.Key> all = spine.columns().stream()
                .map(name -> new Node.Key(name, Exprs.column(name)))
                .toList();
        return new Node.Combine(
                planning.name("t", "passing"),
                "every " + scene.grain().word() + " that is asked for",
                spine,
                null,
                asked,
                all,
                List.of(),
                false);
    }

    /** One step of each period: its last, or its first. */
    private Node ends(Scene scene, Node spine, boolean last) {
        String note = "the " + (last ? "last " : "first ") + scene.grain().word() + " of each period";
        return new Node.First(planning.name("k", "end"), note, spine, periods(scene), List.of(time()), last, false);
    }

    private Node met(
            Scene scene, Node spine, Feed feed, List<Node.Key> keys, List<Node.Measure> measures, boolean grouped) {
        return new Node.Combine(
                planning.name("c", scene.group().home()),
                scene.group().home() + ": " + word(scene.lens()),
                spine,
                new Node.Match(
                        feed.node(),
                        scene.undated().match(scene.isLonger()),
                        scene.gaps() == Gaps.ONCE && !scene.isFilledLate()),
                scene.condition().periods(),
                keys,
                measures,
                grouped);
    }

    private static String word(Lens lens) {
        return lens.moves() ? "each period with the rows that count for it" : "each period with its rows, if any";
    }

    /** Of each period the rows of the moments that count. */
    private Feed levels(Scene scene, Node spine, Feed feed) {
        Levels levels = new Levels(planning, scene.lens().overTime());
        List<Node.Key> keys = new ArrayList<>(List.of(Levels.moment()));
        keys.addAll(scene.dims().periodKeys());
        Stream.concat(levels.keys().stream().map(Node.Key::name), feed.passed().stream())
                .forEach(name -> keys.add(new Node.Key(name, Exprs.column(name))));
        Node rows = met(scene, spine, feed, keys, List.of(), false);
        List<Expr> periods = scene.dims().all().stream()
                .filter(d -> d.cut() != null)
                .map(d -> Exprs.column(d.name()))
                .toList();
        Feed level = levels.of(
                new Feed(rows, feed.columns()), periods, Levels.moment().value());
        return new Feed(
                combined(scene, levels.word(), level.node(), scene.dims().columns(), level.merges(), true),
                level.columns());
    }

    /** Values at every step of the spine, filled ones too, and of each period the first, the last, or their mean. */
    private Feed picked(Scene scene, Node spine, Feed feed) {
        Timing.Pick pick = scene.lens().pick();
        List<Node.Key> keys = new ArrayList<>(List.of(new Node.Key(Node.TIME, time())));
        keys.addAll(scene.dims().periodKeys());
        Node steps = met(scene, spine, feed, keys, feed.merges(), true);
        List<Feed.Column> columns = feed.columns().stream()
                .map(c -> new Feed.Column(c.part(), List.of(), Exprs.column(c.part())))
                .toList();
        if (pick == Timing.Pick.AVERAGE) {
            List<Node.Measure> means = feed.columns().stream()
                    .map(c -> new Node.Measure(
                            c.part(), AggregateFunction.AVERAGE, filled(c.value(), scene.lens()), null, null, 0, false))
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

    private static Expr filled(Expr value, Lens lens) {
        return lens.filler() == null
                ? value
                : Exprs.call(Function.COALESCE, value, new Expr.NumberLiteral(lens.filler(), Exprs.NOWHERE));
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

package io.bellwether.core.plan;

import io.bellwether.core.catalog.CalendarTable;
import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.DatePart;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import io.bellwether.core.time.TimeStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows for periods, whether or not anything happened in them: from a calendar table, else made by the engine. */
final class Spines {
    private final Planning planning;

    Spines(Planning planning) {
        this.planning = planning;
    }

    /** What a cut of the spine's time is called, or how it follows from the time. */
    static Expr cut(TimeCut cut) {
        return cut instanceof TimeCut.Named(String name)
                ? Exprs.column(named(name))
                : Exprs.cut(Exprs.column(Node.TIME, Type.TIMESTAMP), cut);
    }

    /** What the column of a grain that a calendar table defines is called on the spine. */
    static String named(String grain) {
        return "time_" + grain;
    }

    /** Whether a column comes from the spine, not from rows. */
    static boolean isOfSpine(String column) {
        return column.equals(Node.TIME) || column.startsWith(named(""));
    }

    /** The longest grain in whose steps everything that is asked can be told. */
    Grain grain(Facts.Group group, Lens lens, List<TimeCut> cuts) {
        Optional<Grain> asked = wholePeriods(lens, cuts);
        if (asked.isPresent()
                && planning.grain(group)
                        .filter(own -> own.compareTo(asked.get()) > 0)
                        .isEmpty()) {
            return asked.get();
        }
        List<Grain> needed = new ArrayList<>(List.of(Grain.DAY));
        cuts.forEach(cut -> needed.add(grain(cut)));
        Stream.concat(frames(lens), lens.offsets().stream().map(Spines::unit)).forEach(unit -> needed.add(grain(unit)));
        Grain finest = needed.stream().min(Grain::compareTo).orElseThrow();
        Grain own = planning.grain(group).orElse(finest);
        return own.compareTo(finest) > 0 && !isOfWeeks(own) ? own : finest;
    }

    /**
     * The shortest period that is asked for, where offsets as dbt has them move whole periods of it: none is longer than
     * what the offset counts in, so all of February stands for March, and March is at its start what it is in all. A week
     * lies in no month, so the start of its month is told by days. Offsets of ours are like for like, day for day.
     */
    private static Optional<Grain> wholePeriods(Lens lens, List<TimeCut> cuts) {
        if (lens.frame() != null || lens.offsets().isEmpty() || cuts.stream().anyMatch(Spines::isNoPeriod)) {
            return Optional.empty();
        }
        return cuts.stream()
                .map(cut -> cut instanceof TimeCut.At(Grain grain) ? grain : Grain.DAY)
                .min(Grain::compareTo)
                .filter(shortest -> lens.offsets().stream().allMatch(offset -> movesWhole(offset, shortest)));
    }

    private static boolean isNoPeriod(TimeCut cut) {
        return !(cut instanceof TimeCut.At) && !(cut instanceof TimeCut.Part);
    }

    private static boolean movesWhole(Timing.Offset offset, Grain asked) {
        return switch (offset) {
            case Timing.Offset.Back(TimeStep by) ->
                by.dayByDay()
                        && by.grain().filter(unit -> isWithin(asked, unit)).isPresent();
            case Timing.Offset.ToStart(String unit) ->
                Grain.of(unit).filter(grain -> isWithin(asked, grain)).isPresent() && asked != Grain.WEEK;
        };
    }

    /** Whether a period is not longer than one of a unit; a fiscal unit holds days, and fiscal periods. */
    private static boolean isWithin(Grain asked, Grain unit) {
        return asked.compareTo(unit) <= 0 && (asked.isFiscal() == unit.isFiscal() || asked.compareTo(Grain.DAY) <= 0);
    }

    /** How long the periods are that are asked for, shortest first. */
    Set<Grain> lengths(List<TimeCut> cuts) {
        return cuts.stream().map(Spines::length).collect(Collectors.toCollection(TreeSet::new));
    }

    static Grain length(TimeCut cut) {
        return switch (cut) {
            case TimeCut.At(Grain grain) -> grain;
            case TimeCut.Part(DatePart part) ->
                switch (part) {
                    case YEAR -> Grain.YEAR;
                    case QUARTER -> Grain.QUARTER;
                    case MONTH -> Grain.MONTH;
                    case DAY, DAY_OF_WEEK, DAY_OF_YEAR -> Grain.DAY;
                };
            case TimeCut.Named ignored -> Grain.DAY;
            case TimeCut.Moment ignored -> Grain.SECOND;
        };
    }

    /** Of periods that differ in length an interval cannot count so many. */
    void checkLengths(Lens lens) {
        Stream<TimeStep> moved = lens.offsets().stream()
                .flatMap(o -> o instanceof Timing.Offset.Back(TimeStep by) ? Stream.of(by) : Stream.empty());
        Stream<TimeStep> rolled =
                lens.frame() instanceof Timing.Frame.Rolling(TimeStep length) ? Stream.of(length) : Stream.empty();
        Stream.concat(moved, rolled)
                .filter(step -> step.grain().filter(this::isOfWeeks).isPresent())
                .findFirst()
                .ifPresent(step -> {
                    throw Unplannable.weeks(step.unit());
                });
    }

    private boolean isOfWeeks(Grain grain) {
        return grain.isFiscal() && planning.catalog().workspace().calendar().pattern() != null;
    }

    private static Stream<String> frames(Lens lens) {
        return switch (lens.frame()) {
            case Timing.Frame.Rolling(TimeStep length) -> Stream.of(length.unit());
            case Timing.Frame.ToDate(String unit) -> Stream.of(unit);
            case Timing.Frame.AllTime() -> Stream.of();
            case null -> Stream.of();
        };
    }

    private static String unit(Timing.Offset offset) {
        return switch (offset) {
            case Timing.Offset.Back(TimeStep by) -> by.unit();
            case Timing.Offset.ToStart(String unit) -> unit;
        };
    }

    /** The longest step that tells a cut. */
    Grain grain(TimeCut cut) {
        return switch (cut) {
            case TimeCut.At(Grain grain) -> grain;
            case TimeCut.Part ignored -> Grain.DAY;
            case TimeCut.Named(String name) -> planning.calendarTable(name).grain();
            case TimeCut.Moment ignored -> Grain.SECOND;
        };
    }

    private Grain grain(String unit) {
        return Grain.of(unit).orElseGet(() -> planning.calendarTable(unit).grain());
    }

    /** The grains of calendar tables that a lens or a cut names. */
    static Set<String> named(Lens lens, List<TimeCut> cuts) {
        Set<String> names = new LinkedHashSet<>();
        cuts.forEach(cut -> {
            if (cut instanceof TimeCut.Named(String name)) {
                names.add(name);
            }
        });
        Stream.concat(frames(lens), lens.offsets().stream().map(Spines::unit))
                .filter(unit -> Grain.of(unit).isEmpty())
                .forEach(names::add);
        return names;
    }

    /** A row for each period of a calendar table. */
    Node table(CalendarTable table, Grain grain, Set<String> named, TimeScope.Range range) {
        var field = planning.dataset(table.dataset()).field(table.field()).orElseThrow();
        var time = new Expr.FieldRef(table.dataset(), field.name(), field.type(), Exprs.NOWHERE);
        List<Node.Key> keys = new ArrayList<>();
        keys.add(new Node.Key(Node.TIME, Exprs.bucket(time, grain == table.grain() ? null : grain)));
        named.forEach(name -> keys.add(new Node.Key(named(name), Exprs.cut(time, new TimeCut.Named(name)))));
        return new ScanBuilder(planning, new Facts.Group(table.dataset(), time))
                .build(
                        "t",
                        "a row for every " + grain.word(),
                        keys,
                        List.of(),
                        null,
                        planning.dated(range),
                        grain != table.grain());
    }
}

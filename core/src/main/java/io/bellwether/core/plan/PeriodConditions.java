package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a question asks of one group's rows and periods, and what the metric of the rows asks of them.
 *
 * @param lens through which the rows look at time
 */
record PeriodConditions(Planning planning, Facts.Group group, Dims dims, Lens lens) {
    /**
     * The cuts of time by which conditions need the spine's steps: where rows of a window count for each step, and where a
     * condition is of the time and of something else.
     */
    List<TimeCut> cuts() {
        List<TimeCut> cuts = new ArrayList<>();
        for (Expr part : asked()) {
            if (speaksOfTime(part) && (lens.frame() != null || !isOfTime(part))) {
                cuts.addAll(cuts(part));
            }
        }
        cuts.removeIf(TimeCut.Moment.class::isInstance);
        return cuts;
    }

    private List<Expr> asked() {
        return Exprs.conjuncts(Exprs.withoutPlaces(planning.question().where()));
    }

    /**
     * @param again whether what is asked of dimensions is asked of the periods too, since some have no rows
     * @param step how long the steps are that make the periods
     * @param about what the rows' own metric asks of each of them, and so of periods without rows too; or null
     */
    PeriodCondition of(boolean again, Grain step, @Nullable Expr about) {
        List<Expr> rows = new ArrayList<>();
        List<Expr> finer = new ArrayList<>();
        List<Expr> periods = new ArrayList<>();
        Map<Expr, Node.Key> carried = new LinkedHashMap<>();
        for (Expr part : asked()) {
            switch (kind(part, step)) {
                case ROWS -> {
                    rows.add(part);
                    if (again
                            && Exprs.fields(part).stream()
                                    .allMatch(f -> dims.column(f).isPresent())) {
                        periods.add(onPeriods(part, carried));
                    }
                }
                case MOMENTS -> {
                    rows.add(part);
                    known(part).filter(asked -> isWhole(step)).ifPresent(periods::add);
                }
                case FINER -> {
                    finer.add(part);
                    if (isOwn()) {
                        rows.add(part);
                    }
                }
                case PERIODS -> periods.add(onPeriods(part, carried));
            }
        }
        finer.addAll(finer(about, step));
        periods.addAll(periods(about, step, again));
        return new PeriodCondition(
                Exprs.all(rows),
                Exprs.all(finer.stream()
                        .map(part -> onPeriods(part, carried))
                        .distinct()
                        .toList()),
                finer.stream().map(this::finest).min(Comparator.naturalOrder()).orElse(step),
                Exprs.all(periods.stream().distinct().toList()),
                List.copyOf(carried.values()));
    }

    /** What a metric asks of its rows, of periods without rows. */
    private List<Expr> periods(@Nullable Expr about, Grain step, boolean again) {
        return Exprs.conjuncts(about).stream()
                .filter(part -> switch (kind(part, step)) {
                    case ROWS -> again;
                    case MOMENTS -> isWhole(step);
                    case PERIODS -> isOwn() && isTold(part, step);
                    case FINER -> false;
                })
                .flatMap(part -> known(part).stream())
                .toList();
    }

    private List<Expr> finer(@Nullable Expr about, Grain step) {
        return Exprs.conjuncts(about).stream()
                .filter(part -> isOwn() && kind(part, step) == Kind.FINER)
                .toList();
    }

    private enum Kind {
        /** Of nothing but rows. */
        ROWS,
        /** Of moments within the steps, row by row. */
        MOMENTS,
        /** Of times that are shorter than the steps. */
        FINER,
        PERIODS
    }

    private Kind kind(Expr part, Grain step) {
        if (!speaksOfTime(part)) {
            return Kind.ROWS;
        }
        if (isOwn() && speaksOfMoments(part)) {
            return Kind.MOMENTS;
        }
        return isOfTime(part) && !isTold(part, step) ? Kind.FINER : Kind.PERIODS;
    }

    /** Whether a period's own rows make its value: a moment that is asked of them is asked of each of them. */
    private boolean isOwn() {
        return !lens.moves();
    }

    /** A condition as it is asked of periods, where they and the dimensions tell all of it. */
    private Optional<Expr> known(Expr condition) {
        Map<Expr, Node.Key> carried = new LinkedHashMap<>();
        Expr asked = onPeriods(condition, carried);
        return carried.isEmpty() ? Optional.of(asked) : Optional.empty();
    }

    /** Whether it asks of nothing but the time. */
    private boolean isOfTime(Expr condition) {
        return speaksOfTime(condition)
                && known(condition).filter(PeriodCondition::isOfSpine).isPresent();
    }

    private boolean speaksOfTime(Expr condition) {
        return Exprs.holds(condition, expr -> Dims.speaksOfTime(planning, group, expr));
    }

    /** Whether it tells rows of one step of time from each other. */
    private boolean speaksOfMoments(Expr expr) {
        return switch (expr) {
            case Expr.FieldRef field -> dims.isTime(field);
            case Expr.CalendarRef calendar ->
                calendar.cut() instanceof TimeCut.Moment() && speaksOfMoments(calendar.time());
            default -> Exprs.children(expr).stream().anyMatch(this::speaksOfMoments);
        };
    }

    /** Whether the rows of one step all have the same time, so that what is asked of it is asked of the step. */
    private boolean isWhole(Grain step) {
        Expr.FieldRef time = group.time();
        if (time == null || time.type() == Type.TIMESTAMP_TZ) {
            return false;
        }
        Optional<Grain> own =
                planning.grain(group).or(() -> time.type() == Type.DATE ? Optional.of(Grain.DAY) : Optional.empty());
        return own.filter(grain -> step.compareTo(grain) <= 0).isPresent();
    }

    /** Whether a step's start tells for all of the step whether the condition holds. */
    private boolean isTold(Expr condition, Grain step) {
        return isWhole(step)
                || cuts(condition).stream().allMatch(cut -> switch (cut) {
                    case TimeCut.Moment() -> step.compareTo(Grain.DAY) <= 0;
                    case TimeCut.Named(String name) ->
                        lies(step, Grain.DAY)
                                && step.compareTo(planning.calendarTable(name).grain()) <= 0;
                    case TimeCut.At(Grain grain) -> lies(step, grain);
                    case TimeCut.Part part -> lies(step, Spines.length(part));
                });
    }

    /** Whether a period always lies within one of another grain. */
    private static boolean lies(Grain inner, Grain outer) {
        return inner == outer
                || inner.compareTo(outer) < 0
                        && inner != Grain.WEEK
                        && (inner.compareTo(Grain.DAY) <= 0 || inner.isFiscal() == outer.isFiscal());
    }

    /** Steps that tell the condition. */
    private Grain finest(Expr condition) {
        return cuts(condition).stream()
                .filter(cut -> !(cut instanceof TimeCut.Moment))
                .map(new Spines(planning)::grain)
                .filter(grain -> grain.compareTo(Grain.DAY) < 0)
                .min(Comparator.naturalOrder())
                .orElse(Grain.DAY);
    }

    /** The cuts of the group's time; a moment where the time itself is compared. */
    private List<TimeCut> cuts(Expr expr) {
        return switch (expr) {
            case Expr.TimeRef time -> List.of(time.cut());
            case Expr.CalendarRef calendar
            when calendar.time() instanceof Expr.FieldRef field && dims.isTime(field) -> List.of(calendar.cut());
            case Expr.FieldRef field when dims.isTime(field) -> List.of(new TimeCut.Moment());
            default ->
                Exprs.children(expr).stream()
                        .flatMap(child -> cuts(child).stream())
                        .toList();
        };
    }

    private Expr onPeriods(Expr expr, Map<Expr, Node.Key> carried) {
        return switch (expr) {
            case Expr.TimeRef time -> Spines.cut(time.cut());
            case Expr.CalendarRef calendar
            when calendar.time() instanceof Expr.FieldRef field && dims.isTime(field) -> Spines.cut(calendar.cut());
            case Expr.FieldRef field when dims.isTime(field) -> Exprs.column(Node.TIME, Type.TIMESTAMP);
            case Expr.FieldRef field ->
                dims.column(field)
                        .map(d -> Exprs.column(d.name(), field.type()))
                        .orElseGet(() -> carry(field, field.type(), carried));
            case Expr.Per per -> carry(per, per.type(), carried);
            case Expr.CalendarRef calendar -> carry(calendar, calendar.type(), carried);
            default -> Exprs.rebuild(expr, child -> onPeriods(child, carried));
        };
    }

    private static Expr carry(Expr value, Type type, Map<Expr, Node.Key> carried) {
        Node.Key key = carried.computeIfAbsent(value, v -> new Node.Key("f" + carried.size(), v));
        return Exprs.column(key.name(), type);
    }
}

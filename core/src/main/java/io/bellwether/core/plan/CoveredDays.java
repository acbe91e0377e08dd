package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows that each stand for the whole period that their time lies in, as if there were one for each of its days:
 *
 * <pre>
 *   Feb  2 800        1 Feb  2 800        a sum takes 2 800 / 28 of each day,
 *                 ⇒   2 Feb  2 800        a level (average, minimum, maximum) takes each day as it is,
 *                     …                   all else is asked of whole periods only, of their first days
 * </pre>
 */
final class CoveredDays {
    private static final String DAYS = "days";
    private static final Set<AggregateFunction> LEVELS =
            Set.of(AggregateFunction.AVERAGE, AggregateFunction.MIN, AggregateFunction.MAX);

    private CoveredDays() {}

    /** Whether the field is the time of rows that cover more than it. */
    static boolean isCovering(Dataset dataset, Field field) {
        return dataset.holding().covers() != null && field.name().equals(dataset.time());
    }

    /** The leaf, of rows that stand for days. */
    static Leaf of(Leaf leaf, Dataset home, Lens lens, Question question, Calendar calendar) {
        Grain covers = home.holding().covers();
        Expr.FieldRef time = leaf.time();
        boolean level = lens.overTime() != null || LEVELS.contains(leaf.function());
        if (covers == null || time == null || level || !time.equals(DatasetTime.of(home))) {
            return leaf;
        }
        if (leaf.function() == AggregateFunction.SUM) {
            Expr share =
                    Exprs.call(Function.DIVIDE, java.util.Objects.requireNonNull(leaf.argument()), days(time, covers));
            return new Leaf(leaf.function(), share, leaf.filter(), leaf.fraction(), leaf.home(), time);
        }
        check(home, covers, lens, question, calendar);
        Expr first = Exprs.call(Function.EQUAL, Exprs.bucket(time, Grain.DAY), Exprs.bucket(time, covers));
        Expr once = Exprs.call(Function.IS_NOT_FALSE, first);
        return new Leaf(
                leaf.function(), leaf.argument(), Exprs.and(leaf.filter(), once), leaf.fraction(), leaf.home(), time);
    }

    /** How many days the period has that a time lies in; a row without a time is whole. */
    private static Expr days(Expr time, Grain covers) {
        Expr start = Exprs.bucket(time, covers);
        Expr days =
                Exprs.call(Function.DATE_DIFF, new Expr.TextLiteral("day", Exprs.NOWHERE), start, plus(start, covers));
        return Exprs.call(Function.COALESCE, days, new Expr.NumberLiteral(BigDecimal.ONE, Exprs.NOWHERE));
    }

    private static Expr plus(Expr start, Grain covers) {
        return Exprs.call(Function.ADD, start, interval(covers));
    }

    private static Expr.IntervalLiteral interval(Grain covers) {
        return switch (covers) {
            case WEEK -> new Expr.IntervalLiteral(7, "DAY", Exprs.NOWHERE);
            case MONTH, FISCAL_MONTH -> new Expr.IntervalLiteral(1, "MONTH", Exprs.NOWHERE);
            case QUARTER, FISCAL_QUARTER -> new Expr.IntervalLiteral(3, "MONTH", Exprs.NOWHERE);
            case YEAR, FISCAL_YEAR -> new Expr.IntervalLiteral(12, "MONTH", Exprs.NOWHERE);
            case MILLISECOND, SECOND, MINUTE, HOUR, DAY ->
                throw new IllegalArgumentException("a row of its day: " + covers);
        };
    }

    /** A period that is cut has no number of rows, no median. */
    private static void check(Dataset home, Grain covers, Lens lens, Question question, Calendar calendar) {
        boolean cut = lens.moves()
                || question.dimensions().stream().anyMatch(by -> cuts(by, covers))
                || switch (question.time()) {
                    case TimeScope.Range(var start, var end) ->
                        !isEdge(start, covers, calendar) || !isEdge(end, covers, calendar);
                    case TimeScope.Windows(var windows) ->
                        windows.stream()
                                .anyMatch(w -> !isEdge(w.start(), covers, calendar)
                                        || !isEdge(w.end(), covers, calendar)
                                                && !w.end().equals(question.seenBefore()));
                };
        if (cut) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.CUT_PERIOD,
                    home.span(),
                    "the rows of \"" + home.name() + "\" each cover a " + covers.word()
                            + ", and a part of one can only be summed or averaged",
                    "ask by whole periods of a " + covers.word() + ", or for a sum or an average"));
        }
    }

    private static boolean cuts(Dimension by, Grain covers) {
        TimeCut cut = switch (by) {
            case Dimension.ByTime time -> time.cut();
            case Dimension.ByField field -> field.cut();
        };
        return cut != null
                && !(cut instanceof TimeCut.At(Grain grain)
                        && (grain == covers || covers != Grain.WEEK && grain.compareTo(covers) >= 0));
    }

    private static boolean isEdge(@Nullable LocalDateTime at, Grain covers, Calendar calendar) {
        return at == null || calendar.period(at, covers).start().equals(at);
    }

    /** The rows with their days beside them, as a column; a row without a time stays, without a day. */
    static Node.Scan spread(Planning planning, Node.Scan rows, String column) {
        Dataset dataset = rows.home();
        Grain covers = java.util.Objects.requireNonNull(dataset.holding().covers());
        if (covers.isFiscal() && planning.catalog().workspace().calendar().pattern() != null) {
            throw Unplannable.weeks(covers.word());
        }
        Expr.FieldRef time = java.util.Objects.requireNonNull(DatasetTime.of(dataset));
        Expr start = Exprs.bucket(time, covers);
        Expr day = new Expr.FieldRef(DAYS, Node.TIME, Type.TIMESTAMP, Exprs.NOWHERE);
        List<Node.Join> joins = new ArrayList<>(rows.joins());
        joins.add(new Node.Join(
                DAYS,
                new Node.Target.Step(series(planning, dataset, start, covers)),
                Node.Kind.LEFT,
                List.of(
                        Exprs.call(Function.GREATER_OR_EQUAL, day, start),
                        Exprs.call(Function.LESS, day, plus(start, covers))),
                null,
                dataset.span(),
                List.of()));
        List<Node.Key> keys = new ArrayList<>(rows.keys());
        keys.add(new Node.Key(column, day));
        return new Node.Scan(
                rows.name(),
                dataset.name() + ", one row for each day of its " + covers.word(),
                dataset,
                joins,
                List.of(),
                null,
                keys,
                List.of(),
                false,
                rows.widened());
    }

    /** Every day from the first period's first to the last one's last. */
    private static Node series(Planning planning, Dataset dataset, Expr start, Grain covers) {
        Node starts = new Node.Scan(
                planning.name("r", dataset.name()),
                "the first day of every " + covers.word(),
                dataset,
                List.of(),
                List.of(),
                null,
                List.of(new Node.Key(Node.BUCKET, start)),
                List.of(),
                true);
        Expr first = Exprs.column(Node.BUCKET, Type.TIMESTAMP);
        Expr last =
                Exprs.call(Function.SUBTRACT, plus(first, covers), new Expr.IntervalLiteral(1, "DAY", Exprs.NOWHERE));
        Node ends = new Node.Combine(
                planning.name("c", dataset.name()),
                "the last day of every " + covers.word(),
                starts,
                null,
                null,
                List.of(new Node.Key(Node.BUCKET, last)),
                List.of(),
                false);
        Node edges =
                new Node.Stack(planning.name("x", dataset.name()), "both", List.of(starts, ends), List.of(Node.BUCKET));
        return new Node.Series(planning.name("t", "day"), "a row for every day", Grain.DAY, null, null, edges);
    }
}

package io.bellwether.core.plan;

import io.bellwether.core.catalog.CalendarTable;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Calendar;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a question is answered, before any engine's words. Immutable.
 *
 * @param relation what holds every leaf aggregate
 * @param columns the answer: keys first, then metrics, as expressions over the relation's columns
 * @param keys how many of the columns are keys
 * @param having over the columns of the answer, or null
 * @param listings what calendar tables must list for the answer to be right
 * @param now the moment of the question, for what asks for it; null where nothing may
 */
public record Plan(
        Calendar calendar,
        Node relation,
        List<Node.Named> columns,
        int keys,
        @Nullable Expr having,
        List<Question.Order> order,
        @Nullable Long limit,
        List<Listing> listings,
        @Nullable LocalDateTime now) {
    /** A plan that relies on no calendar table and on no moment. */
    public Plan(
            Calendar calendar,
            Node relation,
            List<Node.Named> columns,
            int keys,
            @Nullable Expr having,
            List<Question.Order> order,
            @Nullable Long limit) {
        this(calendar, relation, columns, keys, having, order, limit, List.of(), null);
    }

    /**
     * @param window the index of the row of the answer that it feeds
     * @param period the start of that row's period, or null where rows are windows
     * @param comparison 0 for the period itself, else the position of the comparison, from 1
     */
    public record Window(
            int window, @Nullable LocalDateTime period, int comparison, LocalDateTime start, LocalDateTime end) {}

    /**
     * A key that must be unique in the data for the plan to be right.
     *
     * @param relationship the place of what claims it
     */
    public record UniqueKey(
            Dataset dataset, List<String> fields, @Nullable Span relationship) {}

    /**
     * What a calendar table must say of every time that a question needs, because a window or an offset is counted in it.
     *
     * @param grain that the table defines
     * @param missing counts the times of which it says nothing as {@link #COUNT}, the first of them as {@link #FIRST}
     */
    public record Listing(String grain, CalendarTable table, Node missing) {
        public static final String COUNT = "missing";
        public static final String FIRST = "first_missing";

        /** One row, with the count and the first. */
        public Plan plan(Calendar calendar) {
            List<Node.Named> columns = List.of(
                    new Node.Named(COUNT, Exprs.column(COUNT)),
                    new Node.Named(FIRST, Exprs.column(FIRST, Type.TIMESTAMP)));
            return new Plan(calendar, missing, columns, 0, null, List.of(), null);
        }
    }

    /** Every step, each after those that it reads. */
    public List<Node> steps() {
        return Steps.of(relation);
    }

    /** Every scan, in order. */
    public List<Node.Scan> scans() {
        return steps().stream()
                .flatMap(step -> switch (step) {
                    case Node.Scan scan -> Stream.of(scan);
                    case Node.Widened widened -> Stream.of(widened.rows());
                    default -> Stream.<Node.Scan>empty();
                })
                .toList();
    }

    /** What joins rely on: each is to be checked against the data once per version of it. */
    public Set<UniqueKey> uniqueKeys() {
        Set<UniqueKey> keys = new LinkedHashSet<>();
        for (Node.Scan scan : scans()) {
            for (Node.Join join : scan.joins()) {
                Dataset to = join.target() instanceof Node.Target.Table(Dataset table) ? table : scan.home();
                if (!join.unique().isEmpty()) {
                    keys.add(new UniqueKey(to, join.unique(), join.relationship()));
                }
            }
        }
        return keys;
    }

    /** The datasets that are read, with the physical columns that are read of each. */
    public Map<Dataset, Set<String>> sources() {
        return SourceColumns.of(scans());
    }
}

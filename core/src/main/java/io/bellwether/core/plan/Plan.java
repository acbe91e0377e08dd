package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.time.Calendar;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a question is answered, before any engine's words. Immutable.
 *
 * @param windows the windows of the question, or empty
 * @param relation what holds every leaf aggregate
 * @param columns the answer: keys first, then metrics, as expressions over the relation's columns
 * @param keys how many of the columns are keys
 */
public record Plan(
        Calendar calendar,
        List<Window> windows,
        Node relation,
        List<Node.Named> columns,
        int keys,
        List<Question.Order> order,
        @Nullable Long limit) {
    /**
     * @param window the index of the row of the answer that it feeds
     * @param period the start of that row's period, or null where rows are windows
     * @param comparison 0 for the period itself, else the position of the comparison, from 1
     */
    public record Window(
            int window, @Nullable LocalDateTime period, int comparison, LocalDateTime start, LocalDateTime end) {}

    /** A key that must be unique in the data for the plan to be right. */
    public record UniqueKey(Dataset dataset, List<String> fields, Node.Join join) {}

    /** Every scan, in order. */
    public List<Node.Scan> scans() {
        return scans(relation);
    }

    private static List<Node.Scan> scans(Node node) {
        return switch (node) {
            case Node.Scan scan -> List.of(scan);
            case Node.InWindows windows -> List.of(windows.input());
            case Node.Stack stack ->
                stack.inputs().stream().flatMap(n -> scans(n).stream()).toList();
        };
    }

    /** What joins rely on: each is to be checked against the data once per version of it. */
    public Set<UniqueKey> uniqueKeys() {
        Set<UniqueKey> keys = new LinkedHashSet<>();
        for (Node.Scan scan : scans()) {
            for (Node.Join join : scan.joins()) {
                keys.add(new UniqueKey(join.to(), join.relationship().toFields(), join));
            }
        }
        return keys;
    }

    /** The datasets that are read, with the physical columns that are read of each. */
    public Map<Dataset, Set<String>> sources() {
        Map<Dataset, Set<String>> sources = new LinkedHashMap<>();
        scans().forEach(scan -> new SourceColumns(scan, sources).collect());
        return sources;
    }

    /** Gathers the physical columns that one scan reads. */
    private record SourceColumns(Node.Scan scan, Map<Dataset, Set<String>> sources) {
        void collect() {
            read(scan.home());
            scan.bounds().forEach(bound -> read(bound.time()));
            read(scan.condition());
            for (Node.Key key : scan.keys()) {
                switch (key) {
                    case Node.FieldKey field -> read(field.value());
                    case Node.TimeKey time -> read(time.time());
                }
            }
            for (Node.Measure measure : scan.measures()) {
                read(measure.argument());
                read(measure.filter());
            }
            for (Node.Join join : scan.joins()) {
                read(join.to());
                join.relationship()
                        .fromFields()
                        .forEach(f -> read(dataset(join.relationship().from()), f));
                join.relationship().toFields().forEach(f -> read(join.to(), f));
                if (join.bound() != null) {
                    read(join.bound().time());
                }
            }
        }

        private Set<String> read(Dataset dataset) {
            return sources.computeIfAbsent(dataset, d -> new LinkedHashSet<>());
        }

        private void read(@Nullable Expr expr) {
            Exprs.fields(expr).forEach(field -> read(dataset(field.dataset()), field.field()));
        }

        private void read(Dataset dataset, String field) {
            FieldColumns.collect(dataset.field(field).orElseThrow().expression(), read(dataset));
        }

        private Dataset dataset(String name) {
            return scan.home().name().equals(name)
                    ? scan.home()
                    : scan.joins().stream()
                            .map(Node.Join::to)
                            .filter(d -> d.name().equals(name))
                            .findFirst()
                            .orElseThrow();
        }
    }
}

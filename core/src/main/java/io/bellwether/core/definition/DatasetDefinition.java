package io.bellwether.core.definition;

import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dataset as written; see {@code datasets} in the workspace format. */
public record DatasetDefinition(
        Located<String> name,
        @Nullable Located<String> label,
        @Nullable Located<String> description,
        Source source,
        @Nullable ReadingDefinition reading,
        @Nullable Located<String> time,
        @Nullable Located<TemporalAmount> expectedEvery,
        List<Located<String>> primaryKey,
        List<List<Located<String>>> uniqueKeys,
        List<FieldDefinition> fields,
        List<TestDefinition> tests,
        List<Located<String>> entities,
        @Nullable ValidityDefinition validity,
        List<Located<String>> partitions,
        @Nullable ExtractDefinition extract,
        boolean hidesColumns,
        HoldingDefinition holding) {
    /** Where the rows come from. */
    public sealed interface Source {
        Span span();

        /** A file, a glob or {@code connection.schema.table}. */
        record Path(String path, Span span) implements Source {}

        /** @param on the connection, or null */
        record Query(Located<String> sql, @Nullable Located<String> on, Span span) implements Source {}

        /** Values of a metric that people type in. */
        record Typed(String metric, ManualDefinition manual) implements Source {
            @Override
            public Span span() {
                return manual.span();
            }
        }
    }

    /**
     * That people type the values of a metric in.
     *
     * @param by what a value is of, beside its period
     * @param span from the key on
     */
    public record ManualDefinition(Located<Grain> every, List<ByDefinition> by, Span span) {}

    /** @param members that there are, or empty for any */
    public record ByDefinition(Located<String> name, List<Located<String>> members) {}

    /**
     * That a copy is kept in the order of time.
     *
     * @param every how often it is brought up to date, or null
     * @param overlap how long before its last row rows may still change, or null
     * @param span of what says so
     */
    public record ExtractDefinition(
            @Nullable Located<TemporalAmount> every,
            @Nullable Located<TemporalAmount> overlap,
            Span span) {}

    /**
     * How files are read.
     *
     * @param sheet of a workbook that is meant
     * @param header the line or row that names the columns, 0 where none is said
     * @param rows that are no data, by their numbers
     * @param last whether the last row is none
     * @param where rows are none: in which columns which texts stand
     * @param quarantine whether rows that cannot be read are set aside
     * @param span of what says so
     */
    public record ReadingDefinition(
            @Nullable Located<String> sheet,
            int header,
            List<Integer> rows,
            boolean last,
            List<Map<String, List<String>>> where,
            boolean quarantine,
            Span span) {
        public ReadingDefinition {
            rows = List.copyOf(rows);
            where = List.copyOf(where);
        }
    }

    /**
     * What rows stand for, and when they are there.
     *
     * @param covers the grain of the period that each row stands for, or null
     * @param loadedAt the field that says when a row was loaded, or null
     * @param settlesAfter how long after a period's end its rows may still come, or null
     */
    public record HoldingDefinition(
            @Nullable Located<Grain> covers,
            @Nullable Located<String> loadedAt,
            @Nullable Located<TemporalAmount> settlesAfter) {
        static final HoldingDefinition NONE = new HoldingDefinition(null, null, null);
    }

    /** From when to when a row holds: two fields. */
    public record ValidityDefinition(Located<String> from, Located<String> to) {}

    /**
     * @param type the word for a type, or null
     * @param grain the word for the finest grain that a time means, or null
     * @param format how the dates of its column are written, in the words of strptime; or null
     */
    public record FieldDefinition(
            Located<String> name,
            @Nullable Located<String> label,
            @Nullable Located<String> description,
            @Nullable Excerpt expression,
            @Nullable Located<String> type,
            @Nullable Located<String> grain,
            @Nullable Located<String> format) {}

    /** What a test says of all rows together, or of the rows of others. */
    public sealed interface TestRule {
        /**
         * Every row has its row there.
         *
         * @param field of this dataset, or null for what a relationship says
         * @param to a dataset, or with a field {@code dataset.field}
         */
        record Related(@Nullable Located<String> field, Located<String> to) implements TestRule {}

        /** @param per a grain, or null for all rows */
        record Rows(
                @Nullable Located<Quantity> atLeast,
                @Nullable Located<Quantity> atMost,
                @Nullable Located<String> per) implements TestRule {}

        /**
         * @param grain of the periods that are held against each other
         * @param minimum how many rows the earlier one has at least, else nothing is said; or null
         */
        record Change(
                Located<Quantity> atMost,
                Located<String> grain,
                @Nullable Located<Quantity> minimum) implements TestRule {}
    }

    /**
     * @param kind {@code not_null}, {@code unique}, {@code accepted_values} or {@code sql}
     * @param fields that the test is about; empty for {@code sql}
     * @param condition of {@code sql}, else null
     * @param warns whether a failure is a warning only
     * @param rule of {@code relationship}, {@code row_count} and {@code volume_change}, else null
     */
    public record TestDefinition(
            String kind,
            List<Located<String>> fields,
            List<Located<String>> values,
            @Nullable Excerpt condition,
            boolean warns,
            Span span,
            @Nullable TestRule rule) {
        TestDefinition(
                String kind,
                List<Located<String>> fields,
                List<Located<String>> values,
                @Nullable Excerpt condition,
                boolean warns,
                Span span) {
            this(kind, fields, values, condition, warns, span, null);
        }
    }
}

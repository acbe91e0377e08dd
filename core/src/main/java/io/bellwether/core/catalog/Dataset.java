package io.bellwether.core.catalog;

import io.bellwether.core.source.Severity;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind: a table, a file, a query.
 *
 * @param time the field that places a row in a period, or null for rows without time
 * @param expectedEvery a {@link Period} or {@link Duration} after which new data must have come, or null
 * @param holding what its rows stand for, and when they are there
 * @param primaryKey the fields that name a row, or empty
 * @param fields by name, columns of the source among them
 * @param entities what a row is about, as others call it: {@code customer}. A name that starts with it means this dataset
 * @param validity for rows that replace each other over time, or null
 * @param partitions fields that say which copy of the data a row is in; a row that is joined to it meets its own copy only
 * @param extract that a copy is kept in the order of time; null where nobody asked for one
 * @param hidesColumns whether only its own definition, keys and relationships may name a column that no field describes
 */
public record Dataset(
        String name,
        @Nullable String label,
        @Nullable String description,
        DataSource source,
        @Nullable String time,
        @Nullable TemporalAmount expectedEvery,
        Holding holding,
        List<String> primaryKey,
        List<List<String>> uniqueKeys,
        Map<String, Field> fields,
        List<DataTest> tests,
        List<String> entities,
        @Nullable Validity validity,
        List<String> partitions,
        @Nullable Extract extract,
        boolean hidesColumns,
        Span span) {
    /**
     * What rows stand for, and when they are there.
     *
     * @param covers the grain of the period that each row stands for, or null for its moment
     * @param always whether rows have no time and hold always
     * @param loadedAt the field that says when a row was loaded, or null
     * @param settlesAfter a {@link Period} or {@link Duration} after a period's end in which its rows may still come, or null
     */
    public record Holding(
            @Nullable Grain covers,
            boolean always,
            @Nullable String loadedAt,
            @Nullable TemporalAmount settlesAfter) {
        public static final Holding NONE = new Holding(null, false, null, null);
    }

    /**
     * A copy of the rows that is read in their place.
     *
     * @param every a {@link Period} or {@link Duration} after which it is brought up to date; null for whenever asked
     * @param overlap how long before its last row rows may still change
     */
    public record Extract(@Nullable TemporalAmount every, TemporalAmount overlap) {
        /** Rows may come and change a week late, unless somebody says otherwise. */
        public static final Period OVERLAP = Period.ofDays(7);
    }

    /**
     * From when to when a row holds; a row that is joined to it meets the one that held at its own time.
     *
     * @param from the field with the first moment
     * @param to the field with the first moment no longer, NULL for rows that hold still
     */
    public record Validity(String from, String to) {}

    /** By its name alone, which tells it apart in its workspace: all the rest would be hashed for each look into a map. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The same with other fields. */
    public Dataset with(Map<String, Field> others) {
        return with(others, tests);
    }

    /**
     * What is looked at in its rows: the tests that people wrote; that each row has a time, as a warning where no test says
     * more, since a row without one counts only where no period is asked for; and whether rows of its files are set aside.
     */
    public List<DataTest> checks() {
        boolean timed = time != null
                && !(source instanceof DataSource.Typed)
                && tests.stream().noneMatch(this::isTimeTest);
        boolean quarantine =
                source instanceof DataSource.Files files && files.reading().quarantine();
        if (!timed && !quarantine) {
            return tests;
        }
        List<DataTest> all = new ArrayList<>(tests);
        if (timed) {
            all.add(new DataTest.NotNull(Objects.requireNonNull(time), Severity.WARNING, span));
        }
        if (quarantine) {
            all.add(new DataTest.Readable(Severity.WARNING, span));
        }
        return List.copyOf(all);
    }

    /** Whether the test asks that each row has a time. */
    public boolean isTimeTest(DataTest test) {
        return test instanceof DataTest.NotNull(String field, var _, var _) && field.equalsIgnoreCase(time);
    }

    /** The same with other tests. */
    Dataset tested(List<DataTest> others) {
        return with(fields, others);
    }

    private Dataset with(Map<String, Field> theFields, List<DataTest> theTests) {
        return new Dataset(
                name,
                label,
                description,
                source,
                time,
                expectedEvery,
                holding,
                primaryKey,
                uniqueKeys,
                theFields,
                theTests,
                entities,
                validity,
                partitions,
                extract,
                hidesColumns,
                span);
    }

    /** Whether somebody wrote of the field; else it is a mere column of the source, or nothing. */
    public boolean describes(String name) {
        return field(name).filter(field -> !field.span().equals(span)).isPresent();
    }

    /** The field of that name; columns are found whatever their case, as SQL does. */
    public Optional<Field> field(String name) {
        Field exact = fields.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        return fields.values().stream()
                .filter(f -> f.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The field of that name, where metrics and questions may name it. */
    public Optional<Field> open(String name) {
        return field(name).filter(field -> !hidesColumns || describes(field.name()));
    }

    /** What metrics and questions may name. */
    public Set<String> openNames() {
        return fields.keySet().stream()
                .filter(name -> open(name).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same rows from another place. */
    public Dataset from(DataSource place) {
        return new Dataset(
                name,
                label,
                description,
                place,
                time,
                expectedEvery,
                holding,
                primaryKey,
                uniqueKeys,
                fields,
                tests,
                entities,
                validity,
                partitions,
                extract,
                hidesColumns,
                span);
    }
}

package io.bellwether.core.catalog;

import io.bellwether.core.definition.DatasetDefinition;
import io.bellwether.core.definition.DatasetDefinition.FieldDefinition;
import io.bellwether.core.definition.DatasetDefinition.ReadingDefinition;
import io.bellwether.core.definition.DatasetDefinition.TestDefinition;
import io.bellwether.core.definition.DatasetDefinition.ValidityDefinition;
import io.bellwether.core.expression.ExpressionParser;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Severity;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One dataset: its columns, its fields over them, its keys and tests. */
final class DatasetResolver {
    private final Known known;
    private final Connections connections;
    private final SourceSchema.Reader reader;

    DatasetResolver(Known known, Connections connections, SourceSchema.Reader reader) {
        this.known = known;
        this.connections = connections;
        this.reader = reader;
    }

    /** Null where the source cannot be read; then no name of the dataset is judged. */
    @Nullable
    Dataset resolve(DatasetDefinition definition) {
        String name = definition.name().value();
        DataSource source = told(connections.source(definition.source()), definition);
        if (source == null) {
            known.unreadable(name);
            return null;
        }
        if (source instanceof DataSource.Typed typed) {
            return resolve(definition, source, typed.columns());
        }
        return switch (reader.read(name, source, definition.source().span())) {
            case SourceSchema.Unreadable unreadable -> {
                unreadable.problems().forEach(known.problems()::add);
                known.unreadable(name);
                yield null;
            }
            case SourceSchema.Columns columns -> resolve(definition, source, columns.columns());
        };
    }

    /** The source with what the definition says of its reading. */
    private @Nullable DataSource told(@Nullable DataSource source, DatasetDefinition definition) {
        if (source instanceof DataSource.Files files) {
            return new DataSource.Files(files.pattern(), reading(definition, files.pattern()));
        }
        ToldColumns.refuse(definition, known.problems());
        return source;
    }

    private FileReading reading(DatasetDefinition definition, String pattern) {
        var columns = ToldColumns.of(definition.fields(), known.problems());
        ReadingDefinition reading = definition.reading();
        if (reading == null) {
            return new FileReading(columns, SkippedRows.NONE);
        }
        if (reading.quarantine() && pattern.matches("(?i).*\\.(parquet|xlsx)")) {
            known.problems()
                    .add(
                            Code.APART,
                            reading.span(),
                            "\"on_error: quarantine\" is for text files: here each value has a type already",
                            "remove it");
        }
        if (reading.quarantine() && definition.extract() != null) {
            known.problems()
                    .add(
                            Code.APART,
                            reading.span(),
                            "\"on_error: quarantine\" and \"extract\" exclude each other: nobody would look at the rows set aside",
                            "remove one of them");
        }
        SkippedRows skipped = new SkippedRows(new TreeSet<>(reading.rows()), reading.last(), reading.where());
        var sheet = reading.sheet() == null ? null : reading.sheet().value();
        return new FileReading(columns, skipped, reading.quarantine(), new FileReading.Place(sheet, reading.header()));
    }

    private Dataset resolve(DatasetDefinition definition, DataSource source, List<Column> columns) {
        FieldResolver resolver = new FieldResolver(definition, columns, known);
        Map<String, Field> fields = fields(definition, columns, resolver);
        Dataset bare = bare(definition, source, fields);
        Holdings.Found timing = new Holdings(known, bare).of(definition);
        return new Dataset(
                bare.name(),
                bare.label(),
                bare.description(),
                source,
                timing.time(),
                bare.expectedEvery(),
                timing.holding(),
                names(bare, definition.primaryKey()),
                definition.uniqueKeys().stream().map(key -> names(bare, key)).toList(),
                fields,
                tests(definition, bare, resolver),
                bare.entities(),
                validity(bare, definition.validity()),
                names(bare, definition.partitions()),
                extract(definition),
                bare.hidesColumns(),
                bare.span());
    }

    /** Without what is looked up among its own fields. */
    private static Dataset bare(DatasetDefinition definition, DataSource source, Map<String, Field> fields) {
        return new Dataset(
                definition.name().value(),
                text(definition.label()),
                text(definition.description()),
                source,
                null,
                value(definition.expectedEvery()),
                Dataset.Holding.NONE,
                List.of(),
                List.of(),
                fields,
                List.of(),
                definition.entities().stream().map(Located::value).toList(),
                null,
                List.of(),
                null,
                definition.hidesColumns(),
                definition.name().span());
    }

    private Dataset.@Nullable Extract extract(DatasetDefinition definition) {
        var extract = definition.extract();
        if (extract == null) {
            return null;
        }
        if (extract.overlap() != null && definition.time() == null) {
            known.problems()
                    .add(
                            Code.APART,
                            extract.overlap().span(),
                            "\"overlap\" needs the dataset's \"time\": without one a refresh reads every row",
                            "add time: a_field, or take overlap away");
        }
        TemporalAmount overlap = value(extract.overlap());
        return new Dataset.Extract(value(extract.every()), overlap == null ? Dataset.Extract.OVERLAP : overlap);
    }

    static @Nullable TemporalAmount value(@Nullable Located<TemporalAmount> amount) {
        return amount == null ? null : amount.value();
    }

    private Dataset.@Nullable Validity validity(Dataset dataset, @Nullable ValidityDefinition definition) {
        if (definition == null) {
            return null;
        }
        Holdings holdings = new Holdings(known, dataset);
        String from = holdings.time(definition.from());
        String to = holdings.time(definition.to());
        return from == null || to == null ? null : new Dataset.Validity(from, to);
    }

    /** Every column that no field of the same name replaces, then the fields. */
    private Map<String, Field> fields(DatasetDefinition definition, List<Column> columns, FieldResolver resolver) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, String> written = new HashMap<>();
        definition
                .fields()
                .forEach(field ->
                        written.put(key(field.name().value()), field.name().value()));
        for (Column column : columns) {
            if (!written.containsKey(key(column.name()))) {
                fields.put(column.name(), resolver.column(column));
            }
        }
        for (FieldDefinition field : definition.fields()) {
            Field resolved = resolver.field(field);
            if (resolver.waiting().contains(field.name().value())) {
                known.waiting().put(definition.name().value(), resolver);
            } else if (resolved == null) {
                known.brokenField(definition.name().value(), field.name().value());
            } else {
                fields.put(resolved.name(), resolved);
            }
        }
        return fields;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private List<String> names(Dataset dataset, List<Located<String>> names) {
        return names.stream()
                .map(name -> known.field(dataset, name.value(), name.span()))
                .filter(Objects::nonNull)
                .map(Field::name)
                .toList();
    }

    private List<DataTest> tests(DatasetDefinition definition, Dataset dataset, FieldResolver resolver) {
        List<DataTest> tests = new ArrayList<>();
        for (TestDefinition test : definition.tests()) {
            Severity severity = test.warns() ? Severity.WARNING : Severity.ERROR;
            List<String> fields = names(dataset, test.fields());
            switch (test.kind()) {
                case "not_null" -> fields.forEach(f -> tests.add(new DataTest.NotNull(f, severity, test.span())));
                case "unique" -> tests.add(new DataTest.Unique(fields, severity, test.span()));
                case "accepted_values" -> {
                    List<String> values =
                            test.values().stream().map(Located::value).toList();
                    fields.forEach(f -> tests.add(new DataTest.AcceptedValues(f, values, severity, test.span())));
                }
                case "sql" -> condition(test, resolver, severity, tests);
                default -> {} // of all rows together: LaterTests
            }
        }
        return List.copyOf(tests);
    }

    private void condition(TestDefinition test, FieldResolver resolver, Severity severity, List<DataTest> tests) {
        if (test.condition() != null) {
            ExpressionParser.parse(test.condition(), known.problems())
                    .map(resolver::condition)
                    .ifPresent(condition -> tests.add(new DataTest.Condition(condition, severity, test.span())));
        }
    }

    private static @Nullable String text(@Nullable Located<String> text) {
        return text == null ? null : text.value();
    }
}

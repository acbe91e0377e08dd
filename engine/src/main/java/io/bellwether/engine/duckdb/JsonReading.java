package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.FileReading.Told;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.FileSet;
import io.bellwether.engine.file.JsonColumn;
import io.bellwether.engine.file.JsonFiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * JSON: an array of objects, or object after object. All values are looked at: a key has the type that JSON gives its
 * values, a decimal where a fraction is written, and a time where each text is one as ISO 8601 writes it.
 */
final class JsonReading implements Reading {
    private static final String VALUE = "value ";
    private static final String KEY = "key ";
    private static final int EXACT_DIGITS = 15;

    private final Runner runner;
    private final JsonFiles json;

    JsonReading(Runner runner, JsonFiles json) {
        this.runner = runner;
        this.json = json;
    }

    @Override
    public FileShape examine(FileSet files, Deadline deadline) throws SQLException {
        Map<String, JsonColumn> found = json.columns(files, deadline);
        if (found.isEmpty()) {
            throw EngineException.of(
                    "S405",
                    files.pattern() + " has no records",
                    "put its data into it, or take it out of the definition");
        }
        CsvTexts.spelled(files.reading().skipped(), found.keySet(), files.pattern());
        Map<String, String> names = names(List.copyOf(found.keySet()));
        Look look = new Look(files);
        found.forEach((key, column) -> look.add(names.getOrDefault(key, key), column));
        if (!look.open.isEmpty()) {
            look.decide(texts(files, List.copyOf(found.keySet()), deadline), deadline);
        }
        names.forEach((key, name) -> {
            if (!key.equals(name)) {
                look.options.put(KEY + name, key);
            }
        });
        return look.shape();
    }

    /** What is found out of the files. */
    private final class Look {
        private final FileSet files;
        private final Map<String, CsvType> types = new LinkedHashMap<>();
        private final Map<String, Diagnostic> refused = new HashMap<>();
        private final List<Diagnostic> warnings = new ArrayList<>();
        private final Map<String, String> options = new HashMap<>();
        private final Map<String, List<String>> samples = new HashMap<>();
        private final Map<String, Told> open = new LinkedHashMap<>();

        Look(FileSet files) {
            this.files = files;
        }

        void add(String name, JsonColumn column) {
            CsvType type = type(column);
            types.put(name, type);
            samples.put(name, column.sample());
            refusal(files, name, column, refused);
            files.reading().told(name).ifPresent(told -> {
                if (told.type() == Type.TEXT) {
                    types.put(name, CsvType.TEXT);
                    refused.remove(name);
                } else if (told.format() != null || !CsvTold.fits(told.type(), type)) {
                    open.put(name, told);
                }
            });
        }

        /** The columns of which the definition says more than their values. */
        void decide(CsvTexts table, Deadline deadline) throws SQLException {
            boolean quarantine = files.reading().quarantine();
            CsvTypes.Found found = new CsvTold(runner, table, files.pattern(), quarantine, deadline)
                    .decide(open, samples, table.texts(List.copyOf(open.keySet()), false));
            types.putAll(found.types());
            warnings.addAll(found.warnings());
            refused.putAll(found.refused());
            SetAside aside = SetAside.NONE.with(found, table, false, runner, deadline);
            aside.note(found.held(), options);
            warnings.addAll(aside.told(files.pattern()));
        }

        FileShape shape() {
            List<PhysicalColumn> columns = new ArrayList<>();
            types.forEach((name, type) -> {
                columns.add(new PhysicalColumn(name, type.type()));
                if (type.isConverted()) {
                    options.put(VALUE + name, type.value());
                }
            });
            return new FileShape(columns, options, warnings, refused);
        }
    }

    /** Keys that differ in case alone are two; to the engine they would be one. */
    private static Map<String, String> names(List<String> keys) {
        Set<String> taken = new HashSet<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (String key : keys) {
            String name = key.isBlank() ? "column" + names.size() : key;
            for (int i = 1; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = key + "_" + i;
            }
            names.put(key, name);
        }
        return names;
    }

    private static CsvType type(JsonColumn column) {
        if (column.isTruth()) {
            return CsvType.TRUTH;
        }
        if (column.isNested()) {
            return CsvType.TEXT.as("JSON");
        }
        if (column.isNumber()) {
            return number(column);
        }
        if (!column.isText()) {
            return CsvType.TEXT;
        }
        return switch (column.texts()) {
            case DAYS -> CsvType.DAY;
            case MOMENTS -> CsvType.MOMENT;
            case INSTANTS -> CsvType.INSTANT;
            case OTHERS -> CsvType.TEXT;
        };
    }

    private static CsvType number(JsonColumn column) {
        if (column.isWhole()) {
            return column.digits() <= 18
                    ? CsvType.WHOLE
                    : column.digits() <= 38 ? CsvType.WHOLE.as("HUGEINT") : CsvType.DOUBLE;
        }
        boolean few = column.digits() <= EXACT_DIGITS && column.scale() <= EXACT_DIGITS;
        boolean decimal = column.infinite() == 0 && (few || !column.fitsDouble()) && column.fitsDecimal();
        return decimal ? CsvType.DECIMAL.as("DECIMAL(38," + column.scale() + ")") : CsvType.DOUBLE;
    }

    private static void refusal(FileSet files, String name, JsonColumn column, Map<String, Diagnostic> refused) {
        if (!column.isNumber()) {
            return;
        }
        if (column.infinite() > 0) {
            String message = files.pattern() + ": column " + name + " has " + column.infinite()
                    + (column.infinite() == 1 ? " value" : " values") + " that is infinite or not a number (NaN)";
            refused.put(
                    name,
                    Diagnostic.error("S433", null, message, "leave the value empty, or write the one that is meant"));
        } else if (!column.fitsDouble() && !column.fitsDecimal()) {
            String message =
                    files.pattern() + ": column " + name + " has numbers of more digits than a number holds here";
            refused.put(name, Diagnostic.error("S407", null, message, "say type: text in its field"));
        }
    }

    @Override
    public void load(FileSet files, FileShape shape, String relation, List<String> columns, Deadline deadline)
            throws SQLException {
        Map<String, CsvType> types = new HashMap<>();
        for (PhysicalColumn column : shape.columns()) {
            String value = shape.options().getOrDefault(VALUE + column.name(), "");
            types.put(column.name(), new CsvType(column.type(), "true", value));
        }
        List<String> keys = shape.columns().stream()
                .map(column -> shape.options().getOrDefault(KEY + column.name(), column.name()))
                .toList();
        runner.execute(
                "create or replace table " + relation + " as select * from "
                        + texts(files, keys, deadline)
                                .where(SetAside.held(shape.options()))
                                .relation(columns, types, false),
                deadline);
    }

    @Override
    public Optional<String> place(FileSet files, FileShape shape, String condition, Deadline deadline)
            throws SQLException {
        List<String> keys = shape.columns().stream()
                .map(column -> shape.options().getOrDefault(KEY + column.name(), column.name()))
                .toList();
        return texts(files, keys, deadline).place(condition, runner, deadline);
    }

    private CsvTexts texts(FileSet files, List<String> keys, Deadline deadline) {
        List<CsvFile> tables = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(JsonFiles.RECORD));
        names.addAll(names(keys).values());
        for (Path file : files.files()) {
            tables.add(CsvFile.of(json.table(files, file, keys, deadline), files.label(file), names));
        }
        return CsvTexts.of(tables);
    }
}

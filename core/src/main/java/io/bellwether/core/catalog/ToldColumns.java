package io.bellwether.core.catalog;

import io.bellwether.core.definition.DatasetDefinition;
import io.bellwether.core.definition.DatasetDefinition.FieldDefinition;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.ExpressionParser;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a dataset's fields say of the columns of its files: a type that is declared for a column is the one it is read as. */
final class ToldColumns {
    private final List<FieldDefinition> fields;
    private final Problems problems;
    private final Map<String, FileReading.Told> told = new HashMap<>();
    private final Set<String> unclear = new HashSet<>();

    private ToldColumns(List<FieldDefinition> fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    static Map<String, FileReading.Told> of(List<FieldDefinition> fields, Problems problems) {
        var columns = new ToldColumns(fields, problems);
        fields.forEach(columns::add);
        columns.unclear.forEach(columns.told::remove);
        return columns.told;
    }

    /** What is said of files, of a source that has none. */
    static void refuse(DatasetDefinition definition, Problems problems) {
        if (definition.reading() != null) {
            problems.add(
                    Code.APART,
                    definition.reading().span(),
                    "\"sheet\", \"header\", \"skip_rows\" and \"on_error\" say how a file is read; this source is no file",
                    "write a query with a condition as the source");
        }
        for (FieldDefinition field : definition.fields()) {
            if (field.format() != null) {
                problems.add(
                        Code.APART,
                        field.format().span(),
                        "\"format\" says how the dates of a text file are written; this source knows its dates",
                        "remove it");
            }
        }
    }

    private void add(FieldDefinition field) {
        if (field.type() == null && field.format() == null) {
            return;
        }
        Optional<String> column = column(field);
        if (column.isEmpty()) {
            if (field.format() != null) {
                problems.add(
                        Code.APART,
                        field.format().span(),
                        "\"format\" says how a column of the file is written; this field is computed",
                        "give the column a field of its own with the format, and compute with that");
            }
            return;
        }
        Type type = type(field);
        if (field.format() != null && type != Type.DATE && type != Type.TIMESTAMP && type != Type.TIMESTAMP_TZ) {
            problems.add(
                    Code.APART,
                    field.format().span(),
                    "\"format\" says how dates are written, and the field is " + Types.word(type),
                    "write type: date or type: timestamp");
            return;
        }
        String format = field.format() == null ? null : field.format().value();
        FileReading.Told one = new FileReading.Told(type, format);
        told.merge(column.get().toLowerCase(Locale.ROOT), one, (a, b) -> both(column.get(), a, b));
    }

    /** Of two fields over a column the one that has a text has it as it is written: the other can be cast from that. */
    private FileReading.Told both(String column, FileReading.Told a, FileReading.Told b) {
        if (a.equals(b) || a.type() == Type.TEXT) {
            return a;
        }
        if (b.type() != Type.TEXT) {
            unclear.add(column.toLowerCase(Locale.ROOT));
        }
        return b;
    }

    private static Type type(FieldDefinition field) {
        Located<String> type = field.type();
        if (type != null) {
            return Type.valueOf(type.value().toUpperCase(Locale.ROOT));
        }
        String format = field.format() == null ? "" : field.format().value();
        if (format.matches(".*%[zZ].*")) {
            return Type.TIMESTAMP_TZ;
        }
        return format.matches(".*%-?[HI].*") ? Type.TIMESTAMP : Type.DATE;
    }

    /** The column that the field is, perhaps under another name; empty where it is computed. */
    private Optional<String> column(FieldDefinition field) {
        if (field.expression() == null) {
            return Optional.of(field.name().value());
        }
        Expr parsed = ExpressionParser.parse(field.expression(), new Problems()).orElse(null);
        if (!(parsed instanceof Expr.Name name) || name.qualifier() != null) {
            return Optional.empty();
        }
        boolean own = name.name().equals(field.name().value());
        boolean computed = fields.stream()
                .filter(other -> other.name().value().equals(name.name()))
                .anyMatch(other -> other.expression() != null);
        return own || !computed ? Optional.of(name.name()) : Optional.empty();
    }
}

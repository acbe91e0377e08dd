package io.bellwether.core.definition;

import io.bellwether.core.definition.DatasetDefinition.FieldDefinition;
import io.bellwether.core.definition.DatasetDefinition.HoldingDefinition;
import io.bellwether.core.definition.DatasetDefinition.Source;
import io.bellwether.core.definition.DatasetDefinition.ValidityDefinition;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Sequence;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code datasets}. */
final class DatasetReader {
    private static final List<String> TYPES =
            List.of("boolean", "integer", "decimal", "double", "text", "date", "timestamp", "timestamp_tz", "time");
    private static final List<String> GRAINS =
            Arrays.stream(Grain.values()).map(Grain::word).toList();

    /** A row of a day or less stands for its day already. */
    private static final List<String> COVERED = Arrays.stream(Grain.values())
            .filter(grain -> grain.compareTo(Grain.DAY) > 0)
            .map(Grain::word)
            .toList();

    private DatasetReader() {}

    static @Nullable DatasetDefinition read(Keys keys) {
        Located<String> name = keys.name();
        Source source = source(keys);
        var reading = ReadingReader.read(keys);
        var definition = new PartialDataset(
                keys.text("label"), keys.text("description"), keys.text("time"), keys.texts("primary_key"));
        var every = Amounts.lengthOrNever(keys, "expected_every");
        var unique = uniqueKeys(keys);
        var fields = fields(keys);
        var tests = TestReader.read(keys);
        var entities = keys.texts("entities");
        var validity = validity(keys);
        var partitions = keys.texts("partitions");
        var extract = RefreshReader.extract(keys);
        var hides = keys.word("hide_columns", List.of("true", "false"));
        var holding = holding(keys);
        if (name == null || source == null) {
            return null;
        }
        return new DatasetDefinition(
                name,
                definition.label,
                definition.description,
                source,
                reading,
                definition.time,
                every,
                definition.primaryKey,
                unique,
                fields,
                tests,
                entities,
                validity,
                partitions,
                extract,
                hides != null && hides.value().equals("true"),
                holding);
    }

    private static HoldingDefinition holding(Keys keys) {
        Located<String> covers = keys.word("covers", COVERED);
        return new HoldingDefinition(
                covers == null ? null : new Located<>(Grain.of(covers.value()).orElseThrow(), covers.span()),
                keys.text("loaded_at"),
                Amounts.length(keys, "settles_after"));
    }

    private record PartialDataset(
            @Nullable Located<String> label,
            @Nullable Located<String> description,
            @Nullable Located<String> time,
            List<Located<String>> primaryKey) {}

    private static @Nullable Source source(Keys keys) {
        Node node = keys.node("source");
        if (node == null) {
            keys.missing("source", "data/file.csv");
            return null;
        }
        if (node instanceof Scalar scalar) {
            return new Source.Path(scalar.value(), scalar.span());
        }
        Keys query = Keys.of(node, "a source", keys.problems());
        if (query == null) {
            return null;
        }
        Located<String> sql = query.text("query");
        Located<String> on = query.text("on");
        if (sql == null) {
            query.missing("query", "\"select …\"");
        }
        query.finish();
        return sql == null ? null : new Source.Query(sql, on, node.span());
    }

    private static @Nullable ValidityDefinition validity(Keys dataset) {
        Node node = dataset.node("validity");
        Keys keys = node == null ? null : Keys.of(node, "validity", dataset.problems());
        if (keys == null) {
            return null;
        }
        var from = keys.text("from");
        var to = keys.text("to");
        keys.missing("from", "valid_from");
        keys.missing("to", "valid_to");
        keys.finish();
        return from == null || to == null ? null : new ValidityDefinition(from, to);
    }

    /** {@code unique_keys: [[a, b], [c]]}; {@code [a, b]} is one key of two columns. */
    private static List<List<Located<String>>> uniqueKeys(Keys keys) {
        List<List<Located<String>>> found = new ArrayList<>();
        List<Located<String>> flat = new ArrayList<>();
        for (Node item : keys.items("unique_keys")) {
            List<Located<String>> key = new ArrayList<>();
            for (Node part : item instanceof Sequence sequence ? sequence.items() : List.of(item)) {
                if (part instanceof Scalar scalar) {
                    key.add(new Located<>(scalar.value(), scalar.span()));
                } else {
                    String message = "\"unique_keys\" lists columns, not " + part.kind();
                    keys.problems().add(Code.WRONG_SHAPE, part.span(), message, null);
                }
            }
            if (item instanceof Sequence) {
                found.add(key);
            } else {
                flat.addAll(key);
            }
        }
        if (!flat.isEmpty()) {
            found.add(flat);
        }
        return found;
    }

    private static @Nullable Located<String> format(Keys field) {
        Located<String> format = field.text("format");
        if (format == null) {
            return null;
        }
        Optional<String> wrong = DateFormats.wrong(format.value());
        wrong.ifPresent(why -> field.problems()
                .add(
                        Code.PERIOD,
                        format.span(),
                        "\"" + format.value() + "\" is not a way to write dates: " + why,
                        "write it as %d.%m.%Y or %Y-%m-%d %H:%M:%S"));
        return wrong.isPresent() ? null : format;
    }

    private static List<FieldDefinition> fields(Keys dataset) {
        List<FieldDefinition> fields = new ArrayList<>();
        Map<String, Span> names = new HashMap<>();
        for (Node item : dataset.blocks("fields", List.of("name", "expression"), new ArrayList<>())) {
            Keys keys = Keys.of(item, "a field", dataset.problems());
            if (keys == null) {
                continue;
            }
            Located<String> name = keys.text("name");
            var label = keys.text("label");
            var description = keys.text("description");
            var expression = keys.excerpt("expression");
            var type = keys.word("type", TYPES);
            var grain = keys.word("grain", GRAINS);
            var format = format(keys);
            keys.finish();
            if (name == null) {
                keys.missing("name", "a_name");
                continue;
            }
            Span first = names.putIfAbsent(name.value(), name.span());
            if (first != null) {
                String message = "the dataset has two fields \"" + name.value() + "\"";
                String fix = "the first is in line " + first.line() + "; rename one";
                dataset.problems().add(Code.DUPLICATE_NAME, name.span(), message, fix);
                continue;
            }
            fields.add(new FieldDefinition(name, label, description, expression, type, grain, format));
        }
        return fields;
    }
}

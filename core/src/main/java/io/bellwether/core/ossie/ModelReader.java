package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.ossie.Nodes.Block;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One semantic model in our own keys. */
final class ModelReader {
    private static final Set<String> MODEL = Set.of(
            "version",
            "osi_version",
            "ossie_version",
            "dialect",
            "name",
            "label",
            "description",
            "ai_context",
            "datasets",
            "relationships",
            "metrics",
            "custom_extensions",
            "$schema");
    private static final Set<String> DATASET = Set.of(
            "name",
            "source",
            "primary_key",
            "unique_keys",
            "description",
            "ai_context",
            "fields",
            "label",
            "access_modifier",
            "custom_extensions");
    private static final Set<String> FIELD = Set.of(
            "name",
            "expression",
            "dimension",
            "label",
            "description",
            "datatype",
            "data_type",
            "ai_context",
            "access_modifier",
            "custom_extensions");
    private static final Set<String> METRIC = Set.of(
            "name",
            "expression",
            "description",
            "datatype",
            "data_type",
            "label",
            "ai_context",
            "access_modifier",
            "custom_extensions");
    /** Logical types that say more than a column does: a text file may hold a date as a text, and a code as a number. */
    private static final Map<String, String> TYPES = Map.of(
            "date",
            "date",
            "datetime",
            "timestamp",
            "datetimetz",
            "timestamp_tz",
            "string",
            "text",
            "boolean",
            "boolean");

    /** Those that stay what the source has. */
    private static final Set<String> AS_THEY_ARE = Set.of("integer", "decimal", "float", "time", "opaque");

    private final Tables tables;
    private final OneNamespace names;
    private final Problems problems;
    private @Nullable String dialect;

    ModelReader(Tables tables, OneNamespace names, Problems problems) {
        this.tables = tables;
        this.names = names;
        this.problems = problems;
    }

    /** Null where it is no block of keys; then a problem says so. */
    @Nullable
    Mapping read(Node model) {
        names.checkKeys(model, "a semantic model", MODEL, problems);
        if (!(model instanceof Mapping)) {
            return null;
        }
        dialect = Nodes.text(model, "dialect");
        List<Node> datasets = blocks(model, "datasets", "a dataset", DATASET);
        List<Node> relationships = Nodes.items(Nodes.at(model, "relationships"));
        List<Node> metrics = blocks(model, "metrics", "a metric", METRIC);
        var joins = new JoinReader(datasets, names, problems);
        return new Block(model.span())
                .with("datasets", datasets.stream().map(this::dataset).toList())
                .with(
                        "relationships",
                        relationships.stream()
                                .flatMap(r -> joins.read(r).stream())
                                .toList())
                .with("metrics", metrics(metrics))
                .and(Extension.of(model, problems))
                .build();
    }

    private List<Node> blocks(Node model, String key, String what, Set<String> keys) {
        List<Node> usable = new ArrayList<>();
        for (Node item : Nodes.items(Nodes.at(model, key))) {
            names.checkKeys(item, what, keys, problems);
            Optional<Scalar> name = Nodes.scalar(item, "name");
            if (item instanceof Mapping && (name.isEmpty() || names.claim(name.get(), problems))) {
                usable.add(item);
            }
        }
        return usable;
    }

    private Node dataset(Node dataset) {
        List<Node> fields = fields(dataset);
        return new Block(dataset.span())
                .with("name", name(dataset))
                .with("source", source(dataset))
                .copied(dataset, "label", "description")
                .with("primary_key", Nodes.unquoted(Nodes.at(dataset, "primary_key")))
                .with("unique_keys", Nodes.unquoted(Nodes.at(dataset, "unique_keys")))
                .with("fields", fields)
                .with("hide_columns", fields.isEmpty() ? null : Nodes.given("true", dataset.span()))
                .and(Extension.of(dataset, problems))
                .build();
    }

    private List<Node> fields(Node dataset) {
        List<Node> fields = new ArrayList<>();
        Map<String, Span> taken = new HashMap<>();
        for (Node field : Nodes.items(Nodes.at(dataset, "fields"))) {
            names.checkKeys(field, "a field", FIELD, problems);
            Optional<Scalar> name = Nodes.scalar(field, "name");
            if (name.isEmpty() || !names.isReserved(name.get(), problems) && isNew(name.get(), taken)) {
                fields.add(field(field));
            }
        }
        return fields;
    }

    private boolean isNew(Scalar name, Map<String, Span> taken) {
        Span first = taken.putIfAbsent(Identifiers.normal(name.value()), name.span());
        if (first != null) {
            String message = "the dataset has two fields \"" + name.value() + "\", whatever their case";
            problems.add(Code.DUPLICATE_NAME, name.span(), message, "the first is at " + first + "; rename one");
        }
        return first == null;
    }

    private static @Nullable Node name(Node holder) {
        return Nodes.scalar(holder, "name")
                .map(name -> Nodes.given(Identifiers.plain(name.value()), name.span()))
                .orElse(null);
    }

    private @Nullable Node source(Node dataset) {
        Node source = Nodes.at(dataset, "source");
        if (!(source instanceof Scalar text)) {
            return source;
        }
        if (text.value().strip().toLowerCase(Locale.ROOT).matches("(?s)(select|with)\\s.*")) {
            return new Block(text.span()).with("query", text).build();
        }
        return Nodes.given(tables.source(text.value().strip()), text.span());
    }

    private Node field(Node field) {
        String type = type(field);
        Scalar ours = TYPES.containsKey(type) ? Nodes.given(String.valueOf(TYPES.get(type)), field.span()) : null;
        return new Block(field.span())
                .with("name", name(field))
                .copied(field, "label", "description")
                .with("expression", expression(field, "the field").orElse(null))
                .with("type", ours)
                .and(Extension.of(field, problems))
                .build();
    }

    /** The logical type in small letters, empty where none is said. */
    private String type(Node holder) {
        String key = Nodes.has(holder, "datatype") ? "datatype" : "data_type";
        String written = Nodes.text(holder, key);
        String type = written == null ? "" : written.toLowerCase(Locale.ROOT);
        if (!type.isEmpty() && !TYPES.containsKey(type) && !AS_THEY_ARE.contains(type)) {
            String message =
                    "no datatype is called \"" + written + "\": what is described keeps the type of its values";
            String fix = "one of String, Integer, Decimal, Float, Boolean, Date, Time, DateTime, DateTimeTz, Opaque";
            Span place = Objects.requireNonNull(Nodes.at(holder, key)).span();
            problems.add(Diagnostic.warning(Code.UNKNOWN_WORD.id(), place, message, fix));
        }
        return type;
    }

    private Optional<Scalar> expression(Node holder, String what) {
        String name = Nodes.text(holder, "name");
        return Expressions.read(holder, what + " \"" + name + "\"", dialect, problems);
    }

    private List<Node> metrics(List<Node> written) {
        List<Node> found = new ArrayList<>();
        for (Node metric : written) {
            Optional<Scalar> formula = expression(metric, "the metric");
            if (formula.isPresent() || !Nodes.has(metric, "expression")) {
                found.add(metric(metric, formula.orElse(null)));
            }
        }
        return found;
    }

    private Node metric(Node metric, @Nullable Scalar formula) {
        type(metric); // only to be told of a word that is none: a metric's type follows from its formula
        return new Block(metric.span())
                .with("name", name(metric))
                .copied(metric, "label", "description")
                .with("expression", formula)
                .and(Extension.of(metric, problems))
                .build();
    }
}

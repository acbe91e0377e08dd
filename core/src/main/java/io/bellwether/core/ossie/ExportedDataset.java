package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A dataset as Ossie has it; columns that we need no word for become fields too. */
final class ExportedDataset {
    private static final Set<String> HELD =
            Set.of("name", "source", "primary_key", "unique_keys", "description", "fields", "hide_columns");
    private static final Set<String> HELD_OF_FIELD = Set.of("name", "label", "description", "expression");

    private final Node written;
    private final Dataset dataset;
    private final Set<List<String>> relied;

    /** @param relied what relationships to it rely on to be unique */
    ExportedDataset(Node written, Dataset dataset, Set<List<String>> relied) {
        this.written = written;
        this.dataset = dataset;
        this.relied = relied;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", dataset.name());
        Map<String, @Nullable Object> ours = OssieExport.except(written, HELD);
        Node source = Nodes.at(written, "source");
        if (source instanceof Scalar path) {
            tree.put("source", path.value());
        } else if (source != null) {
            tree.put("source", String.valueOf(Nodes.text(source, "query")));
            ours.put("source", Trees.of(source));
        }
        if (!dataset.primaryKey().isEmpty()) {
            tree.put("primary_key", columns(dataset, dataset.primaryKey()));
        }
        Set<List<String>> unique = new LinkedHashSet<>();
        dataset.uniqueKeys().forEach(key -> unique.add(columns(dataset, key)));
        relied.forEach(key -> unique.add(columns(dataset, key)));
        unique.remove(columns(dataset, dataset.primaryKey()));
        if (!unique.isEmpty()) {
            tree.put("unique_keys", List.copyOf(unique));
        }
        if (dataset.description() != null) {
            tree.put("description", dataset.description());
        }
        tree.put("fields", fields());
        OssieExport.extend(tree, ours);
        return tree;
    }

    /** Keys are of columns there; of a field that is computed its own name is all there is. */
    static List<String> columns(Dataset dataset, List<String> fields) {
        return fields.stream()
                .map(name -> dataset.field(name)
                        .map(Field::expression)
                        .filter(Expr.ColumnRef.class::isInstance)
                        .map(column -> ((Expr.ColumnRef) column).column())
                        .orElse(name))
                .toList();
    }

    private List<Object> fields() {
        Map<String, Node> said = new HashMap<>();
        Nodes.items(Nodes.at(written, "fields")).forEach(f -> said.put(String.valueOf(Nodes.text(f, "name")), f));
        List<Object> fields = new ArrayList<>();
        dataset.fields().values().stream()
                .filter(field -> dataset.open(field.name()).isPresent())
                .forEach(field -> fields.add(field(field, Optional.ofNullable(said.get(field.name())))));
        return fields;
    }

    private static Map<String, Object> field(Field field, Optional<Node> said) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", field.name());
        String column = field.expression() instanceof Expr.ColumnRef ref ? ref.column() : field.name();
        tree.put(
                "expression",
                OssieExport.expression(
                        said.map(node -> Nodes.text(node, "expression")).orElseGet(() -> quoted(column))));
        type(field.type()).ifPresent(type -> tree.put("datatype", type));
        if (field.type().isTemporal()) {
            tree.put("dimension", Map.of("is_time", true));
        }
        if (field.label() != null) {
            tree.put("label", field.label());
        }
        if (field.description() != null) {
            tree.put("description", field.description());
        }
        said.ifPresent(node -> OssieExport.extend(tree, ours(field, node)));
        return tree;
    }

    /** A type that its datatype says is not said again. */
    private static Map<String, @Nullable Object> ours(Field field, Node said) {
        Map<String, @Nullable Object> ours = OssieExport.except(said, HELD_OF_FIELD);
        if (field.type().isTemporal() || field.type() == Type.TEXT || field.type() == Type.BOOLEAN) {
            ours.remove("type");
        }
        return ours;
    }

    private static String quoted(String column) {
        return column.matches("[A-Za-z_]\\w*") ? column : "\"" + column.replace("\"", "\"\"") + "\"";
    }

    private static Optional<String> type(Type type) {
        return Optional.ofNullable(
                switch (type) {
                    case BOOLEAN -> "Boolean";
                    case INTEGER -> "Integer";
                    case DECIMAL -> "Decimal";
                    case DOUBLE -> "Float";
                    case TEXT -> "String";
                    case DATE -> "Date";
                    case TIMESTAMP -> "DateTime";
                    case TIMESTAMP_TZ -> "DateTimeTz";
                    case TIME -> "Time";
                    case INTERVAL, OTHER -> null;
                });
    }
}

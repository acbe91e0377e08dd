package io.bellwether.app.cases;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Sequence;
import io.bellwether.core.definition.YamlReader;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** YAML and JSON as one kind of tree. */
final class Documents {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Documents() {}

    static boolean isOne(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** @throws DiagnosticException where it is neither */
    static JsonNode read(Path file) {
        return read(file.getFileName().toString(), text(file));
    }

    static JsonNode read(String name, String text) {
        return tree(parsed(name, text), false);
    }

    /** The same with every value as the text that it is written as, which is what definitions and questions are read from. */
    static JsonNode texts(String name, String text) {
        return tree(parsed(name, text), true);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of these keys that is there; a missing node where none is. */
    static JsonNode first(JsonNode node, List<String> keys) {
        for (String key : keys) {
            if (node.hasNonNull(key)) {
                return node.path(key);
            }
        }
        return MAKE.missingNode();
    }

    static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static @Nullable Node parsed(String name, String text) {
        if (text.strip().startsWith("{") || text.strip().startsWith("[")) {
            // Between values JSON allows tabs, which YAML does not.
            return yaml(name, text.replace('\t', ' '));
        }
        return yaml(name, text);
    }

    private static @Nullable Node yaml(String name, String text) {
        Problems problems = new Problems();
        Node root = YamlReader.read(new SourceFile(name, text), problems).orElse(null);
        if (root == null && problems.errors() > 0) {
            throw new DiagnosticException(problems.all());
        }
        return root;
    }

    private static JsonNode tree(@Nullable Node node, boolean texts) {
        return switch (node) {
            case null -> MAKE.missingNode();
            case Scalar scalar -> texts && !scalar.isNull() ? MAKE.stringNode(scalar.value()) : value(scalar);
            case Sequence sequence -> {
                var list = MAKE.arrayNode();
                sequence.items().forEach(item -> list.add(tree(item, texts)));
                yield list;
            }
            case Mapping mapping -> {
                var object = MAKE.objectNode();
                mapping.entries().forEach(entry -> object.set(entry.key().value(), tree(entry.value(), texts)));
                yield object;
            }
        };
    }

    private static JsonNode value(Scalar scalar) {
        String text = scalar.value();
        if (scalar.isNull()) {
            return MAKE.nullNode();
        }
        if (scalar.style() != Node.Style.PLAIN) {
            return MAKE.stringNode(text);
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return MAKE.booleanNode(Boolean.parseBoolean(text));
        }
        return text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?")
                ? MAKE.numberNode(new BigDecimal(text))
                : MAKE.stringNode(text);
    }

    static String json(JsonNode node) {
        return JsonMapper.shared().writeValueAsString(node);
    }
}

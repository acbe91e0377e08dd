package io.bellwether.app.cases;

import io.bellwether.core.source.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cases of Ossie below a folder: a line of a file that ends in {@code .jsonl}; a folder with a question in a file of
 * its own; a document that holds one case, or a list of them.
 */
final class OssieCases {
    private static final List<String> LISTS = List.of("cases", "tests", "test_cases", "examples");
    private static final List<String> ABOUT = List.of("metadata", "meta", "case", "test", "config");
    private static final Pattern ASKS =
            Pattern.compile("(?m)(^|[\\s{,\"'-])(question|query|semantic_query)[\"']?\\s*:");
    private static final long LARGEST = 8L * 1024 * 1024;

    private final Path root;
    private final CaseReader reader;
    private final Set<Path> taken = new HashSet<>();
    private final List<OssieCase> found = new ArrayList<>();

    OssieCases(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.reader = new CaseReader(this.root);
    }

    static boolean isOne(JsonNode node) {
        return !Documents.first(node, CaseReader.QUESTION).isMissingNode();
    }

    List<OssieCase> all() throws IOException {
        List<Path> files;
        try (var walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !root.relativize(file).toString().matches("(.*[/\\\\])?\\..*"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            if (Documents.isOne(file) && CaseReader.QUESTION.contains(stem(file))) {
                folder(file);
            }
        }
        for (Path file : files) {
            if (file.toString().endsWith(".jsonl") || file.toString().endsWith(".ndjson")) {
                lines(file);
            } else if (Documents.isOne(file) && !taken.contains(file.getParent()) && Files.size(file) <= LARGEST) {
                document(file);
            }
        }
        return found;
    }

    private static Path holder(Path file) {
        return Objects.requireNonNull(file.getParent(), "a file below the root");
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private void folder(Path question) {
        Path at = holder(question);
        if (!taken.add(at)) {
            return;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (String stem : ABOUT) {
            for (String ending : List.of(".yaml", ".yml", ".json")) {
                Path about = at.resolve(stem + ending);
                if (Files.isRegularFile(about)) {
                    Documents.read(about).properties().forEach(key -> node.set(key.getKey(), key.getValue()));
                }
            }
        }
        CaseReader.QUESTION.forEach(node::remove);
        node.set("question", Documents.read(question));
        found.add(reader.read(root.relativize(at).toString(), node, at));
    }

    private void lines(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && ASKS.matcher(line).find()) {
                JsonNode node = Documents.read(file.getFileName().toString(), line);
                if (isOne(node)) {
                    add("", node, file);
                }
            }
        }
    }

    /** A file may hold several documents, each a case or a list of them. */
    private void document(Path file) {
        String text = Documents.text(file);
        String[] parts = text.split("(?m)^---[ \t]*$");
        for (String part : parts) {
            if (ASKS.matcher(part).find()) {
                document(file, parts.length == 1 ? text : part);
            }
        }
    }

    private void document(Path file, String text) {
        try {
            JsonNode node = Documents.read(file.getFileName().toString(), text);
            JsonNode list = node.isArray() ? node : Documents.first(node, LISTS);
            if (list.isArray()) {
                list.forEach(one -> list(one, node, file));
            } else if (node.isObject() && isOne(node)) {
                add(root.relativize(file).toString(), node, file);
            }
        } catch (DiagnosticException e) {
            // It is no YAML that we read, so it holds no case either.
        }
    }

    /** A case of a list has what stands beside the list, where it does not say otherwise. */
    private void list(JsonNode one, JsonNode beside, Path file) {
        if (!one.isObject() || !isOne(one)) {
            return;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        beside.properties().stream()
                .filter(key -> !LISTS.contains(key.getKey()))
                .forEach(key -> node.set(key.getKey(), key.getValue()));
        one.properties().forEach(key -> node.set(key.getKey(), key.getValue()));
        add("", node, file);
    }

    private void add(String otherwise, JsonNode node, Path file) {
        String name =
                Documents.first(node, List.of("name", "id", "test_id", "title")).asString(otherwise);
        JsonNode model = node.path("model");
        boolean named = model.isString() && model.asString().length() < 50;
        found.add(reader.read(named ? model.asString() + " " + name : name, node, holder(file)));
    }
}

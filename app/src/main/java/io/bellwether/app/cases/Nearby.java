package io.bellwether.app.cases;

import io.bellwether.app.cases.OssieCase.Expected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a case does not say itself, found in the files around it: in its folder, in those above, in what those keep data in. */
final class Nearby {
    private static final List<String> HOLDERS =
            List.of("", "models", "model", "datasets", "data", "tables", "fixtures", "sources");
    private static final List<String> ENDINGS = List.of("", ".yaml", ".yml", ".json", ".sql");
    private static final List<String> DATA = List.of("data", "tables", "fixtures", "dataset", "datasets");
    private static final List<String> MODELS = List.of("model", "semantic_model", "semantic-model", "osi", "ossie");
    private static final List<String> ANSWERS =
            List.of("expected", "expected_rows", "expected_result", "gold_rows", "gold", "rows", "result", "answer");
    private static final List<String> ROWS = List.of(".parquet", ".csv", ".csv.gz", ".tsv");

    private final Path at;
    private final List<Path> folders;

    /** @param root above whose parent nothing is looked for: the data may stand beside the cases */
    Nearby(Path at, Path root) {
        this.at = at;
        this.folders = new ArrayList<>();
        @Nullable Path last = root.toAbsolutePath().normalize().getParent();
        for (Path folder = at.toAbsolutePath().normalize(); folder != null && !folder.equals(last); ) {
            folders.add(folder);
            folder = folder.getParent();
        }
        if (last != null) {
            folders.add(last);
        }
    }

    /** A file or folder of that name, or null. */
    @Nullable
    Path file(String name) {
        if (name.isBlank() || name.contains("\n") || name.length() > 200 || name.startsWith("{")) {
            return null;
        }
        for (Path folder : folders) {
            for (String holder : HOLDERS) {
                for (String ending : ENDINGS) {
                    Path path = folder.resolve(holder).resolve(name + ending).normalize();
                    if (Files.exists(path)) {
                        return path;
                    }
                }
            }
        }
        return null;
    }

    /** The file or folder of the model, or null where it is written in the case. */
    @Nullable
    Path model(JsonNode written) {
        String name = Documents.text(written);
        if (name != null) {
            return file(name);
        }
        if (!written.isMissingNode()) {
            return null;
        }
        return folders.stream()
                .flatMap(folder -> models(folder).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Path> models(Path folder) {
        return MODELS.stream()
                .flatMap(stem -> ENDINGS.stream().map(ending -> folder.resolve(stem + ending)))
                .filter(Documents::isOne)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The one model of a folder; null where there are several files, which are read together. */
    @Nullable
    String modelIn(Path folder) {
        List<Path> files = list(folder).stream().filter(Documents::isOne).toList();
        List<Path> models = files.stream()
                .filter(file -> Documents.text(file).contains("datasets"))
                .toList();
        return models.size() == 1
                ? wrapped(models.getFirst().getFileName().toString(), Documents.text(models.getFirst()))
                : null;
    }

    /** As a file of Ossie for certain: one with a lone model in it could be taken for definitions of ours. */
    static String wrapped(String name, String text) {
        JsonNode model = Documents.texts(name, text);
        if (!model.isObject() || model.has("semantic_model") || !model.has("datasets")) {
            return text;
        }
        var file = JsonNodeFactory.instance.objectNode();
        file.set("semantic_model", JsonNodeFactory.instance.arrayNode().add(model));
        return Documents.json(file);
    }

    boolean hasScripts(Path folder) {
        return !scripts(folder).isEmpty();
    }

    /**
     * @param written in the case; missing where nothing is
     * @param model whose name a folder of data may have
     */
    List<Fixture.Data> data(JsonNode written, @Nullable Path model) {
        if (written.isObject() || written.isArray() && written.path(0).isObject()) {
            return inline(written);
        }
        List<Fixture.Data> found = new ArrayList<>();
        for (JsonNode one : written.isArray() ? written : List.of(written)) {
            String name = Documents.text(one);
            Path path = name == null ? null : file(name);
            if (path != null) {
                found.addAll(in(path));
            } else if (name != null && name.toLowerCase(Locale.ROOT).contains("create ")) {
                found.add(new Fixture.Data.Script(name));
            }
        }
        return found.isEmpty() ? around(model) : found;
    }

    private List<Fixture.Data> inline(JsonNode tables) {
        List<Fixture.Data> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            String text = Documents.text(table.getValue());
            Path path = text == null ? null : file(text);
            if (path != null) {
                found.addAll(
                        path.toString().endsWith(".sql")
                                ? in(path)
                                : List.of(new Fixture.Data.File(table.getKey(), path)));
            }
        }
        return found.isEmpty() ? List.of(new Fixture.Data.Inline(tables)) : found;
    }

    /** In the case's own folder, else in one called after the model, else in the nearest that holds data. */
    private List<Fixture.Data> around(@Nullable Path model) {
        String stem = model == null ? "" : model.getFileName().toString().replaceFirst("\\..*", "");
        for (Path folder : folders) {
            List<Path> places = new ArrayList<>(List.of(folder));
            DATA.forEach(holder -> places.add(folder.resolve(holder)));
            if (!stem.isEmpty()) {
                DATA.forEach(holder -> places.add(0, folder.resolve(holder).resolve(stem)));
            }
            for (Path place : places) {
                List<Fixture.Data> found = Files.isDirectory(place) ? in(place) : List.of();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private List<Fixture.Data> in(Path path) {
        if (!Files.isDirectory(path)) {
            return path.toString().endsWith(".sql") ? List.of(script(path)) : List.of(file(path));
        }
        List<Fixture.Data> found = new ArrayList<>();
        scripts(path).forEach(file -> found.add(script(file)));
        list(path).stream()
                .filter(file -> ROWS.stream().anyMatch(ending -> file.toString().endsWith(ending)))
                .filter(file -> !isAnswer(file))
                .forEach(file -> found.add(file(file)));
        return found;
    }

    private static Fixture.Data script(Path file) {
        return new Fixture.Data.Script(Documents.text(file));
    }

    private static Fixture.Data file(Path file) {
        String name = file.getFileName().toString();
        return new Fixture.Data.File(name.substring(0, name.indexOf('.')), file);
    }

    /** What makes tables comes before what fills them. */
    private List<Path> scripts(Path folder) {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(".sql") && !isAnswer(file))
                .sorted(Comparator.comparing((Path file) ->
                                !file.getFileName().toString().matches("(?i).*(schema|ddl|create|setup).*"))
                        .thenComparing(Path::toString))
                .toList();
    }

    private static boolean isAnswer(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ANSWERS.stream().anyMatch(answer -> name.startsWith(answer + "."));
    }

    /** The rows that a file of the case's folder expects. */
    Expected expected(boolean ordered) {
        return list(at).stream()
                .filter(Nearby::isAnswer)
                .sorted(Comparator.comparing((Path file) -> file.toString().endsWith(".sql")))
                .findFirst()
                .map(file -> expected(file, ordered))
                .orElseGet(() -> new Expected.Rows(ordered, List.of(), List.of()));
    }

    Expected expected(Path file, boolean ordered) {
        if (file.toString().endsWith(".sql")) {
            return new Expected.Gold(ordered, Documents.text(file));
        }
        if (!Documents.isOne(file)) {
            return new Expected.Gold(ordered, "FROM '" + file.toString().replace("'", "''") + "'");
        }
        JsonNode found = Documents.read(file);
        return CaseReader.expected(found, ordered, this);
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

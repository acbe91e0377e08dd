package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.YamlReader;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model of Ossie written out as a workspace file of ours.
 *
 * @param text empty where the file cannot be read
 * @param lost what our files have no words for, a line for each kind
 */
public record OssieImport(Optional<String> text, List<String> lost, List<Diagnostic> problems) {
    /** Reads a model; never fails. */
    public static OssieImport read(SourceFile file, Tables tables) {
        Problems problems = new Problems();
        Optional<Node> root = YamlReader.read(file, problems).filter(OssieSpelling::isModel);
        Optional<String> text = root.map(model -> new OssieSpelling(tables).read(model, problems))
                .map(Trees::of)
                .filter(Map.class::isInstance)
                .map(OssieImport::written);
        return new OssieImport(text, root.map(Losses::of).orElse(List.of()), problems.all());
    }

    /** Names stay as they are: questions, and whoever else reads the model, call things by them. */
    @SuppressWarnings("unchecked") // a tree's keys are texts
    private static String written(Object tree) {
        Map<String, Object> file = new LinkedHashMap<>();
        Map<String, ?> ours = (Map<String, ?>) tree;
        boolean odd = Stream.of("datasets", "metrics").anyMatch(list -> holdsOddNames(ours.get(list)));
        if (odd) {
            file.put("names", "as_written");
        }
        file.putAll(ours);
        return Trees.yaml(file);
    }

    private static boolean holdsOddNames(@Nullable Object list) {
        return list instanceof List<?> items
                && items.stream()
                        .anyMatch(item -> item instanceof Map<?, ?> map
                                && map.get("name") instanceof String name
                                && !name.matches("[a-z][a-z0-9_]*"));
    }
}

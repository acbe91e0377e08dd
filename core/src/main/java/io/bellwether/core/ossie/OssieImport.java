package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.YamlReader;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model of Ossie written out as a workspace file of ours.
 *
 * @param text empty where the file cannot be read
 */
public record OssieImport(Optional<String> text, List<Diagnostic> problems) {
    /** Reads a model; never fails. */
    public static OssieImport read(SourceFile file, Tables tables) {
        Problems problems = new Problems();
        Optional<Node> root = YamlReader.read(file, problems).filter(OssieSpelling::isModel);
        Optional<String> text = root.map(model -> new OssieSpelling(tables).read(model, problems))
                .map(Trees::of)
                .filter(Map.class::isInstance)
                .map(OssieImport::written);
        return new OssieImport(text, problems.all());
    }

    @SuppressWarnings("unchecked") // a tree's keys are texts
    private static String written(Object tree) {
        return Trees.yaml((Map<String, ?>) tree);
    }
}

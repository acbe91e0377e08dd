package io.bellwether.core.ossie;

import io.bellwether.core.definition.Definitions;
import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Models of Apache Ossie, of version 0.1 and 0.2, as definitions of ours: the tree of a file is told in our own keys, and
 * every part keeps its place in the file. One instance reads the files of one workspace.
 */
public final class OssieSpelling implements Definitions.Spelling {
    private static final Set<String> ROOT = Set.of(
            "version",
            "osi_version",
            "ossie_version",
            "name",
            "description",
            "dialect",
            "ai_context",
            "semantic_model",
            "dialects",
            "vendors",
            "$schema",
            "datasets",
            "relationships",
            "metrics",
            "custom_extensions");

    /** What may stand beside a model instead of in it. */
    private static final List<String> PARTS = List.of("datasets", "relationships", "metrics");

    /** What stands beside {@code datasets} in a file of theirs and in none of ours. */
    private static final List<String> SIGNS = List.of("version", "ai_context", "custom_extensions");

    private final Tables usual;
    private final Function<SourceFile, Optional<Tables>> imported;
    private final OneNamespace names = new OneNamespace();

    public OssieSpelling(Tables tables) {
        this(tables, file -> Optional.empty());
    }

    /**
     * @param usual where tables are
     * @param imported where those of a file are that is a model for certain; empty for any other file
     */
    public OssieSpelling(Tables usual, Function<SourceFile, Optional<Tables>> imported) {
        this.usual = usual;
        this.imported = imported;
    }

    @Override
    public Node read(Node root, Problems problems) {
        Optional<Tables> own = imported.apply(root.span().file());
        if (own.isEmpty() && !isModel(root)) {
            return root;
        }
        Tables tables = own.orElse(usual);
        var all = new Nodes.Block(root.span());
        if (Nodes.has(root, "semantic_model")) {
            names.checkKeys(root, "an Ossie file", ROOT, problems);
            for (Node model : models(root)) {
                all.and(new ModelReader(tables, names, problems).read(model));
            }
        } else {
            all.and(new ModelReader(tables, names, problems).read(root));
        }
        return all.build();
    }

    /** The models of a file; what stands beside them is of the first. */
    private static List<Node> models(Node root) {
        List<Node> models = new ArrayList<>(Nodes.items(Nodes.at(root, "semantic_model")));
        boolean beside = PARTS.stream().anyMatch(part -> Nodes.has(root, part));
        if (beside && models.getFirst() instanceof Mapping first) {
            Nodes.Block whole = new Nodes.Block(first.span()).and(first);
            PARTS.forEach(part -> whole.with(part, both(first, root, part)));
            models.set(0, whole.copied(root, "dialect").copied(first, "dialect").build());
        }
        return models;
    }

    private static List<Node> both(Node model, Node root, String part) {
        return Stream.of(model, root)
                .flatMap(holder -> Nodes.items(Nodes.at(holder, part)).stream())
                .toList();
    }

    /** Whether a file is written in Ossie's way. */
    public static boolean isModel(Node root) {
        if (!(root instanceof Mapping)) {
            return false;
        }
        return Nodes.has(root, "semantic_model")
                || Nodes.has(root, "datasets")
                        && (SIGNS.stream().anyMatch(sign -> Nodes.has(root, sign)) || isSpelledTheirWay(root));
    }

    private static boolean isSpelledTheirWay(Node root) {
        Stream<Node> joins = Nodes.items(Nodes.at(root, "relationships")).stream();
        Stream<Node> expressions = Stream.concat(
                        Nodes.items(Nodes.at(root, "metrics")).stream(),
                        Nodes.items(Nodes.at(root, "datasets")).stream()
                                .flatMap(dataset -> Nodes.items(Nodes.at(dataset, "fields")).stream()))
                .map(holder -> Nodes.at(holder, "expression"));
        return joins.anyMatch(join -> Nodes.has(join, "from_columns"))
                || expressions.anyMatch(
                        expression -> expression instanceof Mapping || expression instanceof Node.Sequence);
    }
}

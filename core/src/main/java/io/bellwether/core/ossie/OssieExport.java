package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.YamlReader;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as a model of Ossie 0.2. What Ossie has no words for stands in {@code custom_extensions}, in our own keys,
 * so that nothing is lost for us; what is lost for others is told.
 *
 * @param lost a sentence for each
 */
public record OssieExport(String text, List<String> lost) {
    static final String VERSION = "0.2.0.dev0";

    /** Where sources are kept, and with them secrets: none of a model's business. */
    private static final Set<String> KEPT_BACK = Set.of("connections", "imports");

    /** @param files of the workspace, without errors */
    public static OssieExport of(List<SourceFile> files, Catalog catalog) {
        var all = new Nodes.Block(Exprs.NOWHERE);
        OssieSpelling spelling = new OssieSpelling(name -> name);
        List<String> lost = new ArrayList<>();
        for (SourceFile file : files) {
            Optional<Node> read = YamlReader.read(file, new Problems());
            read.map(Losses::of).ifPresent(lost::addAll);
            read.map(root -> spelling.read(root, new Problems()))
                    .filter(Mapping.class::isInstance)
                    .ifPresent(root -> all.and((Mapping) root));
        }
        return new OssieExport(Trees.yaml(file(all.build(), catalog, lost)), List.copyOf(lost));
    }

    private static Map<String, Object> file(Mapping workspace, Catalog catalog, List<String> lost) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("version", VERSION);
        file.put("semantic_model", List.of(model(workspace, catalog, lost)));
        return file;
    }

    private static Map<String, Object> model(Mapping workspace, Catalog catalog, List<String> lost) {
        ExportedJoins joins = new ExportedJoins(catalog);
        ExportedMetrics metrics = new ExportedMetrics(
                Nodes.items(Nodes.at(workspace, "metrics")), catalog.datasets().keySet(), lost);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", catalog.workspace().name());
        List<Object> datasets = new ArrayList<>();
        for (Node dataset : Nodes.items(Nodes.at(workspace, "datasets"))) {
            String name = String.valueOf(Nodes.text(dataset, "name"));
            catalog.dataset(name)
                    .ifPresent(found -> datasets.add(new ExportedDataset(dataset, found, joins.keys(name)).tree()));
        }
        model.put("datasets", datasets);
        if (!joins.trees().isEmpty()) {
            model.put("relationships", joins.trees());
        }
        if (!metrics.held().isEmpty()) {
            model.put("metrics", metrics.held());
        }
        extend(model, rest(workspace, metrics, lost));
        return model;
    }

    /** Everything else of the workspace. */
    private static Map<String, @Nullable Object> rest(Mapping workspace, ExportedMetrics metrics, List<String> lost) {
        Set<String> told = new LinkedHashSet<>(List.of("datasets", "relationships", "metrics"));
        told.addAll(KEPT_BACK);
        told.add("names");
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        for (Node.Entry entry : workspace.entries()) {
            String key = entry.key().value();
            if (!told.contains(key)) {
                rest.put(key, Trees.of(entry.value()));
                if (!key.equals("name")) {
                    lost.add(key + ": Ossie has no words for them");
                }
            }
        }
        if (Nodes.has(workspace, "connections")) {
            lost.add("connections: they stay here, not even in custom_extensions");
        }
        if (!metrics.beside().isEmpty()) {
            rest.put("metrics", metrics.beside());
        }
        return rest;
    }

    /** Our own keys, where there are some. */
    static void extend(Map<String, Object> holder, Map<String, @Nullable Object> ours) {
        if (!ours.isEmpty()) {
            Map<String, Object> extension = new LinkedHashMap<>();
            extension.put("vendor_name", Extension.VENDOR);
            extension.put("data", Trees.json(ours));
            holder.put("custom_extensions", List.of(extension));
        }
    }

    /** All keys of a block but these. */
    static Map<String, @Nullable Object> except(Node block, Set<String> keys) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>();
        if (block instanceof Mapping mapping) {
            mapping.entries().stream()
                    .filter(entry -> !keys.contains(entry.key().value()))
                    .forEach(entry -> rest.put(entry.key().value(), Trees.of(entry.value())));
        }
        return rest;
    }

    /** {@code { dialects: [{ dialect: ANSI_SQL, expression: … }] }}. */
    static Map<String, Object> expression(String text) {
        Map<String, Object> dialect = new LinkedHashMap<>();
        dialect.put("dialect", "ANSI_SQL");
        dialect.put("expression", text);
        return Map.of("dialects", List.of(dialect));
    }
}

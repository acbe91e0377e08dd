package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.YamlReader;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we keep in a model that Ossie has no words for: our own keys, as JSON in {@code custom_extensions}. */
final class Extension {
    static final String VENDOR = "BELLWETHER";

    private Extension() {}

    static @Nullable Mapping of(Node holder, Problems problems) {
        for (Node extension : Nodes.items(Nodes.at(holder, "custom_extensions"))) {
            if (VENDOR.equals(Nodes.text(extension, "vendor_name"))) {
                Node data = Nodes.at(extension, "data");
                if (data instanceof Scalar text) {
                    String path = text.span().file().path() + ": custom_extensions";
                    data = YamlReader.read(new SourceFile(path, text.value()), problems)
                            .orElse(null);
                }
                return data instanceof Mapping mapping ? named(mapping) : null;
            }
        }
        return null;
    }

    /** What it names is called so, as in the model itself, whatever our own names look like. */
    private static Mapping named(Mapping given) {
        Mapping data = Nodes.scalar(given, "name")
                .map(name -> new Nodes.Block(given.span())
                        .with("name", Nodes.given(name))
                        .and(without(given, "name"))
                        .build())
                .orElse(given);
        List<Node> metrics = new ArrayList<>();
        for (Node metric : Nodes.items(Nodes.at(data, "metrics"))) {
            metrics.add(
                    metric instanceof Mapping mapping
                            ? new Nodes.Block(mapping.span())
                                    .with(
                                            "name",
                                            Nodes.scalar(mapping, "name")
                                                    .map(Nodes::given)
                                                    .orElse(null))
                                    .and(without(mapping, "name"))
                                    .build()
                            : metric);
        }
        return metrics.isEmpty()
                ? data
                : new Nodes.Block(data.span())
                        .and(without(data, "metrics"))
                        .with("metrics", metrics)
                        .build();
    }

    private static Mapping without(Mapping block, String key) {
        List<Node.Entry> rest = block.entries().stream()
                .filter(entry -> !entry.key().value().equals(key))
                .toList();
        return new Mapping(rest, block.span());
    }
}

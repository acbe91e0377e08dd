package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.YamlReader;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
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
                return data instanceof Mapping mapping ? mapping : null;
            }
        }
        return null;
    }
}

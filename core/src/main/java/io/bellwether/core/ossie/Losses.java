package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a model of Ossie holds that no key of ours does: words for machines, other tools' notes, other dialects. */
final class Losses {
    private static final String MODEL = "the model";

    private final Map<String, Set<String>> found = new LinkedHashMap<>();

    private Losses() {}

    /** A sentence for each kind, with what has it; empty for a file that is none of Ossie's. */
    static List<String> of(Node root) {
        if (!OssieSpelling.isModel(root)) {
            return List.of();
        }
        Losses losses = new Losses();
        losses.look(root, MODEL);
        List<String> told = new ArrayList<>();
        losses.found.forEach((what, whose) -> told.add(what + " of " + String.join(", ", whose)));
        return told;
    }

    private void look(Node node, String holder) {
        switch (node) {
            case Mapping mapping -> block(mapping, holder);
            case Sequence sequence -> sequence.items().forEach(item -> look(item, holder));
            case Scalar _ -> {}
        }
    }

    private void block(Mapping block, String holder) {
        boolean model = Nodes.has(block, "datasets") || Nodes.has(block, "semantic_model");
        String own = Nodes.text(block, "name");
        String name = model || own == null ? holder : holder.equals(MODEL) ? own : holder + "." + own;
        if (model && Nodes.has(block, "description")) {
            add("description", name);
        }
        for (Node.Entry entry : block.entries()) {
            switch (entry.key().value()) {
                case "ai_context" -> add("ai_context", name);
                case "custom_extensions" -> vendors(entry.value(), name);
                case "expression" -> dialects(entry.value(), name);
                default -> look(entry.value(), name);
            }
        }
    }

    private void vendors(Node extensions, String name) {
        for (Node extension : Nodes.items(extensions)) {
            String vendor = String.valueOf(Nodes.text(extension, "vendor_name"));
            if (!vendor.equals(Extension.VENDOR)) {
                add("custom_extensions for " + vendor, name);
            }
        }
    }

    /** One of several dialects is read. */
    private void dialects(Node expression, String name) {
        Node list = Nodes.has(expression, "dialects") ? Nodes.at(expression, "dialects") : expression;
        if (!(expression instanceof Scalar) && Nodes.items(list).size() > 1) {
            add("expressions in other dialects", name);
        }
    }

    private void add(String what, String whose) {
        found.computeIfAbsent(what, w -> new TreeSet<>()).add(whose);
    }
}

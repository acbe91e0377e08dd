package io.bellwether.core.definition;

import io.bellwether.core.definition.DatasetDefinition.ExtractDefinition;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.WorkspaceDefinition.RollupsDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Problems;
import org.jspecify.annotations.Nullable;

/** Reads what is kept beside the data and brought up to date: {@code extract: { every: 1 hour }}, {@code rollups: auto}. */
final class RefreshReader {
    private RefreshReader() {}

    /** {@code true}, {@code false}, or a block of {@code every} and {@code overlap}. */
    static @Nullable ExtractDefinition extract(Keys dataset) {
        Node node = dataset.node("extract");
        if (node == null) {
            return null;
        }
        if (node instanceof Scalar scalar) {
            String fix = "write true, false, or { every: 1 hour }";
            return isOn(scalar, "extract", "true", "false", fix, dataset.problems())
                    ? new ExtractDefinition(null, null, node.span())
                    : null;
        }
        Keys keys = Keys.of(node, "an extract", dataset.problems());
        if (keys == null) {
            return null;
        }
        var every = Amounts.length(keys, "every");
        var overlap = Amounts.length(keys, "overlap");
        keys.finish();
        return new ExtractDefinition(every, overlap, node.span());
    }

    /** {@code auto}, {@code off}, or a block of {@code every}. */
    static @Nullable RollupsDefinition rollups(Keys workspace) {
        Node node = workspace.node("rollups");
        if (node == null) {
            return null;
        }
        if (node instanceof Scalar scalar) {
            String fix = "write auto, off, or { every: 1 hour }";
            return isOn(scalar, "rollups", "auto", "off", fix, workspace.problems())
                    ? new RollupsDefinition(null, node.span())
                    : null;
        }
        Keys keys = Keys.of(node, "rollups", workspace.problems());
        if (keys == null) {
            return null;
        }
        var every = Amounts.length(keys, "every");
        keys.finish();
        return new RollupsDefinition(every, node.span());
    }

    private static boolean isOn(Scalar scalar, String key, String on, String off, String fix, Problems problems) {
        if (!scalar.value().equals(on) && !scalar.value().equals(off)) {
            String message =
                    "\"" + key + "\" is " + on + " or " + off + ", not \"" + Amounts.shortened(scalar.value()) + "\"";
            problems.add(Code.UNKNOWN_WORD, scalar.span(), message, fix);
        }
        return scalar.value().equals(on);
    }
}

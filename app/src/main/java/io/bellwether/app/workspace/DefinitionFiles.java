package io.bellwether.app.workspace;

import io.bellwether.core.source.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** The YAML files below a folder, and the models of Ossie beside them as JSON, hidden folders left out; links that lead out of the folder are refused. */
record DefinitionFiles(List<Path> files, List<Diagnostic> refused) {
    private static final int HEAD = 64 * 1024;
    private static final String MODEL = "semantic_model";

    /** @param allowed folders outside that tables may lie in, so that a link to one is meant */
    static DefinitionFiles under(Path root, List<Path> allowed) throws IOException {
        var visitor = new Visitor(root, root.toRealPath(), allowed);
        Files.walkFileTree(root, visitor);
        Collections.sort(visitor.files);
        return new DefinitionFiles(List.copyOf(visitor.files), List.copyOf(visitor.refused));
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".yml") || name.endsWith(".yaml"));
    }

    /** A model of Ossie as JSON, right in the folder; its beginning tells most data from it. */
    private static boolean isModel(Path file, Path root) {
        String name = file.getFileName().toString();
        if (!root.equals(file.getParent())
                || name.startsWith(".")
                || !name.endsWith(".json")
                || name.equals(Imports.MANIFEST)) {
            return false;
        }
        try (var bytes = Files.newInputStream(file)) {
            String head = new String(bytes.readNBytes(HEAD), StandardCharsets.UTF_8);
            return head.contains('"' + MODEL + '"') && (head.startsWith("[") || hasModel(file));
        } catch (IOException e) {
            return false; // gone, or not to be read: then it defines nothing either
        }
    }

    /** Whether the outermost block has the key: inside of a dbt manifest each metric may have it. */
    private static boolean hasModel(Path file) {
        try (JsonParser json = JsonMapper.shared().createParser(file)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return true;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                if (json.currentName().equals(MODEL)) {
                    return true;
                }
                json.nextToken();
                json.skipChildren();
            }
            return false;
        } catch (JacksonException e) {
            return true; // broken: whoever reads it says where
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Path realRoot;
        private final List<Path> allowed;
        private final List<Path> files = new ArrayList<>();
        private final List<Diagnostic> refused = new ArrayList<>();

        Visitor(Path root, Path realRoot, List<Path> allowed) {
            this.allowed = allowed;
            this.root = root;
            this.realRoot = realRoot;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                    !folder.equals(root) && folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean hidden = file.getFileName().toString().startsWith(".");
            if (attributes.isSymbolicLink() && Files.isDirectory(file) && !hidden && leaves(file) && !isAllowed(file)) {
                refused.add(Problems.folderLeaves(root.relativize(file).toString()));
            }
            if (!isYaml(file) && !isModel(file, root)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink() && leaves(file)) {
                refused.add(Problems.linkLeaves(root.relativize(file).toString()));
            } else if (Files.isRegularFile(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) {
            refused.add(Problems.unreadable(root.relativize(file).toString(), reason));
            return FileVisitResult.CONTINUE;
        }

        private boolean isAllowed(Path link) {
            try {
                Path real = link.toRealPath();
                for (Path folder : allowed) {
                    if (Files.isDirectory(folder) && real.startsWith(folder.toRealPath())) {
                        return true;
                    }
                }
                return false;
            } catch (IOException e) {
                return false; // gone meanwhile
            }
        }

        private boolean leaves(Path link) {
            try {
                return !link.toRealPath().startsWith(realRoot);
            } catch (IOException e) {
                return true; // a link to nothing
            }
        }
    }
}

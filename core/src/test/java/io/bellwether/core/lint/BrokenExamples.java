package io.bellwether.core.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The workspaces of examples/broken, read as the product reads them, with a small reader of CSV headers for an engine. */
final class BrokenExamples {
    static final Path ROOT = Path.of("../examples/broken");

    private BrokenExamples() {}

    static List<Path> all() {
        try (var folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String diagnostics(Path folder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (var paths = Files.list(folder)) {
            for (Path path :
                    paths.filter(p -> p.toString().endsWith(".yml")).sorted().toList()) {
                files.add(new SourceFile(path.getFileName().toString(), new String(Files.readAllBytes(path), UTF_8)));
            }
        }
        return DiagnosticText.render(Lint.check(files, (dataset, source, span) -> columns(folder, source))
                .diagnostics());
    }

    private static SourceSchema columns(Path folder, DataSource source) {
        if (!(source instanceof DataSource.Files files)) {
            throw new IllegalArgumentException("these examples read files only: " + source);
        }
        try {
            List<String> lines = Files.readAllLines(folder.resolve(files.pattern()));
            String[] names = lines.get(0).split(",");
            String[] values = lines.get(1).split(",");
            List<Column> columns = new ArrayList<>();
            for (int at = 0; at < names.length; at++) {
                columns.add(new Column(names[at], type(values[at])));
            }
            return new SourceSchema.Columns(columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Type type(String value) {
        if (value.matches("\\d+")) {
            return Type.INTEGER;
        }
        if (value.matches("\\d+\\.\\d+")) {
            return Type.DOUBLE;
        }
        if (value.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
            return value.length() == 10 ? Type.DATE : Type.TIMESTAMP;
        }
        return value.matches("true|false") ? Type.BOOLEAN : Type.TEXT;
    }
}

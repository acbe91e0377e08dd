package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.SourceSchema;
import io.bellwether.engine.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** A folder of files that a test writes, with an engine over it. */
final class Workspace implements AutoCloseable {
    final Path folder;
    final DuckDbEngine engine;

    Workspace(Path folder, Path... allowed) {
        this.folder = folder;
        this.engine = new DuckDbEngine(EngineSettings.of(folder, List.of(allowed)));
    }

    Workspace file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Workspace file(String name, byte[] bytes) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SourceSchema describe(String pattern) {
        return engine.describe(source(pattern));
    }

    /** Mounts the columns and answers the query, in which {@code $} stands for the source. */
    Table ask(String pattern, Set<String> columns, String query) {
        engine.mount(source(pattern), columns, Deadline.none());
        return engine.run(statement(query.replace("$", engine.relation(source(pattern)))), Deadline.none());
    }

    /** The problem of describing a source and loading all of its columns. */
    Diagnostic problem(String pattern) {
        return catchThrowableOfType(EngineException.class, () -> {
                    Set<String> names = Set.copyOf(describe(pattern).columns().stream()
                            .map(c -> c.name())
                            .toList());
                    ask(pattern, names, "select * from $");
                })
                .diagnostic();
    }

    static DataSource source(String pattern) {
        return new DataSource.Files(pattern);
    }

    static SqlStatement statement(String sql) {
        return new SqlStatement(sql, List.of());
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        engine.close();
    }
}

package io.bellwether.engine.duckdb;

import io.bellwether.engine.EngineException;
import io.bellwether.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * The one in-memory database, started when it is first needed and locked down before anybody's SQL reaches it: no
 * network, no extensions, no files beside the allowed folders, and no way to change that.
 */
final class Session implements AutoCloseable {
    private final EngineSettings settings;
    private final List<Path> folders;
    private final Scratch scratch;
    private @Nullable DuckDBConnection root;

    Session(EngineSettings settings, List<Path> folders, Scratch scratch) {
        this.settings = settings;
        this.folders = folders;
        this.scratch = scratch;
    }

    /** A connection of the caller's own. Statements on different connections run side by side. */
    DuckDBConnection connection() throws SQLException {
        return root().duplicate();
    }

    synchronized boolean isStarted() {
        return root != null;
    }

    private synchronized DuckDBConnection root() {
        if (root == null) {
            root = open();
        }
        return root;
    }

    private DuckDBConnection open() {
        try {
            // Not by DriverManager: it stops at the first driver on the class path that cannot be loaded.
            DuckDBConnection connection = Objects.requireNonNull(
                            new DuckDBDriver().connect("jdbc:duckdb:", new Properties()))
                    .unwrap(DuckDBConnection.class);
            try (Statement statement = connection.createStatement()) {
                for (String setting : lockdown()) {
                    statement.execute(setting);
                }
            }
            return connection;
        } catch (SQLException | IOException | LinkageError e) {
            throw new EngineException(
                    EngineException.of(
                                    "E607",
                                    "the embedded engine does not start: " + e.getMessage(),
                                    "check the space and the rights in the folder for temporary files")
                            .diagnostic(),
                    e);
        }
    }

    /** The order matters: folders are named before access ends, and locking comes last. */
    private List<String> lockdown() throws IOException {
        List<String> open = new ArrayList<>();
        folders.forEach(f -> open.add(f.toString()));
        open.add(scratch.folder().toString());
        return List.of(
                "set autoinstall_known_extensions = false",
                "set autoload_known_extensions = false",
                "set allow_community_extensions = false",
                "set memory_limit = '" + settings.memoryBytes() / (1024 * 1024) + "MiB'",
                "set threads = " + settings.threads(),
                "set temp_directory = "
                        + Sql.string(scratch.folder().resolve("spill").toString()),
                "set preserve_insertion_order = false",
                "set TimeZone = 'UTC'",
                // The root of -1 and the logarithm of 0 are errors, as on servers, and not values that pass for
                // numbers.
                "set ieee_floating_point_ops = false",
                "set allowed_directories = " + Sql.strings(open),
                "set enable_external_access = false",
                "set lock_configuration = true");
    }

    @Override
    public synchronized void close() {
        if (root != null) {
            try {
                root.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            root = null;
        }
    }
}

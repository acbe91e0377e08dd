package io.bellwether.app.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** Empty stores, one of each kind. PostgreSQL starts once for all tests of a JVM. */
public final class StoreOnBoth {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private StoreOnBoth() {}

    /** For {@code @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")}: how to open an empty store, twice if need be. */
    public static Stream<Arguments> stores() {
        return Stream.of(Arguments.argumentSet("SQLite", sqlite()), Arguments.argumentSet("PostgreSQL", postgres()));
    }

    /** Opens the same store each time. */
    @FunctionalInterface
    public interface Opening {
        Store open();
    }

    public static Opening sqlite() {
        try {
            Path file = Files.createTempDirectory("store").resolve("store.db");
            return () -> Stores.sqlite(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Opening postgres() {
        String url = database();
        return () -> Stores.postgres(new Stores.Login(url, "postgres", "postgres"));
    }

    /** The address of a new, empty database. */
    public static synchronized String database() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            String name = "store" + NEXT.incrementAndGet();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

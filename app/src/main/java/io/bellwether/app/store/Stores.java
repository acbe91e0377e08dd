package io.bellwether.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.bellwether.core.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** Opens stores, and brings them to this version. */
public final class Stores {
    /** Where the migrations lie: beside this class. */
    private static final String MIGRATIONS = "classpath:io/bellwether/app/store";

    private static final String FILE = "store.db";
    private static final long WAIT_MILLIS = 10_000;

    /** How long a page waits for a server that may be away. */
    private static final long AWAY_MILLIS = 4_000;

    private Stores() {}

    /** The store in a workspace's own folder of state, made where it is not there. */
    public static Store inFolder(Path state) {
        Path file = state.resolve(FILE);
        try {
            Files.createDirectories(state);
            StoreFile.restrict(state, "rwx------");
        } catch (IOException e) {
            throw StoreProblems.notOpened(null, file.toString(), StoreProblems.reason(e));
        }
        return sqlite(file);
    }

    /** Whether a workspace's folder of state has one already. */
    public static boolean isIn(Path state) {
        return Files.isRegularFile(state.resolve(FILE));
    }

    /** A store in one file. */
    public static Store sqlite(Path file) {
        StoreFile held;
        try {
            held = StoreFile.ready(file.toAbsolutePath());
        } catch (IOException e) {
            throw StoreProblems.notOpened(null, file.toString(), StoreProblems.reason(e));
        }
        return opened(new Place(null, file.toString(), UnaryOperator.identity()), () -> {
            var readers = new HikariDataSource(sqlite(file, true));
            var writers = new HikariDataSource(sqlite(file, false));
            return new Store(StoreKind.SQLITE, readers, writers, UnaryOperator.identity(), held);
        });
    }

    /** How a store in PostgreSQL is reached. */
    public record Login(
            String url, @Nullable String user, @Nullable String password) {}

    /** A store in PostgreSQL whose login is no secret. */
    public static Store postgres(Login login) {
        return postgres(null, login, UnaryOperator.identity());
    }

    /**
     * A store in PostgreSQL.
     *
     * @param place where the address stands, for problems
     * @param cover takes what nobody may read out of the address and of what the server says
     */
    public static Store postgres(@Nullable Span place, Login login, UnaryOperator<String> cover) {
        HikariConfig config = pool("store", 8);
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setConnectionTimeout(AWAY_MILLIS);
        String shown = cover.apply(login.url().replaceFirst("\\?.*", ""));
        return opened(new Place(place, shown, cover), () -> {
            var connections = new HikariDataSource(config);
            return new Store(StoreKind.POSTGRESQL, connections, connections, cover, null);
        });
    }

    /** Where a store is, as problems say it. */
    private record Place(@Nullable Span span, String shown, UnaryOperator<String> cover) {
        String reason(Throwable failure) {
            return cover.apply(StoreProblems.reason(failure));
        }
    }

    /**
     * SQLite has one writer at a time. Writers take their turn when they begin, so that none fails half way; readers see
     * the last whole state meanwhile. FULL: what was acknowledged survives a pulled plug.
     */
    private static HikariConfig sqlite(Path file, boolean reads) {
        HikariConfig config = pool(reads ? "store-read" : "store-write", reads ? 4 : 1);
        Properties settings = new Properties();
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "FULL");
        settings.setProperty("foreign_keys", "true");
        settings.setProperty("busy_timeout", Long.toString(WAIT_MILLIS));
        settings.setProperty("transaction_mode", reads ? "DEFERRED" : "IMMEDIATE");
        config.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath());
        config.setDataSourceProperties(settings);
        return config;
    }

    private static HikariConfig pool(String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(WAIT_MILLIS);
        return config;
    }

    private static Store opened(Place place, Supplier<Store> open) {
        Store store;
        try {
            store = open.get();
        } catch (PoolInitializationException e) {
            throw StoreProblems.notOpened(place.span(), place.shown(), place.reason(e));
        }
        try {
            migrate(store, place);
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static void migrate(Store store, Place place) {
        try {
            Flyway flyway = flyway(store.connections(), store.kind());
            for (MigrationInfo info : flyway.info().all()) {
                if (info.getState().isApplied() && !info.getState().isResolved()) {
                    throw StoreProblems.newer(place.span(), place.shown(), String.valueOf(info.getVersion()));
                }
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw StoreProblems.migration(place.span(), place.shown(), place.reason(e));
        }
    }

    private static Flyway flyway(DataSource connections, StoreKind kind) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(connections)
                .locations(MIGRATIONS)
                .placeholders(kind.words())
                .table("store_version")
                .loggers("slf4j")
                .outOfOrder(true)
                .validateMigrationNaming(true);
        return configuration.load();
    }
}

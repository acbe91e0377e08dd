package io.bellwether.engine.jdbc;

import io.bellwether.core.catalog.Connection;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.KeyCheck;
import io.bellwether.engine.RowStream;
import io.bellwether.engine.SourceSchema;
import io.bellwether.engine.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A server behind a JDBC driver. Whole statements run there, in sessions that can only read; only answers travel. */
public final class JdbcEngine implements Engine {
    /** Looking at a source happens outside any request that would set a limit. */
    private static final Duration LOOK = Duration.ofMinutes(1);
    /** Nobody tells us when a server's data changes; a key that was unique a while ago is taken for unique. */
    private static final long KEY_HOLDS_NANOS = Duration.ofMinutes(5).toNanos();

    private static final int ANSWERS_SECONDS = 5;

    private final Server server;
    private final Pool pool;
    private final Failures failures;
    private final Rows rows;
    private final Watch watch = new Watch();
    private final Map<Key, Checked> keys = new ConcurrentHashMap<>();

    private final Set<Server.Probe> probed = ConcurrentHashMap.newKeySet();

    private record Key(DataSource source, List<String> columns) {}

    private record Checked(KeyCheck check, long at) {}

    public JdbcEngine(Connection connection, Server server, Secrets secrets) {
        this.server = server;
        this.pool = new Pool(connection, server, secrets);
        this.failures = new Failures(connection, server, secrets);
        this.rows = new Rows(server);
    }

    @Override
    public Dialect dialect() {
        return server.dialect();
    }

    @Override
    public SourceSchema describe(DataSource source) {
        Deadline deadline = Deadline.in(LOOK);
        String sql = "SELECT * FROM " + relation(source) + " AS source WHERE 1 = 0";
        try {
            return query(sql, deadline, found -> new SourceSchema(rows.columns(found.getMetaData()), List.of()));
        } catch (SQLException e) {
            throw failures.ofSource(e, source, deadline);
        }
    }

    @Override
    public String relation(DataSource source) {
        return switch (source) {
            case DataSource.Table table ->
                Arrays.stream(table.name().split("\\."))
                        .map(dialect()::identifier)
                        .collect(Collectors.joining("."));
            // A comment at its end must not take the parenthesis with it.
            case DataSource.Query query -> "(" + query.sql().strip() + "\n)";
            case DataSource.Typed typed -> throw new IllegalArgumentException("not of a server: " + typed.metric());
            case DataSource.Files files -> throw new IllegalArgumentException("not of a server: " + files.pattern());
        };
    }

    /** What is there is there. */
    @Override
    public void mount(DataSource source, Set<String> columns, Deadline deadline) {}

    @Override
    public void expect(DataSource source, Set<String> columns) {}

    @Override
    public Table run(SqlStatement statement, Deadline deadline) {
        try {
            probe(statement, deadline);
            return query(statement.text(), deadline, found -> rows.read(found, statement));
        } catch (SQLException e) {
            throw failures.of(e, deadline);
        }
    }

    @Override
    public void stream(SqlStatement statement, Deadline deadline, Consumer<RowStream> reader) {
        try (Deadline.Place place = deadline.place();
                Pool.Lease lease = alive(deadline);
                Statement running = statement(lease, deadline)) {
            server.stream(running);
            try (Watch.Stop stop = watch(running, lease, deadline);
                    ResultSet found = running.executeQuery(statement.text())) {
                reader.accept(rows.stream(found, statement));
                server.check(running);
            }
        } catch (RowStream.Broken e) {
            throw failures.of(e.reason(), deadline);
        } catch (SQLException e) {
            throw failures.of(e, deadline);
        }
    }

    private void probe(SqlStatement statement, Deadline deadline) throws SQLException {
        Optional<Server.Probe> probe = server.probe(statement.text()).filter(p -> !probed.contains(p));
        if (probe.isPresent()) {
            if (query(probe.get().sql(), deadline, JdbcEngine::first) == null) {
                throw EngineException.of(
                        "E615", probe.get().message(), probe.get().fix());
            }
            probed.add(probe.get());
        }
    }

    private static @Nullable Object first(ResultSet found) throws SQLException {
        return found.next() ? found.getObject(1) : null;
    }

    @Override
    public KeyCheck keyCheck(DataSource source, List<String> columns, Deadline deadline) {
        Key key = new Key(source, columns);
        Checked before = keys.get(key);
        if (before != null && System.nanoTime() - before.at() < KEY_HOLDS_NANOS) {
            return before.check();
        }
        try {
            KeyCheck check = query(repeated(source, columns), deadline, JdbcEngine::example);
            keys.put(key, new Checked(check, System.nanoTime()));
            return check;
        } catch (SQLException e) {
            throw failures.ofSource(e, source, deadline);
        }
    }

    /** One key that stands in several rows. */
    private String repeated(DataSource source, List<String> columns) {
        List<String> names = columns.stream().map(dialect()::identifier).toList();
        String all = String.join(", ", names);
        return "SELECT " + all + " FROM " + relation(source) + " AS source WHERE "
                + names.stream().map(name -> name + " IS NOT NULL").collect(Collectors.joining(" AND "))
                + " GROUP BY " + all + " HAVING count(*) > 1 LIMIT 1";
    }

    private static KeyCheck example(ResultSet found) throws SQLException {
        if (!found.next()) {
            return new KeyCheck(null);
        }
        StringBuilder example = new StringBuilder();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            example.append(i == 1 ? "" : ", ").append(found.getString(i));
        }
        return new KeyCheck(example.toString());
    }

    private interface Reader<T extends @Nullable Object> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T extends @Nullable Object> T query(String sql, Deadline deadline, Reader<T> reader) throws SQLException {
        if (deadline.isOver()) {
            throw deadline.exceeded();
        }
        try (Deadline.Place place = deadline.place()) {
            return inSession(sql, deadline, reader);
        }
    }

    private <T extends @Nullable Object> T inSession(String sql, Deadline deadline, Reader<T> reader)
            throws SQLException {
        try (Pool.Lease lease = pool.lease(deadline)) {
            try {
                return query(lease, sql, deadline, reader);
            } catch (SQLException e) {
                if (!lease.wasUsed() || !failures.isGone(e) || deadline.isOver()) {
                    throw e;
                }
            }
        }
        // The server was started anew, or ended idle sessions: a question only reads, so it is asked once more.
        pool.forget();
        try (Pool.Lease lease = pool.lease(deadline)) {
            return query(lease, sql, deadline, reader);
        }
    }

    private <T extends @Nullable Object> T query(Pool.Lease lease, String sql, Deadline deadline, Reader<T> reader)
            throws SQLException {
        try (Statement statement = statement(lease, deadline)) {
            statement.setMaxRows(Rows.LIMIT + 1);
            try (Watch.Stop stop = watch(statement, lease, deadline);
                    ResultSet found = statement.executeQuery(sql)) {
                T read = reader.read(found);
                server.check(statement);
                return read;
            }
        }
    }

    private static Statement statement(Pool.Lease lease, Deadline deadline) throws SQLException {
        Statement statement = lease.connection().createStatement();
        statement.setEscapeProcessing(false);
        statement.setQueryTimeout(deadline.seconds());
        return statement;
    }

    private Watch.Stop watch(Statement statement, Pool.Lease lease, Deadline deadline) {
        return watch.over(statement, deadline, () -> cut(lease.connection()));
    }

    private static void cut(java.sql.Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // Its driver cannot; it waits for the network then.
        }
    }

    /** A session that answers, for rows that cannot be asked for once more when some were read. */
    private Pool.Lease alive(Deadline deadline) throws SQLException {
        Pool.Lease lease = pool.lease(deadline);
        if (!lease.wasUsed() || lease.connection().isValid(ANSWERS_SECONDS)) {
            return lease;
        }
        lease.close();
        pool.forget();
        return pool.lease(deadline);
    }

    @Override
    public void close() {
        watch.close();
        pool.close();
    }
}

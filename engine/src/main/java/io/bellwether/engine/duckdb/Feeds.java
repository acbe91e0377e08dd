package io.bellwether.engine.duckdb;

import io.bellwether.core.expression.Type;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.RowStream;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/** Lets statements read rows that come from elsewhere, as the rows of a function: {@code from bellwether_rows('3')}. */
final class Feeds implements DuckDBTableFunction<Feeds.Feed, Object, Object> {
    private static final String NAME = "bellwether_rows";

    private final Runner runner;
    private final Map<String, Feed> feeds = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private boolean registered;

    /** What goes wrong with a value is kept here: DuckDB would hand on its text only. */
    static final class Feed {
        final RowStream rows;
        volatile @Nullable Exception problem;

        Feed(RowStream rows) {
            this.rows = rows;
        }
    }

    /** Runs a statement over the rows. */
    interface Work {
        void with(String select) throws SQLException;
    }

    Feeds(Runner runner) {
        this.runner = runner;
    }

    void during(RowStream rows, Work work) throws SQLException {
        register();
        String number = String.valueOf(numbers.incrementAndGet());
        Feed feed = new Feed(rows);
        feeds.put(number, feed);
        try {
            work.with("select " + columns(rows) + " from " + NAME + "(" + Sql.string(number) + ")");
        } catch (SQLException e) {
            switch (feed.problem) {
                case EngineException ours -> throw ours;
                case SQLException theirs -> throw new RowStream.Broken(theirs);
                case null, default -> throw e;
            }
        } finally {
            feeds.remove(number);
        }
    }

    private synchronized void register() throws SQLException {
        if (!registered) {
            runner.with(Deadline.none(), connection -> {
                try (var function = DuckDBFunctions.tableFunction()) {
                    return function.withName(NAME)
                            .withParameter(DuckDBColumnType.VARCHAR)
                            .withFunction(this)
                            .register(connection);
                }
            });
            registered = true;
        }
    }

    /** Chunks take no time of day. */
    private static String columns(RowStream rows) {
        return rows.columns().stream()
                .map(c -> c.type() == Type.TIME
                        ? "cast(" + Sql.identifier(c.name()) + " as time) as " + Sql.identifier(c.name())
                        : Sql.identifier(c.name()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public Feed bind(DuckDBTableFunctionBindInfo info) throws SQLException {
        Feed feed = feeds.get(info.getParameter(0).getString());
        if (feed == null) {
            throw new SQLException("these rows are gone");
        }
        for (RowStream.Wide column : feed.rows.columns()) {
            if (column.type() == Type.DECIMAL) {
                try (var type = DuckDBLogicalType.decimal(FeedValue.precision(column), FeedValue.scale(column))) {
                    info.addResultColumn(column.name(), type);
                }
            } else {
                info.addResultColumn(column.name(), FeedValue.type(column));
            }
        }
        return feed;
    }

    @Override
    public Object init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1); // one stream
        return this;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) throws Exception {
        Feed feed = call.getBindData();
        try {
            RowStream rows = feed.rows;
            long row = 0;
            while (row < chunk.capacity() && rows.next()) {
                for (int column = 0; column < rows.columns().size(); column++) {
                    RowStream.Wide about = rows.columns().get(column);
                    FeedValue.write(chunk.vector(column), row, rows.value(column), about);
                }
                row++;
            }
            return row;
        } catch (SQLException | RuntimeException e) {
            feed.problem = e;
            throw e;
        }
    }
}

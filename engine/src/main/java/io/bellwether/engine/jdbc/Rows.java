package io.bellwether.engine.jdbc;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.Finite;
import io.bellwether.engine.RowStream;
import io.bellwether.engine.Table;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a result into a table. */
final class Rows {
    /** More rows than anybody can look at; holding them would cost the memory of others. */
    static final int LIMIT = 1_000_000;

    private final Server server;

    Rows(Server server) {
        this.server = server;
    }

    /** The columns under the names that the statement gives them: some engines change the case of names, or cut them. */
    Table read(ResultSet rows, SqlStatement statement) throws SQLException {
        List<Column> columns = columns(rows, statement);
        List<List<@Nullable Object>> values = new ArrayList<>();
        while (rows.next()) {
            if (values.size() == LIMIT) {
                throw EngineException.of(
                        "E604", "the answer has more than " + LIMIT + " rows", "group coarser, filter, or add a limit");
            }
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                row.add(Finite.checked(
                        server.value(rows, i + 1, columns.get(i).type()),
                        columns.get(i).name()));
            }
            values.add(Collections.unmodifiableList(row));
        }
        return new Table(columns, Collections.unmodifiableList(values));
    }

    private List<Column> columns(ResultSet rows, SqlStatement statement) throws SQLException {
        List<Column> found = columns(rows.getMetaData());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            boolean named = found.size() == statement.columns().size();
            // Some engines have no truth values and give 1 and 0.
            boolean truth = statement.type(i) == Type.BOOLEAN;
            columns.add(new Column(
                    named ? statement.columns().get(i) : found.get(i).name(),
                    truth ? Type.BOOLEAN : found.get(i).type()));
        }
        return columns;
    }

    /** The same rows, read by whoever asks for the next one. */
    RowStream stream(ResultSet rows, SqlStatement statement) throws SQLException {
        List<RowStream.Wide> columns = new ArrayList<>();
        for (Column column : columns(rows, statement)) {
            int i = columns.size() + 1;
            ResultSetMetaData meta = rows.getMetaData();
            columns.add(new RowStream.Wide(column.name(), column.type(), meta.getPrecision(i), meta.getScale(i)));
        }
        return new RowStream() {
            @Override
            public List<Wide> columns() {
                return columns;
            }

            @Override
            public boolean next() throws SQLException {
                return rows.next();
            }

            @Override
            public @Nullable Object value(int column) throws SQLException {
                return server.value(rows, column + 1, columns.get(column).type());
            }
        };
    }

    List<Column> columns(ResultSetMetaData meta) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            Type type = server.type(new Server.Described(
                    meta.getColumnType(i), meta.getColumnTypeName(i), meta.getPrecision(i), meta.getScale(i)));
            columns.add(new Column(meta.getColumnLabel(i), type));
        }
        return columns;
    }
}

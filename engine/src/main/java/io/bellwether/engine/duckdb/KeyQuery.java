package io.bellwether.engine.duckdb;

import io.bellwether.engine.KeyCheck;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Asks for one value that stands in two rows. */
final class KeyQuery {
    private KeyQuery() {}

    static String text(String relation, List<String> columns) {
        String keys = Sql.identifiers(columns);
        String known =
                columns.stream().map(c -> Sql.identifier(c) + " is not null").collect(Collectors.joining(" and "));
        String shown = columns.stream().map(Sql::identifier).collect(Collectors.joining(", ", "concat_ws(', ', ", ")"));
        return "select " + shown + " from " + relation + " where " + known + " group by " + keys
                + " having count(*) > 1 limit 1";
    }

    static KeyCheck read(ResultSet rows) throws SQLException {
        return new KeyCheck(rows.next() ? rows.getString(1) : null);
    }
}

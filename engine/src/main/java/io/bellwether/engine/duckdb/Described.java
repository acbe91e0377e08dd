package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The columns of a query, without running it. */
final class Described {
    private Described() {}

    static List<PhysicalColumn> columns(Runner runner, String query, Deadline deadline) throws SQLException {
        return runner.query("describe " + query, deadline, rows -> {
            List<PhysicalColumn> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(new PhysicalColumn(rows.getString(1), rows.getString(2)));
            }
            return columns;
        });
    }
}

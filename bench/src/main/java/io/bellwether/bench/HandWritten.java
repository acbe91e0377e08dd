package io.bellwether.bench;

import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.plan.TimeWindow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * The answer of the statement written by hand.
 *
 * @param values each number by its metric and window
 */
record HandWritten(Map<Key, Double> values) {
    /** @param next the first moment after the window */
    record Key(String metric, LocalDateTime first, LocalDateTime next) {}

    /** Runs the statement in a database of its own. */
    static HandWritten run(String sql) throws SQLException {
        try (var connection = Objects.requireNonNull(new DuckDBDriver().connect("jdbc:duckdb:", new Properties()));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            Map<Key, Double> values = new HashMap<>();
            while (rows.next()) {
                read(rows, values);
            }
            return new HandWritten(values);
        }
    }

    private static void read(ResultSet row, Map<Key, Double> values) throws SQLException {
        var first = row.getObject("first", LocalDate.class).atStartOfDay();
        var next = row.getObject("next", LocalDate.class).atStartOfDay();
        for (int column = 3; column <= row.getMetaData().getColumnCount(); column++) {
            if (row.getObject(column) instanceof Number number) {
                values.put(new Key(row.getMetaData().getColumnName(column), first, next), number.doubleValue());
            }
        }
    }

    /**
     * How many of the scorecard's values were found here.
     *
     * @throws IllegalStateException if one is missing or differs
     */
    int compared(Scorecard card) {
        int same = 0;
        for (KpiCard kpi : card.kpis().toList()) {
            same += compare(kpi.metric().name(), kpi.measured());
            for (KpiCard.MetricCard beside : kpi.supporting()) {
                same += compare(beside.metric().name(), beside.measured());
            }
        }
        return same;
    }

    private int compare(String metric, Measured measured) {
        BigDecimal ours = measured.value();
        TimeWindow window = measured.window();
        if (ours == null || window == null) {
            throw new IllegalStateException(metric + " has no value");
        }
        Double theirs = values.get(new Key(metric, window.start(), window.end()));
        if (theirs == null || Math.abs(theirs - ours.doubleValue()) > 1e-9 * Math.abs(theirs)) {
            throw new IllegalStateException(metric + " in " + window + ": " + ours + ", by hand " + theirs);
        }
        return 1;
    }
}

package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that cannot be read and do not count, since the definition says so.
 *
 * @param rows how many
 * @param examples of them, each with its place and why
 */
record SetAside(long rows, List<String> examples) {
    static final SetAside NONE = new SetAside(0, List.of());

    private static final String HOLDS = "holds ";
    private static final int EXAMPLES = 4;

    /** With the rows of which a column's text is not of its type. */
    SetAside with(CsvTypes.Found found, CsvTexts table, boolean oneThread, Runner runner, Deadline deadline)
            throws SQLException {
        if (found.kept().isEmpty()) {
            return this;
        }
        String query = "select (select count(*) from " + table.texts(table.columns(), oneThread)
                + ") - (select count(*) from "
                + table.where(found.held()).texts(table.columns(), oneThread) + ")";
        long more = runner.query(query, deadline, result -> {
            result.next();
            return result.getLong(1);
        });
        List<String> all = new ArrayList<>(examples);
        all.addAll(found.asides());
        return new SetAside(rows + more, all);
    }

    /** Notes how many there are, and what holds of the others. */
    void note(Map<String, String> held, Map<String, String> options) {
        options.put(FileShape.ASIDE, String.valueOf(rows));
        held.forEach((column, holds) -> options.put(HOLDS + column, holds));
    }

    /** What was noted. */
    static Map<String, String> held(Map<String, String> options) {
        Map<String, String> held = new HashMap<>();
        options.forEach((option, holds) -> {
            if (option.startsWith(HOLDS)) {
                held.put(option.substring(HOLDS.length()), holds);
            }
        });
        return held;
    }

    /** What there is to say. */
    List<Diagnostic> told(String label) {
        if (rows == 0) {
            return List.of();
        }
        List<String> some = examples.subList(0, Math.min(examples.size(), EXAMPLES));
        return List.of(Diagnostic.warning(
                "S439",
                null,
                label + ": " + rows + (rows == 1 ? " row is" : " rows are") + " set aside: " + String.join("; ", some),
                "correct the lines; until then data health counts them"));
    }
}

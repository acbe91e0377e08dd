package io.bellwether.bench;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Table;
import io.bellwether.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One statement for each fact, written by hand over the windows of one of our statements. */
final class Fused {
    private static final Pattern WINDOW = Pattern.compile("\\((\\d+), (TIMESTAMP '[^']+'), (TIMESTAMP '[^']+')\\)");
    private static final Pattern DISTINCT =
            Pattern.compile("count\\(DISTINCT (?:(?!GROUP BY).)*IN \\(([^)]*)\\)", Pattern.DOTALL);
    private static final Pattern TABLE = Pattern.compile("\\$\\{([a-z_]+)}");

    private final DuckDbEngine engine;
    private final List<SqlStatement> statements = new ArrayList<>();

    Fused(DuckDbEngine engine, Catalog catalog, String ours) throws IOException {
        this.engine = engine;
        List<MatchResult> windows = WINDOW.matcher(ours).results().toList();
        StringBuilder values = new StringBuilder("with windows(w, s, e) as (values ");
        for (MatchResult window : windows) {
            values.append(window.start() == windows.getFirst().start() ? "" : ", ")
                    .append("(%s, %s, %s)".formatted(window.group(1), window.group(2), window.group(3)));
        }
        values.append("),");
        String from =
                windows.stream().map(w -> w.group(2)).min(String::compareTo).orElseThrow();
        String before =
                windows.stream().map(w -> w.group(3)).max(String::compareTo).orElseThrow();
        Matcher distinct = DISTINCT.matcher(ours);
        String some = distinct.find() ? distinct.group(1) : "select w from windows";
        for (String sql : Folders.resource("scorecard-fused.sql").split("\n;\n")) {
            String text = sql.replaceFirst("(?m)^with", Matcher.quoteReplacement(values.toString()))
                    .replace("${FROM}", from)
                    .replace("${BEFORE}", before)
                    .replace("${DISTINCT}", some);
            text = TABLE.matcher(text)
                    .replaceAll(name -> Matcher.quoteReplacement(engine.relation(
                            catalog.dataset(name.group(1)).orElseThrow().source())));
            statements.add(new SqlStatement(text, List.of()));
        }
    }

    int size() {
        return statements.size();
    }

    void run() {
        statements.forEach(statement -> engine.run(statement, Deadline.none()));
    }

    /**
     * How many numbers of our statement are the same here.
     *
     * @throws IllegalStateException if one differs
     */
    int compared(Table ours) {
        Map<String, BigDecimal> known = new HashMap<>();
        ours.rows().forEach(row -> ours.columns().forEach(column -> put(known, column.name(), ours, row)));
        int same = 0;
        for (SqlStatement statement : statements) {
            Table theirs = engine.run(statement, Deadline.none());
            String name = theirs.columns().get(1).name();
            for (List<Object> row : theirs.rows()) {
                BigDecimal our = known.get(name + row.getFirst());
                if (our == null) {
                    continue; // a window that ours does not need of this fact
                }
                BigDecimal value = row.get(1) == null
                        ? BigDecimal.ZERO
                        : new BigDecimal(row.get(1).toString());
                if (our.subtract(value).abs().compareTo(new BigDecimal("0.000001")) > 0) {
                    throw new IllegalStateException(
                            name + " in window " + row.getFirst() + ": " + our + ", by hand " + value);
                }
                same++;
            }
        }
        return same;
    }

    private static void put(Map<String, BigDecimal> known, String column, Table table, List<Object> row) {
        if (row.get(table.position(column)) instanceof Number number) {
            known.put(column + row.getFirst(), new BigDecimal(number.toString()));
        }
    }
}

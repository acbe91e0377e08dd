package io.bellwether.app.scorecard;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.KeyCheck;
import io.bellwether.engine.SourceSchema;
import io.bellwether.engine.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A real engine that is asked after each step which tables it holds: one that is loaded anew has a new number. */
final class LoadCount implements Engine {
    private static final SqlStatement TABLES =
            new SqlStatement("select table_name, table_oid from duckdb_tables()", List.of());

    private final Engine engine;
    private final Map<String, Set<Object>> numbers = new TreeMap<>();

    LoadCount(Engine engine) {
        this.engine = engine;
    }

    /** How often each source was loaded, by its name. */
    Map<String, Integer> loads() {
        Map<String, Integer> loads = new TreeMap<>();
        numbers.forEach((name, all) -> loads.put(name, all.size()));
        return loads;
    }

    private void look() {
        engine.run(TABLES, Deadline.none())
                .rows()
                .forEach(row -> numbers.computeIfAbsent(String.valueOf(row.getFirst()), name -> new HashSet<>())
                        .add(row.getLast()));
    }

    @Override
    public Dialect dialect() {
        return engine.dialect();
    }

    @Override
    public SourceSchema describe(DataSource source) {
        return engine.describe(source);
    }

    @Override
    public String relation(DataSource source) {
        return engine.relation(source);
    }

    @Override
    public void mount(DataSource source, Set<String> columns, Deadline deadline) {
        engine.mount(source, columns, deadline);
        look();
    }

    @Override
    public void expect(DataSource source, Set<String> columns) {
        engine.expect(source, columns);
    }

    @Override
    public Table run(SqlStatement statement, Deadline deadline) {
        return engine.run(statement, deadline);
    }

    @Override
    public KeyCheck keyCheck(DataSource source, List<String> columns, Deadline deadline) {
        KeyCheck check = engine.keyCheck(source, columns, deadline);
        look();
        return check;
    }

    @Override
    public void close() {
        engine.close();
    }
}

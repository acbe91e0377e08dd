package io.bellwether.app.scorecard;

import io.bellwether.app.query.EngineAround;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.KeyCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A real engine that is asked after each step which tables it holds: one that is loaded anew has a new number. */
final class LoadCount extends EngineAround {
    private static final SqlStatement TABLES =
            new SqlStatement("select table_name, table_oid from duckdb_tables()", List.of());

    private final Map<String, Set<Object>> numbers = new TreeMap<>();

    LoadCount(Engine engine) {
        super(engine);
    }

    /** How often each source was loaded, by its name. */
    Map<String, Integer> loads() {
        Map<String, Integer> loads = new TreeMap<>();
        numbers.forEach((name, all) -> loads.put(name, all.size()));
        return loads;
    }

    private void look() {
        run(TABLES, Deadline.none())
                .rows()
                .forEach(row -> numbers.computeIfAbsent(String.valueOf(row.getFirst()), name -> new HashSet<>())
                        .add(row.getLast()));
    }

    @Override
    public void mount(DataSource source, Set<String> columns, Deadline deadline) {
        super.mount(source, columns, deadline);
        look();
    }

    @Override
    public KeyCheck keyCheck(DataSource source, List<String> columns, Deadline deadline) {
        KeyCheck check = super.keyCheck(source, columns, deadline);
        look();
        return check;
    }
}

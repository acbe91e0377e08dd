package io.bellwether.app.query;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.KeyCheck;
import io.bellwether.engine.SourceSchema;
import io.bellwether.engine.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A real engine with somebody who looks on. */
public abstract class EngineAround implements Engine {
    private final Engine engine;

    protected EngineAround(Engine engine) {
        this.engine = engine;
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
    }

    @Override
    public void expect(DataSource source, Set<String> columns) {
        engine.expect(source, columns);
    }

    @Override
    public Optional<String> version(DataSource source) {
        return engine.version(source);
    }

    @Override
    public Table run(SqlStatement statement, Deadline deadline) {
        return engine.run(statement, deadline);
    }

    @Override
    public KeyCheck keyCheck(DataSource source, List<String> columns, Deadline deadline) {
        return engine.keyCheck(source, columns, deadline);
    }

    @Override
    public void close() {
        engine.close();
    }
}

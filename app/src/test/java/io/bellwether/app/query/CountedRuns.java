package io.bellwether.app.query;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real engine that remembers what ran; its sources may be without a version. */
final class CountedRuns extends EngineAround {
    private final boolean versions;
    final List<String> ran = new ArrayList<>();

    CountedRuns(Engine engine, boolean versions) {
        super(engine);
        this.versions = versions;
    }

    @Override
    public Optional<String> version(DataSource source) {
        return versions ? super.version(source) : Optional.empty();
    }

    @Override
    public Table run(SqlStatement statement, Deadline deadline) {
        ran.add(statement.text());
        return super.run(statement, deadline);
    }
}

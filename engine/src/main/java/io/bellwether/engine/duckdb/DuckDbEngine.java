package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.sql.dialect.DuckDb;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.KeyCheck;
import io.bellwether.engine.RowFiles;
import io.bellwether.engine.SourceSchema;
import io.bellwether.engine.Table;
import io.bellwether.engine.file.FileKind;
import io.bellwether.engine.file.FileSet;
import io.bellwether.engine.file.JsonFiles;
import io.bellwether.engine.file.SourceFolders;
import io.bellwether.engine.file.TextFiles;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** DuckDB inside this process, over files. Nothing starts before the first question that the schema cache cannot answer. */
public final class DuckDbEngine implements Engine {
    /** Looking at a source happens outside any request that would set a limit. */
    private static final Duration LOOK = Duration.ofMinutes(2);

    private final Dialect dialect = new DuckDb();
    private final SourceFolders folders;
    private final SchemaCache cache;
    private final Scratch scratch = new Scratch();
    private final Session session;
    private final Runner runner;
    private final Shapes shapes;
    private final Mounts mounts;
    private final BadValues badValues;
    private final RowFiles rowFiles;
    private final Relations relations = new Relations();

    public DuckDbEngine(EngineSettings settings) {
        this.folders = new SourceFolders(settings.workspace(), settings.allowed());
        this.cache = new SchemaCache(settings.schemaCache());
        this.session = new Session(settings, folders.folders(), scratch);
        this.runner = new Runner(session);
        this.rowFiles = new ParquetWriting(runner, new Feeds(runner));
        TextFiles texts = new TextFiles(scratch::folder);
        this.shapes = new Shapes(
                cache,
                Map.of(
                        FileKind.CSV, new CsvReading(runner, texts),
                        FileKind.JSON, new JsonReading(runner, new JsonFiles(scratch::folder, texts)),
                        FileKind.PARQUET, new ParquetReading(runner),
                        FileKind.EXCEL, new ExcelReading(runner)));
        this.mounts = new Mounts(shapes);
        this.badValues = new BadValues(runner, mounts, shapes);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public SourceSchema describe(DataSource source) {
        return shapes.of(files(source), Deadline.in(LOOK)).schema();
    }

    @Override
    public String relation(DataSource source) {
        return relations.name(source);
    }

    @Override
    public void mount(DataSource source, Set<String> columns, Deadline deadline) {
        mounts.mount(files(source), relation(source), columns, deadline);
    }

    @Override
    public void expect(DataSource source, Set<String> columns) {
        mounts.expect(relation(source), columns);
    }

    @Override
    public Optional<String> version(DataSource source) {
        return Optional.of(files(source).fingerprint());
    }

    @Override
    public Table run(SqlStatement statement, Deadline deadline) {
        try {
            return runner.query(statement.text(), deadline, Rows::read);
        } catch (SQLException e) {
            throw badValues.named(Failures.ofStatement(e, deadline), statement.text());
        }
    }

    @Override
    public KeyCheck keyCheck(DataSource source, List<String> columns, Deadline deadline) {
        FileSet files = files(source);
        Optional<KeyCheck> known = cache.key(files, columns);
        if (known.isPresent()) {
            return known.get();
        }
        mounts.mount(files, relation(source), new HashSet<>(columns), deadline);
        try {
            KeyCheck check = runner.query(KeyQuery.text(relation(source), columns), deadline, KeyQuery::read);
            cache.put(files, columns, check);
            return check;
        } catch (SQLException e) {
            throw Failures.ofStatement(e, deadline);
        }
    }

    /** Writes files inside of the folders that sources may lie in. */
    public RowFiles rowFiles() {
        return rowFiles;
    }

    /** Whether the database runs already: for those who promise not to start it. */
    public boolean isStarted() {
        return session.isStarted();
    }

    private FileSet files(DataSource source) {
        return switch (source) {
            case DataSource.Files files -> folders.resolve(files);
            case DataSource.Typed typed -> folders.resolve(typed.file());
            case DataSource.Table table -> throw new IllegalArgumentException("not a file: " + table.name());
            case DataSource.Query query -> throw new IllegalArgumentException("not a file: " + query.sql());
        };
    }

    @Override
    public void close() {
        runner.close();
        session.close();
        scratch.close();
    }
}

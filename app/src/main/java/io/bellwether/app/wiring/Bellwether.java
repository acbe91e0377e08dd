package io.bellwether.app.wiring;

import io.bellwether.app.explain.Explanations;
import io.bellwether.app.init.FirstWorkspace;
import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Queries;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.app.workspace.WatchedWorkspace;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.sql.dialect.DuckDb;
import io.bellwether.engine.Engine;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.duckdb.DuckDbEngine;

/** The use cases over one workspace's folder, and the engine that they share. */
public final class Bellwether implements AutoCloseable {
    private final WorkspaceFolder folder;
    private final Engine engine;
    private final WorkspaceLoader loader;
    private final Answering answering;
    private final Queries queries;
    private final Scorecards scorecards;

    private Bellwether(WorkspaceFolder folder, Engine engine) {
        this.folder = folder;
        this.engine = engine;
        this.loader = new WorkspaceLoader(folder, engine);
        this.answering = new Answering(engine, new DuckDb());
        this.queries = new Queries(answering);
        this.scorecards = new Scorecards(answering);
    }

    /** Nothing is read and no engine started before a use case needs it. */
    public static Bellwether open(WorkspaceFolder folder) {
        return new Bellwether(folder, new DuckDbEngine(EngineSettings.of(folder.root(), folder.allowed())));
    }

    public WorkspaceFolder folder() {
        return folder;
    }

    public WorkspaceLoader loader() {
        return loader;
    }

    /** Loads the workspace, to be watched from now on. */
    public WatchedWorkspace watched() {
        return new WatchedWorkspace(folder, loader);
    }

    public Answering answering() {
        return answering;
    }

    public Queries queries() {
        return queries;
    }

    public Scorecards scorecards() {
        return scorecards;
    }

    public Explanations explanations() {
        return new Explanations(answering, scorecards);
    }

    public FirstWorkspace firstWorkspace() {
        return new FirstWorkspace(engine, loader, answering);
    }

    @Override
    public void close() {
        engine.close();
    }
}

package io.bellwether.app.wiring;

import io.bellwether.app.explain.Explanations;
import io.bellwether.app.extract.Extracts;
import io.bellwether.app.init.FirstWorkspace;
import io.bellwether.app.query.AnswerCache;
import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Queries;
import io.bellwether.app.rollup.Rollups;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.app.workspace.WatchedWorkspace;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.SourceChange;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.Engines;
import io.bellwether.engine.duckdb.DuckDbEngine;
import java.time.Period;
import java.util.List;
import java.util.Map;

/** The use cases over one workspace's folder, and the engines that they share. */
public final class Bellwether implements AutoCloseable {
    /** Some tens of megabytes of numbers and short texts. */
    private static final long CACHED_CELLS = 500_000;

    private final WorkspaceFolder folder;
    private final DuckDbEngine embedded;
    private final Extracts extracts;
    private final Rollups rollups;
    private final Engines engines;
    private final WorkspaceLoader loader;
    private final Answering answering;
    private final Queries queries;
    private final Scorecards scorecards;

    private Bellwether(WorkspaceFolder folder, DuckDbEngine embedded, Map<String, String> environment) {
        this.folder = folder;
        this.embedded = embedded;
        this.engines = new ConnectedEngines(embedded, folder.root(), environment);
        this.loader = new WorkspaceLoader(folder, engines);
        this.extracts = new Extracts(embedded, folder.root());
        this.rollups = new Rollups(embedded, folder.root());
        this.answering = new Answering(engines, new AnswerCache(CACHED_CELLS), this::faster);
        this.queries = new Queries(answering);
        this.scorecards = new Scorecards(answering);
    }

    /** Nothing is read and no engine started before a use case needs it. */
    public static Bellwether open(WorkspaceFolder folder) {
        return open(folder, System.getenv());
    }

    /** With another ceiling for the embedded engine's memory than half of the machine. */
    public static Bellwether open(WorkspaceFolder folder, long memoryBytes) {
        return open(folder, settings(folder).within(memoryBytes), System.getenv());
    }

    /** With other variables than those of the process, which connections may name. */
    public static Bellwether open(WorkspaceFolder folder, Map<String, String> environment) {
        return open(folder, settings(folder), environment);
    }

    private static EngineSettings settings(WorkspaceFolder folder) {
        return EngineSettings.of(folder.root(), folder.allowed());
    }

    private static Bellwether open(WorkspaceFolder folder, EngineSettings settings, Map<String, String> environment) {
        return new Bellwether(folder, new DuckDbEngine(settings), environment);
    }

    /** The same, for a folder that is not ours: nothing is left in it. */
    public static Bellwether visit(WorkspaceFolder folder) {
        EngineSettings usual = EngineSettings.of(folder.root(), folder.allowed());
        EngineSettings traceless =
                new EngineSettings(usual.workspace(), usual.allowed(), null, usual.memoryBytes(), usual.threads());
        return new Bellwether(folder, new DuckDbEngine(traceless), System.getenv());
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

    /** Extracts in the place of sources, and rollups of what is read then. */
    private Plan faster(Catalog catalog, Plan plan) {
        Catalog seen = extracts.in(catalog);
        return rollups.of(seen, seen == catalog ? plan : SourceChange.of(plan, seen));
    }

    public Extracts extracts() {
        return extracts;
    }

    /**
     * Makes a dataset's extract, or brings it up to date.
     *
     * @param overlap how long before the last known row rows may still have changed
     * @param full whether to read everything again
     */
    public Extracts.Refreshed refresh(
            Dataset dataset, Catalog catalog, Period overlap, boolean full, Deadline deadline) {
        return extracts.refresh(dataset, catalog, answering, embedded.rowFiles(), overlap, full, deadline);
    }

    /** Makes the rollups that are missing for the data as it is now. */
    public List<Rollups.Built> buildRollups(Catalog catalog, Deadline deadline) {
        return rollups.build(extracts.in(catalog), answering, embedded.rowFiles(), deadline);
    }

    public FirstWorkspace firstWorkspace() {
        return new FirstWorkspace(embedded, loader, answering);
    }

    @Override
    public void close() {
        engines.close();
    }
}

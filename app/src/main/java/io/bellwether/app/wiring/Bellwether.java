package io.bellwether.app.wiring;

import io.bellwether.app.advice.AdviceBoard;
import io.bellwether.app.advice.Advices;
import io.bellwether.app.advice.Memory;
import io.bellwether.app.alert.Links;
import io.bellwether.app.edit.DefinitionEdits;
import io.bellwether.app.explain.Explanations;
import io.bellwether.app.extract.Extracts;
import io.bellwether.app.health.HealthRuns;
import io.bellwether.app.init.FirstWorkspace;
import io.bellwether.app.manual.ValueFiles;
import io.bellwether.app.manual.Values;
import io.bellwether.app.people.CheckIns;
import io.bellwether.app.people.People;
import io.bellwether.app.promise.Dossiers;
import io.bellwether.app.promise.GitAuthors;
import io.bellwether.app.promise.Goalposts;
import io.bellwether.app.promise.PromiseHistory;
import io.bellwether.app.promise.Promised;
import io.bellwether.app.query.AnswerCache;
import io.bellwether.app.query.Answering;
import io.bellwether.app.query.OneEngine;
import io.bellwether.app.query.Queries;
import io.bellwether.app.query.Reads;
import io.bellwether.app.rollup.Rollups;
import io.bellwether.app.scorecard.Hindsight;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.app.server.AdviceFeature;
import io.bellwether.app.server.AuditFeature;
import io.bellwether.app.server.DataHealthFeature;
import io.bellwether.app.server.Feature;
import io.bellwether.app.server.Footing;
import io.bellwether.app.server.GoalpostsFeature;
import io.bellwether.app.server.OperationFeature;
import io.bellwether.app.server.PeopleFeature;
import io.bellwether.app.server.ReviewFeature;
import io.bellwether.app.server.ValuesFeature;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.Stores;
import io.bellwether.app.upkeep.Upkeep;
import io.bellwether.app.usage.Looks;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.app.workspace.WatchedWorkspace;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Operations;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.SourceChange;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Digest;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.Engines;
import io.bellwether.engine.duckdb.DuckDbEngine;
import io.bellwether.engine.jdbc.Secrets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The use cases over one workspace's folder, and the engines that they share. */
public final class Bellwether implements AutoCloseable {
    /** Some tens of megabytes of numbers and short texts. */
    private static final long CACHED_CELLS = 500_000;

    /** What tells one promise of a KPI from every other. */
    private static final int PRINT_BYTES = 8;

    private static final String STATE = ".bellwether";

    private final WorkspaceFolder folder;
    private final Secrets secrets;
    private final Links links;
    private @Nullable Store store;
    private @Nullable Operation operation;
    private @Nullable PromiseHistory promises;
    private final DuckDbEngine embedded;
    private final Extracts extracts;
    private final Rollups rollups;
    private final Upkeep upkeep;
    private final Engines engines;
    private final WorkspaceLoader loader;
    private final Answering answering;
    private final Queries queries;
    private final Scorecards scorecards;
    private final ValueFiles valueFiles;
    private final Looks looks = new Looks();

    private Bellwether(WorkspaceFolder folder, DuckDbEngine embedded, Map<String, String> environment) {
        this.folder = folder;
        this.secrets = new Secrets(environment, folder.root());
        this.links = new Links(environment.get("BELLWETHER_URL"));
        this.embedded = embedded;
        this.engines = new ConnectedEngines(embedded, folder.root(), environment);
        this.loader = new WorkspaceLoader(folder, engines);
        this.rollups = new Rollups(embedded, folder.root());
        this.valueFiles = new ValueFiles(this::store, embedded.rowFiles(), folder.root());
        Answering plain = new Answering(engines);
        this.extracts = new Extracts(engines, embedded, embedded.rowFiles(), plain, folder.root());
        this.upkeep = new Upkeep(extracts, rollups, plain, embedded.rowFiles());
        this.answering = new Answering(engines, new AnswerCache(CACHED_CELLS), this::faster);
        this.queries = new Queries(answering);
        this.scorecards = new Scorecards(answering, this::inForce, new GoodBefore(this));
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
    public WatchedWorkspace watched(InstantSource clock) {
        return new WatchedWorkspace(folder, loader, clock);
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

    /** What tells whether a scorecard that was made still holds. */
    public Footing footing() {
        return new Standing(catalog -> remembers(catalog) ? store(catalog).stamp() : "none", extracts, engines);
    }

    public Explanations explanations() {
        return new Explanations(answering, scorecards);
    }

    /**
     * Extracts in the place of sources, and rollups of what is read then. Where only some of what a server has is here, all of
     * it is read there: rows never travel to be put together.
     */
    private Plan faster(Catalog catalog, Plan plan) {
        valueFiles.ready(catalog, plan.sources().keySet());
        Catalog seen = extracts.in(catalog);
        Plan changed = seen == catalog ? plan : SourceChange.of(plan, seen);
        // A rollup is of one version of its sources: whether that is the present one is asked of them.
        Reads.note(changed.sources().keySet(), engines);
        return OneEngine.isInFiles(changed) ? rollups.of(seen, changed) : plan;
    }

    public Extracts extracts() {
        return extracts;
    }

    public Upkeep upkeep() {
        return upkeep;
    }

    /** Makes the rollups that are missing for the data as it is now. */
    public List<Rollups.Built> buildRollups(Catalog catalog, Deadline deadline) {
        return rollups.build(extracts.in(catalog), answering, embedded.rowFiles(), deadline);
    }

    /** What the workspace remembers; opened, and made where it is not there, by the first who asks. */
    public synchronized Store store(Catalog catalog) {
        if (store == null) {
            store = opened(catalog.operations().store());
        }
        return store;
    }

    /** What the workspace remembers of its promises. */
    public synchronized PromiseHistory promises(Catalog catalog) {
        Store remembered = store(catalog);
        if (promises == null) {
            promises = new PromiseHistory(remembered, new Hindsight(answering));
        }
        return promises;
    }

    /** The same, where there is a memory already: a look at a workspace does not make one. */
    public Optional<PromiseHistory> pastPromises(Catalog catalog) {
        return remembers(catalog) ? Optional.of(promises(catalog)) : Optional.empty();
    }

    private synchronized boolean remembers(Catalog catalog) {
        return store != null || catalog.operations().store() != null || Stores.isIn(state());
    }

    /** What moves goalposts in the open. */
    public Goalposts goalposts(Catalog catalog) {
        PromiseHistory history = promises(catalog);
        var dossiers = new Dossiers(
                new Hindsight(answering),
                history.closings(),
                kpi -> store(catalog).read(handle -> Looks.kpi(handle, kpi)).map(Bellwether::looked));
        return new Goalposts(new DefinitionEdits(folder, loader), history, dossiers);
    }

    private static String looked(Looks.Seen seen) {
        return "Its page was looked at " + seen.looks() + (seen.looks() == 1 ? " time" : " times")
                + " in the last thirteen months, last on " + seen.last() + ".";
    }

    /** Makes versions for what changed in the files. */
    public void note(Catalog catalog, Instant at) {
        note(catalog, at, Set.of());
    }

    /** The same, where some KPIs stayed away from the files for so long that they count as removed. */
    public void note(Catalog catalog, Instant at, Set<String> removed) {
        promises(catalog).note(catalog, at, new GitAuthors(folder.root()), removed);
    }

    /** Whether a KPI counts as removed by now that was only away before. */
    public boolean isRemovalDue(Catalog catalog, Instant at) {
        return pastPromises(catalog)
                .filter(past -> past.versions().isRemovalDue(at))
                .isPresent();
    }

    /** Whether all of these KPIs were removed by a decision, or long ago. */
    public boolean areRemoved(Catalog catalog, Set<String> kpis) {
        try {
            return pastPromises(catalog)
                    .filter(past -> past.versions().areRemoved(kpis))
                    .isPresent();
        } catch (DiagnosticException storeIsAway) {
            return false;
        }
    }

    /** The catalog as it is judged at an as-of: what has closed by the promise of then. */
    public Catalog inForce(Catalog catalog, AsOf asOf) {
        try {
            return pastPromises(catalog)
                    .map(past -> past.inForce(catalog, asOf))
                    .orElse(catalog);
        } catch (DiagnosticException noMemory) {
            return catalog; // numbers are shown while the store is away; whoever opens it is told why it is
        }
    }

    private Path state() {
        return folder.root().resolve(STATE);
    }

    private Store opened(Operations.@Nullable StoreAddress address) {
        if (address == null) {
            return Stores.inFolder(state());
        }
        var login = new Stores.Login(secrets.fill(address.url()), filled(address.user()), filled(address.password()));
        return Stores.postgres(address.span(), login, secrets::cover);
    }

    private @Nullable String filled(@Nullable String text) {
        return text == null ? null : secrets.fill(text);
    }

    /** What people say and do around the KPIs. */
    public People people(Supplier<Catalog> catalog) {
        return People.over(
                () -> store(catalog.get()),
                scorecards,
                answering,
                (definitions, kpi) -> Digest.of(Promised.of(definitions, kpi).json(), PRINT_BYTES));
    }

    /** What people give for metrics without a formula. */
    public Values values(Supplier<Catalog> catalog) {
        return new Values(() -> store(catalog.get()), valueFiles);
    }

    /** What goes on by itself; nothing does before it is started. The first who asks says by which clock. */
    public synchronized Operation operation(Supplier<Catalog> catalog, InstantSource clock) {
        if (operation == null) {
            operation = new Operation(this, secrets, links, catalog, clock);
        }
        return operation;
    }

    /** What the rules of the field find. */
    public Advices advices() {
        return new Advices(answering, scorecards);
    }

    /** What is remembered of the KPIs, as far as rules need it; nothing is made for the look. */
    public Memory memory(Catalog catalog) {
        return pastPromises(catalog)
                .map(past -> Memory.of(past, store(catalog).read(CheckIns::lastDays), catalog)
                        .looking(store(catalog).read(Looks::metrics)))
                .orElse(Memory.NONE);
    }

    /** What is looked at, until it is written down. */
    public Looks looks() {
        return looks;
    }

    /** Looks at all data, kept. */
    public HealthRuns healthRuns(Supplier<Catalog> catalog) {
        return new HealthRuns(answering, () -> store(catalog.get()));
    }

    /** What the server offers beside reading the numbers. */
    public List<Feature> features(Supplier<Snapshot> workspace, Clock clock) {
        Supplier<Catalog> catalog = () -> workspace.get().last();
        Supplier<Store> remembered = () -> store(catalog.get());
        Supplier<Operation> going = () -> operation(catalog, clock);
        People people = people(catalog);
        return List.of(
                new AuditFeature(workspace, remembered),
                new GoalpostsFeature(catalog, this::promises, this::goalposts),
                new PeopleFeature(catalog, people, clock),
                new ReviewFeature(catalog, people, this::goalposts, clock),
                new ValuesFeature(catalog, values(catalog), clock),
                new OperationFeature(
                        workspace,
                        remembered,
                        () -> going.get().alerts(),
                        () -> going.get().jobs()),
                new AdviceFeature(workspace, new AdviceBoard(advices(), engines, this::memory), clock),
                new DataHealthFeature(catalog, healthRuns(catalog)));
    }

    public FirstWorkspace firstWorkspace() {
        return new FirstWorkspace(embedded, loader, answering);
    }

    /** Jobs under way may still want the store, so nothing is locked while they come to their end. */
    @Override
    public void close() {
        Operation running;
        synchronized (this) {
            running = operation;
        }
        if (running != null) {
            running.close();
        }
        synchronized (this) {
            if (store != null) {
                store.close();
            }
        }
        engines.close();
    }
}

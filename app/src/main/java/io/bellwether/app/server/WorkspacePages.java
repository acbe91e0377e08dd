package io.bellwether.app.server;

import io.bellwether.app.page.CatalogText;
import io.bellwether.app.page.CatalogView;
import io.bellwether.app.page.Finished;
import io.bellwether.app.page.HealthView;
import io.bellwether.app.page.KpiText;
import io.bellwether.app.page.KpiView;
import io.bellwether.app.page.NoSuchKpiException;
import io.bellwether.app.page.Pages;
import io.bellwether.app.page.PastText;
import io.bellwether.app.page.QueryText;
import io.bellwether.app.page.QueryView;
import io.bellwether.app.page.Remarked;
import io.bellwether.app.page.ScorecardFilter;
import io.bellwether.app.page.ScorecardText;
import io.bellwether.app.page.ScorecardView;
import io.bellwether.app.people.People;
import io.bellwether.app.people.Work;
import io.bellwether.app.promise.PromiseHistory;
import io.bellwether.app.query.Queries;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.app.scorecard.ScorecardRequest;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.Top;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one workspace, from its use cases. Each call takes one snapshot of the definitions and one as-of; while the
 * files are broken that is the last good snapshot, with the problems of the files beside it.
 */
public final class WorkspacePages implements Pages {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Snapshot> workspace;
    private final Scorecards scorecards;
    private final Queries queries;
    private final Clock clock;
    private final @Nullable People people;
    private final Supplier<Optional<PromiseHistory>> past;
    private final @Nullable FinishedScorecards finished;

    /** Without what people say. */
    public WorkspacePages(Supplier<Snapshot> workspace, Scorecards scorecards, Queries queries, Clock clock) {
        this(workspace, scorecards, queries, clock, null);
    }

    /**
     * @param clock read once for each request that names no as-of
     * @param people what people say around the numbers, or null for nobody
     */
    public WorkspacePages(
            Supplier<Snapshot> workspace,
            Scorecards scorecards,
            Queries queries,
            Clock clock,
            @Nullable People people) {
        this(workspace, scorecards, queries, clock, people, Optional::empty, null);
    }

    private WorkspacePages(
            Supplier<Snapshot> workspace,
            Scorecards scorecards,
            Queries queries,
            Clock clock,
            @Nullable People people,
            Supplier<Optional<PromiseHistory>> past,
            @Nullable FinishedScorecards finished) {
        this.finished = finished;
        this.people = people;
        this.past = past;
        this.workspace = workspace;
        this.scorecards = scorecards;
        this.queries = queries;
        this.clock = clock;
    }

    /** The same with what was promised and reported before. */
    public WorkspacePages remembering(Supplier<Optional<PromiseHistory>> history) {
        return new WorkspacePages(workspace, scorecards, queries, clock, people, history, finished);
    }

    /** The same, where a finished scorecard is given again while nothing has changed that it stands on. */
    public WorkspacePages keeping(Footing footing) {
        var kept = new FinishedScorecards(footing);
        return new WorkspacePages(workspace, scorecards, queries, clock, people, past, kept);
    }

    @Override
    public ScorecardView scorecard(@Nullable String asOf, ScorecardFilter filter, @Nullable String reader) {
        Snapshot snapshot = workspace.get();
        return scorecard(snapshot, new FinishedScorecards.Key(asOf(asOf, snapshot.last()), filter, reader));
    }

    @Override
    public Finished scorecard(
            @Nullable String asOf, ScorecardFilter filter, @Nullable String reader, Function<Object, byte[]> writer) {
        Snapshot snapshot = workspace.get();
        var key = new FinishedScorecards.Key(asOf(asOf, snapshot.last()), filter, reader);
        Supplier<Finished> work = () -> new Finished(writer.apply(scorecard(snapshot, key)));
        return finished == null ? work.get() : finished.answer(key, snapshot, work);
    }

    private ScorecardView scorecard(Snapshot snapshot, FinishedScorecards.Key asked) {
        Catalog catalog = snapshot.last();
        ScorecardFilter filter = asked.filter();
        if (filter.objective() != null && catalog.objective(filter.objective()).isEmpty()) {
            throw Ask.bad(
                    "objective",
                    "is no objective: \"" + Ask.shortened(filter.objective()) + "\"",
                    Nearest.fix(filter.objective(), catalog.objectives().keySet())
                            .orElse(null));
        }
        ScorecardRequest request = ScorecardRequest.all(asked.asOf());
        Scorecard scorecard = scorecards.scorecard(catalog, request, Deadline.in(PATIENCE));
        var looking = new ScorecardText.Looking(asked.reader(), work(asked.reader()));
        ScorecardView view = ScorecardText.view(catalog, scorecard, looking, filter, snapshot.problems());
        return beside(
                view,
                history -> PastText.restated(
                        view, catalog, history.closings().book().latest(scorecard.asOf())));
    }

    @Override
    public KpiView kpi(String name, @Nullable String asOf) {
        Snapshot snapshot = workspace.get();
        Catalog catalog = snapshot.last();
        if (catalog.kpi(name).isEmpty()) {
            throw new NoSuchKpiException(
                    Ask.shortened(name),
                    Nearest.fix(name, catalog.kpis().keySet()).orElse(null));
        }
        ScorecardRequest request = ScorecardRequest.one(asOf(asOf, catalog), name);
        Scorecard scorecard = scorecards.scorecard(catalog, request, Deadline.in(PATIENCE));
        Catalog said = remarked(catalog, name);
        Catalog marked =
                beside(said, history -> PastText.marked(said, history.versions().of(name)));
        KpiView view = KpiText.view(marked, scorecard, scorecard.kpi(name).orElseThrow(), snapshot.problems());
        return beside(
                view,
                history -> PastText.restated(
                        view, catalog, history.closings().book().latest(name, scorecard.asOf())));
    }

    /** With what was promised and reported before, if anything is remembered and the store answers. */
    private <T> T beside(T now, Function<PromiseHistory, T> then) {
        try {
            return past.get().map(then).orElse(now);
        } catch (DiagnosticException storeIsAway) {
            return now;
        }
    }

    /** The numbers are shown whatever becomes of the store; what is wrong with it is said where somebody wants to write. */
    private Work work(@Nullable String reader) {
        try {
            return people == null ? Work.NONE : people.work(reader);
        } catch (DiagnosticException storeFailed) {
            return Work.NONE;
        }
    }

    /** With the events and notes that were typed in for a KPI. */
    private Catalog remarked(Catalog catalog, String name) {
        Kpi kpi = catalog.kpi(name).orElseThrow();
        try {
            return people == null ? catalog : Remarked.catalog(catalog, kpi, people.remarks());
        } catch (DiagnosticException storeFailed) {
            return catalog;
        }
    }

    @Override
    public QueryView query(QuestionText question, @Nullable String saved, @Nullable Top top, @Nullable String asOf) {
        Catalog catalog = workspace.get().last();
        QuestionText whole = saved == null ? question : question.over(Queries.saved(catalog, saved));
        return QueryText.view(queries.answer(catalog, whole, top, asOf(asOf, catalog), Deadline.in(PATIENCE)));
    }

    @Override
    public QueryView question(String json, @Nullable String asOf) {
        Catalog catalog = workspace.get().last();
        var file = new SourceFile("question", json);
        return QueryText.view(queries.answer(catalog, file, asOf(asOf, catalog), Deadline.in(PATIENCE)));
    }

    @Override
    public CatalogView catalog() {
        Snapshot snapshot = workspace.get();
        return CatalogText.view(snapshot.last(), snapshot.problems());
    }

    @Override
    public HealthView health() {
        Snapshot snapshot = workspace.get();
        int errors =
                (int) snapshot.problems().stream().filter(Diagnostic::isError).count();
        HealthView.Status status = snapshot.catalog() == null
                ? HealthView.Status.BROKEN
                : snapshot.current() ? HealthView.Status.OK : HealthView.Status.STALE;
        return new HealthView(status, snapshot.version(), errors);
    }

    /** Here, and nowhere below, the clock is read. */
    private AsOf asOf(@Nullable String text, Catalog catalog) {
        return Ask.asOf(text, catalog.workspace().calendar(), clock);
    }
}

package io.bellwether.app.server;

import io.bellwether.app.page.GoalpostsText;
import io.bellwether.app.page.GoalpostsView;
import io.bellwether.app.page.GoalpostsView.DecidedView;
import io.bellwether.app.page.GoalpostsView.PlanView;
import io.bellwether.app.page.NoSuchKpiException;
import io.bellwether.app.promise.GoalpostProblems;
import io.bellwether.app.promise.Goalposts;
import io.bellwether.app.promise.Goalposts.Wish;
import io.bellwether.app.promise.PromiseHistory;
import io.bellwether.app.promise.Version;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What KPIs promised, and the moving of goalposts in the open. */
public final class GoalpostsFeature implements Feature {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SHOWN = 60;

    private final Supplier<Catalog> catalog;
    private final Function<Catalog, PromiseHistory> history;
    private final Function<Catalog, Goalposts> goalposts;

    public GoalpostsFeature(
            Supplier<Catalog> catalog,
            Function<Catalog, PromiseHistory> history,
            Function<Catalog, Goalposts> goalposts) {
        this.catalog = catalog;
        this.history = history;
        this.goalposts = goalposts;
    }

    /**
     * What somebody wants of a KPI.
     *
     * @param action {@code retarget}, {@code promote}, {@code demote}, {@code remove} or {@code retire}
     * @param metric of a KPI that is not there yet
     * @param to keys of the target, such as {@code reach: 80}
     * @param by a day or a period
     */
    record WishBody(
            String action,
            String kpi,
            @Nullable String metric,
            @Nullable String to,
            @Nullable String by,
            @Nullable String objective,
            @Nullable String owner,
            @Nullable String cadence) {}

    /** @param shown the print of the plan that was looked at */
    record DecisionBody(WishBody wish, String reason, String shown) {}

    record ReasonBody(String reason) {}

    @Override
    public Routes routes() {
        return new Routes(List.of(page()), List.of(plan(), decide(), explain()));
    }

    private Endpoint page() {
        return new Endpoint(
                "/api/kpis/{name}/goalposts",
                "goalposts",
                "What a KPI promised, who moved it and why, and how its periods ended, as reported and now.",
                List.of(),
                GoalpostsView.class,
                false,
                ask -> view(ask.variable("name")));
    }

    private GoalpostsView view(String name) {
        Catalog now = catalog.get();
        PromiseHistory past = history.apply(now);
        List<Version> versions = past.versions().of(name);
        if (versions.isEmpty() && now.kpi(name).isEmpty()) {
            throw new NoSuchKpiException(
                    Ask.shortened(name), Nearest.fix(name, now.kpis().keySet()).orElse(null));
        }
        return GoalpostsText.view(
                name,
                now,
                versions,
                past.closings().book().of(name, SHOWN),
                past.decisions().of(name));
    }

    private Command<WishBody> plan() {
        return Command.of(
                "/api/goalposts/plan",
                "plan_goalposts",
                "What a change of a promise would do, with its evidence; nothing is written.",
                WishBody.class,
                PlanView.class,
                told -> GoalpostsText.plan(plan(told, told.body())));
    }

    private Command<DecisionBody> decide() {
        return Command.of(
                "/api/goalposts/decide",
                "decide_goalposts",
                "Keeps a decision with its reason and evidence, and writes it into the KPI's file.",
                DecisionBody.class,
                DecidedView.class,
                this::decided);
    }

    private DecidedView decided(Told<DecisionBody> told) {
        Goalposts.Plan plan = plan(told, told.body().wish());
        if (!plan.print().equals(told.body().shown())) {
            throw GoalpostProblems.otherEvidence();
        }
        goalposts.apply(told.catalog()).decide(plan, told.body().reason(), told.by(), told.at());
        return new DecidedView(plan.wish().kpi(), plan.change());
    }

    private Command<ReasonBody> explain() {
        return Command.of(
                "/api/kpis/{name}/goalposts/reason",
                "explain_goalposts",
                "Says why the last change of a promise was made, where nobody said so.",
                ReasonBody.class,
                DecidedView.class,
                this::explained);
    }

    private DecidedView explained(Told<ReasonBody> told) {
        String kpi = told.variable("name");
        String reason = told.body().reason().strip();
        boolean done = !reason.isEmpty()
                && history.apply(told.catalog())
                        .versions()
                        .explain(kpi, told.at(), told.by().email(), reason);
        if (!done) {
            throw GoalpostProblems.notExplained(kpi, reason.isEmpty());
        }
        return new DecidedView(kpi, "why it was changed");
    }

    private Goalposts.Plan plan(Told<?> told, WishBody body) {
        AsOf now = AsOf.instant(told.at(), told.catalog().workspace().calendar());
        return goalposts.apply(told.catalog()).plan(wish(body), now, Deadline.in(PATIENCE));
    }

    private static Wish wish(WishBody body) {
        return switch (body.action()) {
            case "retarget" -> new Wish.Retarget(body.kpi(), given(body.to()), given(body.by()));
            case "demote" -> new Wish.Demote(body.kpi(), false);
            case "remove" -> new Wish.Demote(body.kpi(), true);
            case "retire" -> new Wish.Retire(body.kpi());
            case "promote" -> promote(body);
            default ->
                throw new RequestProblem(Problems.badBody(
                        "\"action\" is \"" + Ask.shortened(body.action()) + "\"",
                        "one of retarget, promote, demote, remove, retire"));
        };
    }

    private static Wish promote(WishBody body) {
        Map<String, String> keys = new LinkedHashMap<>();
        put(keys, "objective", body.objective());
        put(keys, "owner", body.owner());
        put(keys, "cadence", body.cadence());
        String metric = body.metric() == null ? body.kpi() : body.metric();
        return new Wish.Promote(body.kpi(), metric, given(body.to()), given(body.by()), keys);
    }

    private static void put(Map<String, String> keys, String key, @Nullable String value) {
        String given = given(value);
        if (given != null) {
            keys.put(key, given);
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

package io.bellwether.app.page;

import io.bellwether.app.page.GoalpostsView.ClosingView;
import io.bellwether.app.page.GoalpostsView.DecisionView;
import io.bellwether.app.page.GoalpostsView.PlanView;
import io.bellwether.app.page.GoalpostsView.VersionView;
import io.bellwether.app.promise.Closing;
import io.bellwether.app.promise.ClosingWords;
import io.bellwether.app.promise.Decision;
import io.bellwether.app.promise.Dossier;
import io.bellwether.app.promise.Goalposts;
import io.bellwether.app.promise.PromiseWords;
import io.bellwether.app.promise.Promised;
import io.bellwether.app.promise.Version;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of what a KPI promised. */
public final class GoalpostsText {
    private final Catalog catalog;
    private final List<Version> versions;

    private GoalpostsText(Catalog catalog, List<Version> versions) {
        this.catalog = catalog;
        this.versions = versions;
    }

    /**
     * @param kpi one that there is, or that has versions
     * @param versions of it; none where it is so new that nobody has kept its first
     */
    public static GoalpostsView view(
            String kpi, Catalog catalog, List<Version> versions, List<Closing> closings, List<Decision> decisions) {
        return new GoalpostsText(catalog, versions).view(kpi, closings, decisions);
    }

    private GoalpostsView view(String name, List<Closing> closings, List<Decision> decisions) {
        Optional<Kpi> kpi = catalog.kpi(name);
        return new GoalpostsView(
                name,
                kpi.map(Kpi::label).orElse(name),
                "/kpi/" + name,
                kpi.map(there -> words().text(Promised.of(catalog, there))).orElse(""),
                kpi.map(there -> word(there.lifecycle())).orElse("removed"),
                note(closings),
                versions.reversed().stream().map(this::version).toList(),
                closings.stream().map(closing -> closing(closing, closings)).toList(),
                decisions.stream().map(this::decision).toList());
    }

    private String note(List<Closing> closings) {
        long moved = versions.stream().filter(Version::moved).count();
        long restated = closings.stream().filter(Closing::isRestated).count();
        String goalposts = moved == 0
                ? "Nobody has moved the goalposts."
                : moved == 1 ? "The goalposts were moved once." : "The goalposts were moved " + moved + " times.";
        String data = restated == 0
                ? ""
                : restated == 1
                        ? " Data has changed under one period since it was reported."
                        : " Data has changed under " + restated + " periods since they were reported.";
        return goalposts + data;
    }

    private VersionView version(Version version) {
        return new VersionView(
                version.number(),
                version.effective().toString(),
                Dates.day(version.effective()),
                version.author(),
                version.change(),
                version.reason(),
                version.isUnreasoned() ? "Moved inside an open timeframe, and nobody said why." : null);
    }

    private ClosingView closing(Closing closing, List<Closing> all) {
        Optional<Promised> promised = versions.stream()
                .filter(version -> version.number() == closing.version())
                .findFirst()
                .map(Version::promised);
        Unit unit = promised.map(Promised::unit).orElseGet(Unit.None::new);
        Target target = promised.map(Promised::target).orElse(null);
        boolean restated = closing.isRestated();
        Closing.Stand reported = closing.reported();
        Closing.Stand now = closing.now();
        return new ClosingView(
                period(catalog, closing),
                closing.kind() == Closing.Kind.TIMEFRAME,
                ClosingWords.value(closing, reported, now, target, unit),
                StatusView.of(reported.status()),
                promised.map(words()::text).orElse(""),
                restated ? ClosingWords.value(closing, now, reported, target, unit) : null,
                restated ? StatusView.of(now.status()) : null,
                restated ? found(closing) : null,
                closing.goodBefore(all)
                        .map(good -> "last good " + NumberText.tile(good.now().value(), unit) + " ("
                                + period(catalog, good) + ")")
                        .orElse(null),
                closing.version());
    }

    private String found(Closing closing) {
        String when = "found on " + Dates.day(day(closing.now().recordedAt()));
        return closing.isEarly(catalog.workspace().calendar().zone()) ? when + "; stored before it was over" : when;
    }

    private DecisionView decision(Decision decision) {
        String dossier = decision.dossier();
        return new DecisionView(
                decision.id(),
                Dates.day(day(decision.recordedAt())),
                decision.person(),
                decision.action(),
                decision.change(),
                decision.reason(),
                decision.withdrawn(),
                dossier == null ? null : Dossier.read(dossier));
    }

    /** What a wish would do. */
    public static PlanView plan(Goalposts.Plan plan) {
        return new PlanView(
                plan.change(),
                plan.dossier(),
                plan.edited().before().path(),
                lines(plan.edited().before().text(), plan.edited().after()),
                plan.print());
    }

    /** What lies between the lines that both begin with and those that both end with. */
    private static List<String> lines(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> fresh = after.lines().toList();
        int from = 0;
        while (from < Math.min(old.size(), fresh.size()) && old.get(from).equals(fresh.get(from))) {
            from++;
        }
        int same = 0;
        while (same < Math.min(old.size(), fresh.size()) - from
                && old.get(old.size() - 1 - same).equals(fresh.get(fresh.size() - 1 - same))) {
            same++;
        }
        List<String> lines = new ArrayList<>();
        old.subList(from, old.size() - same).forEach(line -> lines.add("- " + line));
        fresh.subList(from, fresh.size() - same).forEach(line -> lines.add("+ " + line));
        return lines;
    }

    /** {@code Oct 2026}. */
    static String period(Catalog catalog, Closing closing) {
        return catalog.workspace().calendar().text(new Period(closing.label(), closing.starts(), closing.ends()));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, catalog.workspace().calendar().zone());
    }

    private PromiseWords words() {
        return new PromiseWords(catalog.workspace().calendar());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

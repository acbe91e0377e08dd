package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Objective;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.lint.Finding.Kind;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Three to seven are what people keep in view: in an objective, in a team, at the top. */
final class KpiCount implements Rule {
    private static final int FEWEST = 3;
    private static final int MOST = 7;

    @Override
    public List<Finding> check(Ground ground) {
        List<Finding> found = new ArrayList<>();
        Map<String, List<Kpi>> byObjective = ground.byObjective();
        Map<String, Integer> below = below(ground, byObjective);
        Set<String> drafts = drafts(ground);
        byObjective.forEach((name, kpis) -> {
            Objective objective = ground.catalog().objective(name).orElseThrow();
            Group group = new Group(
                    Kind.OBJECTIVE, name, "the objective \"" + name + "\"", objective.owner(), objective.span());
            // One whose KPIs are all drafts still is not in use.
            boolean coming = kpis.isEmpty() && drafts.contains(name);
            group.check(kpis, coming ? FEWEST : Objects.requireNonNull(below.get(name)), found);
        });
        teams(ground, found);
        top(ground, byObjective, found);
        return found;
    }

    /** How many each objective has with all that are under it. The catalog has no cycle of objectives. */
    private static Map<String, Integer> below(Ground ground, Map<String, List<Kpi>> byObjective) {
        Map<String, Integer> counts = new HashMap<>();
        byObjective.forEach((name, kpis) -> {
            Set<String> seen = new HashSet<>();
            for (String up = name; up != null && seen.add(up); up = parent(ground, up)) {
                counts.merge(up, kpis.size(), Integer::sum);
            }
        });
        return counts;
    }

    private static Set<String> drafts(Ground ground) {
        return ground.catalog().kpis().values().stream()
                .filter(kpi -> kpi.lifecycle() == Kpi.Lifecycle.DRAFT && kpi.objective() != null)
                .map(Kpi::objective)
                .collect(Collectors.toSet());
    }

    private static @Nullable String parent(Ground ground, String objective) {
        return ground.catalog().objective(objective).map(Objective::parent).orElse(null);
    }

    /** A team has the KPIs of its people; one without any is not about KPIs. */
    private static void teams(Ground ground, List<Finding> found) {
        Map<String, List<Kpi>> teams = new LinkedHashMap<>();
        Map<String, Person> first = new HashMap<>();
        for (Kpi kpi : ground.active()) {
            Person person = kpi.owner() == null
                    ? null
                    : ground.catalog().operations().person(kpi.owner()).orElse(null);
            if (person != null && person.team() != null) {
                teams.computeIfAbsent(person.team(), t -> new ArrayList<>()).add(kpi);
                first.putIfAbsent(person.team(), person);
            }
        }
        teams.forEach((team, kpis) -> {
            Person person = Objects.requireNonNull(first.get(team));
            Group group = new Group(Kind.TEAM, team, "the team \"" + team + "\"", person.email(), person.span());
            group.check(kpis, kpis.size(), found);
        });
    }

    /** KPIs of objectives that are under no other, where these are several; else the one objective says it already. */
    private static void top(Ground ground, Map<String, List<Kpi>> byObjective, List<Finding> found) {
        List<List<Kpi>> tops = ground.catalog().objectives().values().stream()
                .filter(objective -> objective.parent() == null)
                .map(objective -> Objects.requireNonNull(byObjective.get(objective.name())))
                .filter(kpis -> !kpis.isEmpty())
                .toList();
        if (tops.size() > 1) {
            List<Kpi> kpis = tops.stream().flatMap(List::stream).toList();
            String name = ground.catalog().workspace().name();
            Group group = new Group(
                    Kind.WORKSPACE,
                    name,
                    "the workspace's top level",
                    null,
                    kpis.getFirst().span());
            group.check(kpis, FEWEST, found);
        }
    }

    private record Group(
            Kind kind, String name, String words, @Nullable String owner, Span span) {
        /** @param all what counts against too few */
        void check(List<Kpi> kpis, int all, List<Finding> found) {
            if (kpis.size() > MOST) {
                found.add(tooMany(kpis));
            } else if (all < FEWEST) {
                found.add(tooFew(all));
            }
        }

        private Finding tooFew(int all) {
            String has = all == 0 ? "no active KPI" : all == 1 ? "one active KPI" : "two active KPIs";
            String message = words + " has " + has + "; three to seven are what people keep in view";
            String fix = kind == Kind.OBJECTIVE
                    ? "promote a metric that tells whether it comes true, or put it under another with parent:"
                    : "promote a metric that tells how it does";
            return finding(span, message, fix, null);
        }

        private Finding tooMany(List<Kpi> kpis) {
            Kpi eighth = kpis.get(MOST);
            Kpi weakest = Weakest.of(kpis);
            String more = kpis.size() == MOST + 1 ? "" : " of " + kpis.size();
            String message = "\"" + eighth.name() + "\" is the eighth" + more + " active KPI"
                    + (more.isEmpty() ? "" : "s") + " of " + words
                    + ": which one gives way? The weakest is \"" + weakest.name() + "\" (" + weakest.span() + "), with "
                    + Weakest.reason(weakest, kpis);
            String fix = "write lifecycle: draft on \"" + weakest.name() + "\", or move some to an objective below";
            return finding(eighth.span(), message, fix, "lifecycle: draft");
        }

        private Finding finding(Span place, String message, String fix, @Nullable String yaml) {
            return new Finding(RuleCode.K107.at(place, message, fix), new Finding.Subject(kind, name), owner, yaml);
        }
    }
}

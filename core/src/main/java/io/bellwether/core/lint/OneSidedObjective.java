package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Objective;
import java.util.ArrayList;
import java.util.List;

/** Results alone come too late; inputs alone say how busy we are. */
final class OneSidedObjective implements Rule {
    @Override
    public List<Finding> check(Ground ground) {
        List<Finding> found = new ArrayList<>();
        ground.byObjective().forEach((name, kpis) -> {
            Objective objective = ground.catalog().objective(name).orElseThrow();
            if (kpis.size() > 1 && kpis.stream().allMatch(k -> "lagging".equals(k.role()))) {
                found.add(finding(objective, kpis, "lagging", "role: leading", "nothing in it warns in time"));
            }
            if (kpis.size() > 1 && kpis.stream().allMatch(k -> "input".equals(k.kind()))) {
                found.add(finding(objective, kpis, "input", "kind: output", "nothing in it shows whether they help"));
            }
        });
        return found;
    }

    private static Finding finding(Objective objective, List<Kpi> kpis, String word, String other, String why) {
        String message = Ground.all(kpis) + " of the objective \"" + objective.name() + "\" are " + word + ": " + why;
        var subject = new Finding.Subject(Finding.Kind.OBJECTIVE, objective.name());
        String fix = "add a KPI with " + other;
        return new Finding(RuleCode.K111.at(objective.span(), message, fix), subject, objective.owner(), other);
    }
}

package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Objective;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Somebody must have said what matters most. */
final class EqualWeights implements Rule {
    @Override
    public List<Finding> check(Ground ground) {
        List<Finding> found = new ArrayList<>();
        ground.byObjective().forEach((name, kpis) -> {
            if (kpis.size() > 1 && areEqual(kpis)) {
                found.add(finding(ground.catalog().objective(name).orElseThrow(), kpis));
            }
        });
        return found;
    }

    private static boolean areEqual(List<Kpi> kpis) {
        BigDecimal first = kpis.getFirst().weight();
        return kpis.stream().allMatch(kpi -> kpi.weight().compareTo(first) == 0);
    }

    private static Finding finding(Objective objective, List<Kpi> kpis) {
        BigDecimal weight = kpis.getFirst().weight();
        String message = Ground.all(kpis) + " of the objective \"" + objective.name() + "\" weigh "
                + weight.toPlainString() + ": nobody has said what matters most";
        String yaml = "weight: " + weight.multiply(BigDecimal.TWO).toPlainString();
        var subject = new Finding.Subject(Finding.Kind.OBJECTIVE, objective.name());
        String fix = "write " + yaml + " on the one that matters most";
        return new Finding(RuleCode.K112.at(objective.span(), message, fix), subject, objective.owner(), yaml);
    }
}

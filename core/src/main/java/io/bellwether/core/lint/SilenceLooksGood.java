package io.bellwether.core.lint;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import java.util.List;
import java.util.Optional;

/** Of a count or a sum that should be small, a feed that stops looks like success. */
final class SilenceLooksGood implements Rule {
    private static final String YAML = "expected_every: 1 day";

    @Override
    public List<Finding> check(Ground ground) {
        return ground.each(
                kpi -> silent(ground, kpi).map(dataset -> finding(kpi, dataset)).orElse(null));
    }

    /** The rows that a KPI had better hear from. */
    static Optional<Dataset> silent(Ground ground, Kpi kpi) {
        boolean fewer = kpi.direction() == Direction.DOWN || kpi.target() instanceof Target.AtMost;
        boolean watched = ground.metric(kpi).about().watch().expectedEvery() != null;
        if (!fewer || watched || !ground.catalog().isAdditive(kpi.metric())) {
            return Optional.empty();
        }
        return ground.formulas().datasets(kpi.metric()).stream()
                .flatMap(name -> ground.catalog().dataset(name).stream())
                .filter(SilenceLooksGood::isSilent)
                .findFirst();
    }

    private static boolean isSilent(Dataset dataset) {
        return dataset.time() != null
                && dataset.expectedEvery() == null
                && dataset.holding().covers() == null
                && !(dataset.source() instanceof DataSource.Typed);
    }

    private static Finding finding(Kpi kpi, Dataset dataset) {
        String message = "fewer rows of \"" + dataset.name() + "\" look better for " + Ground.called(kpi)
                + ", and nothing says how often they come";
        return Ground.of(
                        kpi,
                        RuleCode.K127,
                        dataset.span(),
                        message,
                        "add " + YAML + ", or expected_every: never where silence means that nothing happened",
                        YAML)
                .with(Edit.key(dataset.span(), YAML));
    }
}

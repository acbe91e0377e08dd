package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.lint.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** Data that is late, or breaks what was said of it. */
final class TroubledData {
    private TroubledData() {}

    static List<Finding> check(Catalog catalog, Past past) {
        List<Finding> found = new ArrayList<>();
        past.troubles()
                .forEach((name, trouble) -> catalog.dataset(name).ifPresent(dataset -> {
                    if (trouble.late() != null) {
                        String message = "the data of \"" + name + "\" is late: " + trouble.late();
                        found.add(finding(
                                dataset,
                                RuleCode.K123,
                                message,
                                "see why the feed stopped, or correct expected_every"));
                    }
                    for (String failure : trouble.failures()) {
                        found.add(finding(
                                dataset, RuleCode.K124, failure, "mend the rows at their source, or correct the test"));
                    }
                }));
        return found;
    }

    private static Finding finding(Dataset dataset, RuleCode code, String message, String fix) {
        var subject = new Finding.Subject(Kind.DATASET, dataset.name());
        return new Finding(code.at(dataset.span(), message, fix), subject, null, null);
    }
}

package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.source.SourceFile;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A question in one of Ossie's two shapes, planned.
 *
 * @param columns those that are asked for, in their order; the plan may bring more, for conditions and orders
 */
public record OssieQuestion(Plan plan, List<String> columns) {
    /**
     * @param json named as the person knows it
     * @param seenBefore the as-of: no row at or after it is seen
     * @throws io.bellwether.core.source.DiagnosticException with what is wrong, and Ossie's name for it
     */
    public static OssieQuestion read(SourceFile json, Catalog catalog, LocalDateTime seenBefore) {
        Asked asked = QuestionReader.read(json);
        return asked.aggregates()
                ? new AggregationQuestion(asked, catalog, seenBefore).plan()
                : new ScalarQuestion(asked, catalog, seenBefore).plan();
    }
}

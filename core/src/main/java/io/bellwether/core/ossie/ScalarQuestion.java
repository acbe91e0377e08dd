package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.plan.Dimension;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.Planner;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.TimeScope;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.OssieCodes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Fields of rows as they are. */
final class ScalarQuestion {
    private final Asked asked;
    private final Catalog catalog;
    private final LocalDateTime seenBefore;
    private final List<Diagnostic> problems = new ArrayList<>();

    ScalarQuestion(Asked asked, Catalog catalog, LocalDateTime seenBefore) {
        this.asked = asked;
        this.catalog = catalog;
        this.seenBefore = seenBefore;
    }

    OssieQuestion plan() {
        Rows rows = new Rows(catalog, problems);
        List<Dimension> fields = rows.fields(asked.fields(), OssieCodes.AGGREGATE_IN_SCALAR_QUERY);
        List<String> columns = fields.stream().map(Dimension::as).toList();
        Expr where = rows.where(asked.where());
        List<Dimension> all = new ArrayList<>(fields);
        for (Asked.Order order : asked.order()) {
            if (all.stream().noneMatch(d -> d.as().equals(order.field().value()))) {
                Excerpt text = Excerpts.of(order.field());
                all.addAll(rows.fields(List.of(text), OssieCodes.AGGREGATE_IN_SCALAR_QUERY));
            }
        }
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
        Question question = new Question(
                List.of(),
                all,
                new TimeScope.Range(null, null),
                List.of(),
                where,
                null,
                Excerpts.order(asked.order(), all),
                asked.limit(),
                false,
                seenBefore,
                seenBefore);
        Plan plan = Planner.rows(catalog, question);
        return new OssieQuestion(plan, columns);
    }
}

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
        List<Question.Order> order =
                Orders.read(asked.order(), columns, fields, text -> column(text, all, rows), problems);
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
                order,
                asked.limit(),
                false,
                seenBefore,
                seenBefore);
        Plan plan = Planner.rows(rows.catalog(), question);
        return new OssieQuestion(plan, columns);
    }

    /** What rows are ordered by is brought along where nobody asked for it. */
    private static String column(Excerpt text, List<Dimension> all, Rows rows) {
        String as = text.text().strip();
        if (all.stream().noneMatch(field -> field.as().equals(as))) {
            all.add(rows.field(new Asked.Column(text, as), OssieCodes.AGGREGATE_IN_SCALAR_QUERY));
        }
        return as;
    }
}

package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.MetricExpressions;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.plan.Dimension;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.plan.Planner;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.TimeScope;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.OssieCodes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures by dimensions; without measures, which values the dimensions have together. */
final class AggregationQuestion {
    private final Asked asked;
    private final Catalog catalog;
    private final LocalDateTime seenBefore;
    private final List<Diagnostic> problems = new ArrayList<>();

    AggregationQuestion(Asked asked, Catalog catalog, LocalDateTime seenBefore) {
        this.asked = asked;
        this.catalog = catalog;
        this.seenBefore = seenBefore;
    }

    OssieQuestion plan() {
        Rows rows = new Rows(catalog, problems);
        List<Dimension> dimensions = rows.fields(asked.fields(), OssieCodes.MIXED_QUERY_SHAPE);
        Expr where = rows.where(asked.where());
        Measures measures = new Measures(rows.catalog(), rows.texts(), home(), problems);
        asked.measures().forEach(measures::add);
        apart(dimensions);
        List<String> columns = new ArrayList<>();
        dimensions.forEach(d -> columns.add(d.as()));
        measures.uses().forEach(use -> columns.add(use.as()));
        Having groups = new Having(dimensions, measures, rows, problems);
        Expr having = groups.read(asked.having());
        List<Question.Order> order = Orders.read(asked.order(), columns, dimensions, groups::order, problems);
        stop();
        Catalog all = MetricExpressions.with(rows.catalog(), measures.made());
        if (dimensions.isEmpty()) {
            Islands.check(all, measures.uses());
        }
        Question question = new Question(
                measures.uses(),
                dimensions,
                new TimeScope.Range(null, null),
                List.of(),
                where,
                having,
                order,
                asked.limit(),
                true,
                seenBefore,
                seenBefore);
        return new OssieQuestion(plan(all, question), columns);
    }

    private void apart(List<Dimension> dimensions) {
        for (Asked.Measure measure : asked.measures()) {
            Located<String> as = measure.as();
            if (dimensions.stream().anyMatch(dimension -> dimension.as().equals(as.value()))) {
                String message = "a dimension and a measure are called \"" + as.value() + "\"";
                problems.add(Code.DUPLICATE_NAME.at(as.span(), message, "rename one of them"));
            }
        }
    }

    /** Whose rows the question is about, where it says so. */
    private @Nullable Dataset home() {
        Located<String> home = asked.home();
        if (home == null) {
            return null;
        }
        Optional<Dataset> found = catalog.dataset(home.value());
        if (found.isEmpty()) {
            String fix = Nearest.fix(home.value(), catalog.datasets().keySet()).orElse(null);
            problems.add(Diagnostic.error(
                    PlanCodes.UNKNOWN_NAME, home.span(), "no dataset named \"" + home.value() + "\"", fix));
        }
        return found.orElse(null);
    }

    private static Plan plan(Catalog catalog, Question question) {
        if (question.metrics().isEmpty()) {
            return Planner.rows(catalog, question);
        }
        try {
            return Planner.plan(catalog, question, false);
        } catch (DiagnosticException e) {
            boolean apart = e.diagnostics().stream().allMatch(d -> d.code().equals(PlanCodes.NO_PATH));
            throw apart && question.metrics().size() > 1 && someCanBeAsked(catalog, question)
                    ? Formula.marked(e, OssieCodes.NO_STITCHING_DIMENSION)
                    : e;
        }
    }

    /** Whether a measure alone has what all together have not: the dimensions. */
    private static boolean someCanBeAsked(Catalog catalog, Question question) {
        return question.metrics().stream().anyMatch(use -> {
            try {
                Planner.plan(catalog, alone(question, use));
                return true;
            } catch (DiagnosticException e) {
                return false;
            }
        });
    }

    private static Question alone(Question question, MetricUse use) {
        @Nullable Expr anyRow = null;
        return new Question(
                List.of(use),
                question.dimensions(),
                question.time(),
                question.comparisons(),
                question.where(),
                anyRow,
                List.of(),
                question.limit(),
                question.distinct(),
                question.completeBefore(),
                question.seenBefore());
    }

    private void stop() {
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
    }
}

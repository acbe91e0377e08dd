package io.bellwether.app.query;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.SavedQuestion;
import io.bellwether.core.dbt.DbtNames;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.QuestionParser;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The use case of any metrics by any dimensions. */
public final class Queries {
    private final Answering answering;
    private final HealthCheck health;

    public Queries(Answering answering) {
        this.answering = answering;
        this.health = new HealthCheck(answering);
    }

    /**
     * Answers a question as people write it.
     *
     * @throws io.bellwether.core.source.DiagnosticException with all that is wrong with it
     */
    public Answer answer(Catalog catalog, QuestionText text, AsOf asOf, Deadline deadline) {
        List<Ran> statements = new ArrayList<>();
        LocalDateTime complete = completeBefore(catalog, text, asOf, deadline, statements);
        Answer answer = answering.answer(catalog, parse(catalog, text, asOf, complete), deadline);
        statements.addAll(answer.statements());
        return new Answer(answer.table(), List.copyOf(statements));
    }

    /** The statement that would answer. */
    public SqlStatement statement(Catalog catalog, QuestionText text, AsOf asOf) {
        return answering.statement(catalog, parse(catalog, text, asOf, asOf.seenBefore()));
    }

    /** The question, resolved; dbt's names mean what they mean there. */
    public static Question parse(Catalog catalog, QuestionText text, AsOf asOf, LocalDateTime complete) {
        RowConditions conditions = new RowConditions(catalog);
        DbtNames names = new DbtNames(catalog);
        return new QuestionParser(
                        catalog,
                        (where, homes) -> conditions.read(names.condition(where, homes, text.metrics()), homes),
                        names)
                .parse(text, asOf, complete);
    }

    /** @throws DiagnosticException where the workspace keeps no question of that name */
    public static SavedQuestion saved(Catalog catalog, String name) {
        return catalog.question(name)
                .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                        PlanCodes.UNKNOWN_NAME,
                        null,
                        "no question named \"" + name + "\"",
                        Nearest.fix(name, catalog.questions().keySet()).orElse(null))));
    }

    /** A comparison holds as many days against as many days; only data that may lag makes us look how many there are. */
    private LocalDateTime completeBefore(
            Catalog catalog, QuestionText text, AsOf asOf, Deadline deadline, List<Ran> statements) {
        Set<String> homes = new LinkedHashSet<>();
        if (!text.compare().isEmpty()) {
            text.metrics().stream()
                    .filter(name -> catalog.metric(name).isPresent())
                    .forEach(name -> homes.addAll(
                            MetricShape.of(catalog, MetricUse.of(name)).homes()));
        }
        homes.removeIf(name -> catalog.dataset(name).orElseThrow().expectedEvery() == null);
        if (homes.isEmpty()) {
            return asOf.seenBefore();
        }
        answering.expect(catalog, parse(catalog, text, asOf, asOf.seenBefore()));
        HealthCheck.Found found = health.look(catalog, homes, asOf, deadline);
        statements.addAll(found.statements());
        return found.completeness(homes, asOf).mark();
    }
}

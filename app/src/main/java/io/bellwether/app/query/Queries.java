package io.bellwether.app.query;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.SavedQuestion;
import io.bellwether.core.dbt.DbtNames;
import io.bellwether.core.ossie.OssieQuestion;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.QuestionParser;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.TimeScope;
import io.bellwether.core.plan.Top;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import io.bellwether.engine.Deadline;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        return answer(catalog, text, null, asOf, deadline);
    }

    /**
     * The same, with all but the greatest members of a dimension under one name.
     *
     * @param top which ones, or null for all
     */
    public Answer answer(Catalog catalog, QuestionText text, @Nullable Top top, AsOf asOf, Deadline deadline) {
        List<Ran> statements = new ArrayList<>();
        Reach reach = reach(catalog, text, asOf, deadline, statements);
        Top.Asked asked = new Top.Asked(catalog, parse(catalog, text, asOf, reach.mark()));
        if (top != null) {
            Answer ranking = answering.answer(catalog, top.ranking(asked.question()), deadline);
            statements.addAll(ranking.statements());
            List<@Nullable Object> members = new ArrayList<>();
            ranking.table().rows().forEach(row -> members.add(row.getFirst()));
            asked = top.asked(catalog, asked.question(), members);
        }
        Answer answer = answering.answer(asked.catalog(), asked.question(), deadline);
        statements.addAll(answer.statements());
        return new Answer(
                answer.table(),
                List.copyOf(statements),
                reach.incomplete(catalog.workspace().calendar()));
    }

    /**
     * Answers a question in one of Ossie's two shapes.
     *
     * @param json named as the person knows it
     * @throws DiagnosticException with what is wrong, and with Ossie's names for it
     */
    public Answer answer(Catalog catalog, SourceFile json, AsOf asOf, Deadline deadline) {
        OssieQuestion question = OssieQuestion.read(json, catalog, asOf.seenBefore());
        Answer answer = answering.run(question.plan(), deadline);
        return new Answer(answer.table().only(question.columns()), answer.statements());
    }

    /** The statement that would answer a question in one of Ossie's two shapes. */
    public SqlStatement statement(Catalog catalog, SourceFile json, AsOf asOf) {
        return answering.statement(
                OssieQuestion.read(json, catalog, asOf.seenBefore()).plan());
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

    /**
     * How far the data reaches that a question is about; only where somebody said how often it comes is it looked at.
     *
     * @param mark comparisons are held like for like up to here
     * @param end up to where the question asks, as far as it is seen
     */
    private record Reach(LocalDateTime mark, boolean stale, LocalDateTime end) {
        /** A sentence where the question asks beyond what has come; else null. */
        @Nullable
        String incomplete(Calendar calendar) {
            return stale && mark.isBefore(end)
                    ? "Incomplete: its data stops at the end of "
                            + calendar.text(calendar.period(mark.minusNanos(1), Grain.DAY))
                            + "; more was expected by now."
                    : null;
        }
    }

    private Reach reach(Catalog catalog, QuestionText text, AsOf asOf, Deadline deadline, List<Ran> statements) {
        Set<String> homes = new LinkedHashSet<>();
        text.metrics().stream()
                .filter(name -> catalog.metric(name).isPresent())
                .forEach(name ->
                        homes.addAll(MetricShape.of(catalog, MetricUse.of(name)).homes()));
        homes.removeIf(name -> !isExpected(catalog.dataset(name).orElseThrow()));
        Question question = parse(catalog, text, asOf, asOf.seenBefore());
        LocalDateTime seen = asOf.seenBefore();
        LocalDateTime to = question.time() instanceof TimeScope.Range range ? range.end() : null;
        LocalDateTime end = to == null || to.isAfter(seen) ? seen : to;
        if (homes.isEmpty()) {
            return new Reach(seen, false, end);
        }
        answering.expect(catalog, question);
        HealthCheck.Found found = health.look(catalog, homes, asOf, deadline);
        statements.addAll(found.statements());
        Completeness complete = found.completeness(homes, asOf);
        return new Reach(complete.mark(), complete.stale(), end);
    }

    /** Whether somebody said how often rows come. */
    private static boolean isExpected(Dataset dataset) {
        return dataset.expectedEvery() != null && !dataset.expectedEvery().equals(Period.ZERO);
    }
}

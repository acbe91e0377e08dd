package io.bellwether.app.cases;

import io.bellwether.app.query.Answer;
import io.bellwether.app.query.Queries;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.Dimension;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.TimeScope;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks one case's question and compares. */
final class CaseRunner {
    /** All rows count. Hours without rows up to here are still few enough to be listed. */
    private static final AsOf ALL = AsOf.date(LocalDate.of(2200, 1, 1));

    private static final String MIN = "__min";
    private static final String MAX = "__max";

    private final Models models;

    CaseRunner(Models models) {
        this.models = models;
    }

    Outcome run(Case asked) {
        try {
            Catalog catalog = models.catalog(asked.model());
            Question question = question(asked, catalog);
            Answer answer = models.bellwether().answering().answer(catalog, question, Deadline.none());
            Table table = asked.minAndMax() ? minAndMax(answer.table()) : answer.table();
            return compare(asked, table);
        } catch (DiagnosticException e) {
            Diagnostic first = e.diagnostics().getFirst();
            // A statement that the engine refuses is nothing that we know we cannot do.
            return first.code().startsWith("E")
                    ? new Outcome.Failed(first.code() + " " + first.message())
                    : new Outcome.Unsupported(first);
        } catch (RuntimeException e) {
            return new Outcome.Failed(e.toString());
        }
    }

    private static Question question(Case asked, Catalog catalog) {
        Question read = Queries.parse(catalog, text(asked, catalog), ALL, ALL.seenBefore());
        return new Question(
                read.metrics(),
                read.dimensions(),
                range(asked.between(), read.dimensions(), catalog.workspace().calendar()),
                read.comparisons(),
                read.where(),
                read.having(),
                read.order(),
                read.limit(),
                asked.distinct(),
                read.completeBefore(),
                read.seenBefore());
    }

    private static QuestionText text(Case asked, Catalog catalog) {
        QuestionText text = new QuestionText(
                asked.metrics(), asked.groupBy(), asked.where(), null, null, List.of(), asked.orderBy(), asked.limit());
        return asked.savedQuery() == null ? text : text.over(Queries.saved(catalog, asked.savedQuery()));
    }

    /** Both ends included; a range holds whole periods of the shortest time that is grouped by. */
    private static TimeScope range(List<String> between, List<Dimension> dimensions, Calendar calendar) {
        if (between.isEmpty()) {
            return new TimeScope.Range(null, null);
        }
        Optional<Grain> grain = dimensions.stream()
                .filter(d -> d instanceof Dimension.ByTime(TimeCut.At ignored, String as))
                .map(d -> ((TimeCut.At) ((Dimension.ByTime) d).cut()).grain())
                .min(Comparator.naturalOrder());
        Grain shortest = grain.filter(g -> g.compareTo(Grain.DAY) > 0).orElse(Grain.DAY);
        LocalDateTime start = moment(between.getFirst());
        LocalDateTime end = moment(between.getLast());
        if (between.getLast().length() > 10) {
            boolean isFine = grain.filter(Grain.MILLISECOND::equals).isPresent();
            return new TimeScope.Range(start, end.plus((isFine ? Grain.MILLISECOND : Grain.SECOND).least()));
        }
        return new TimeScope.Range(
                calendar.period(start, shortest).start(),
                calendar.period(end, shortest).end());
    }

    private static LocalDateTime moment(String text) {
        return text.length() > 10
                ? LocalDateTime.parse(text.replace(' ', 'T'))
                : LocalDate.parse(text).atStartOfDay();
    }

    /** The least and the greatest of an answer's one column. */
    private static Table minAndMax(Table table) {
        var column = table.columns().getFirst();
        List<Comparable<Object>> values = new ArrayList<>();
        table.rows().stream()
                .map(List::getFirst)
                .filter(Objects::nonNull)
                .forEach(value -> values.add(comparable(value)));
        var columns = List.of(
                new io.bellwether.core.catalog.Column(column.name() + MIN, column.type()),
                new io.bellwether.core.catalog.Column(column.name() + MAX, column.type()));
        List<@Nullable Object> row = new ArrayList<>();
        row.add(values.isEmpty() ? null : Collections.min(values));
        row.add(values.isEmpty() ? null : Collections.max(values));
        return new Table(columns, List.of(row));
    }

    @SuppressWarnings("unchecked") // all values of a column are of one comparable type
    private static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) value;
    }

    private static Outcome compare(Case asked, Table table) {
        List<String> names = table.columns().stream().map(c -> c.name()).toList();
        if (!names.containsAll(asked.columns())
                || names.size() != asked.columns().size()) {
            return new Outcome.Failed("expected columns " + asked.columns() + ", got " + names);
        }
        List<List<@Nullable Object>> found = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> values = new ArrayList<>();
            asked.columns().forEach(name -> values.add(row.get(table.position(name))));
            found.add(values);
        }
        return SameRows.difference(asked.columns(), asked.rows(), found, asked.ordered())
                .<Outcome>map(Outcome.Failed::new)
                .orElseGet(Outcome.Passed::new);
    }
}

package io.bellwether.conformance;

import io.bellwether.app.query.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of the rows of an answer whatever the numbers are: order, limit, and periods that are filled. */
final class AnswerShape {
    private AnswerShape() {}

    /** What does not hold. */
    static List<String> check(Answer answer, RandomQuestions.Asked asked) {
        List<String> problems = new ArrayList<>();
        List<List<@Nullable Object>> rows = answer.table().rows();
        int keys = asked.fields().size() + (asked.cut() == null ? 0 : 1);
        Long limit = asked.text().limit();
        if (limit != null && rows.size() > limit) {
            problems.add("\n  more rows than " + limit + ": " + rows.size());
        }
        if (!asked.text().order().isEmpty()) {
            List<BigDecimal> values = rows.stream()
                    .map(row -> row.get(keys))
                    .map(value -> value == null ? null : new BigDecimal(value.toString()))
                    .toList()
                    .stream()
                    .filter(Objects::nonNull)
                    .toList();
            for (int i = 1; i < values.size(); i++) {
                if (values.get(i - 1).compareTo(values.get(i)) < 0) {
                    problems.add("\n  not in order: " + values);
                    break;
                }
            }
        }
        filled(rows, asked, keys, problems);
        return problems;
    }

    /** A filled metric has a value in every row, and every group all periods that the answer has. */
    private static void filled(
            List<List<@Nullable Object>> rows, RandomQuestions.Asked asked, int keys, List<String> problems) {
        boolean all = asked.text().through().fill() != null;
        for (int i = 0; i < asked.metrics().size(); i++) {
            if (all || asked.metrics().get(i).meaning() instanceof NaiveMetric.Filled) {
                int column = keys + i;
                if (rows.stream().anyMatch(row -> row.get(column) == null)) {
                    problems.add("\n  nothing where 0 is asked for: "
                            + asked.metrics().get(i).name());
                }
            }
        }
        boolean everything = all || asked.metrics().stream().anyMatch(m -> m.meaning() instanceof NaiveMetric.Filled);
        // Days that the calendar table lacks are there only where something happened.
        if (everything
                && asked.cut() != null
                && !asked.cut().equals("day")
                && !asked.cut().equals("season")
                && asked.metrics().size() == 1
                && asked.from() != null
                && asked.having() == null
                && asked.text().limit() == null) {
            Set<List<@Nullable Object>> groups = new HashSet<>();
            Set<@Nullable Object> periods = new HashSet<>();
            rows.forEach(row -> {
                groups.add(row.subList(1, keys));
                periods.add(row.getFirst());
            });
            if (rows.size() != groups.size() * periods.size()) {
                problems.add(
                        "\n  %d rows of %d groups in %d periods".formatted(rows.size(), groups.size(), periods.size()));
            }
        }
    }
}

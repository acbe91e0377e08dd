package io.bellwether.core.ossie;

import io.bellwether.core.plan.Dimension;
import io.bellwether.core.plan.Question;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The orders of a question, by columns of its answer. */
final class Orders {
    private Orders() {}

    /**
     * As asked; rows that tie follow the dimensions, so that a limit takes the same ones each time.
     *
     * @param columns that are asked for
     * @param other the column for what is none of them
     */
    static List<Question.Order> read(
            List<Asked.Order> asked,
            List<String> columns,
            List<Dimension> dimensions,
            Function<Excerpt, String> other,
            List<Diagnostic> problems) {
        List<Question.Order> order = new ArrayList<>();
        for (Asked.Order by : asked) {
            boolean nullsFirst = by.nullsFirst() == null ? by.descending() : by.nullsFirst();
            Rows.collect(problems, () -> {
                String column = columns.stream()
                        .filter(by.by().text().strip()::equalsIgnoreCase)
                        .findFirst()
                        .orElseGet(() -> other.apply(by.by()));
                order.add(new Question.Order(column, by.descending(), nullsFirst));
            });
        }
        for (Dimension dimension : dimensions) {
            if (order.stream().noneMatch(o -> o.column().equals(dimension.as()))) {
                order.add(new Question.Order(dimension.as(), false));
            }
        }
        return order;
    }
}

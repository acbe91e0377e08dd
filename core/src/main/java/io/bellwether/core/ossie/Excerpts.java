package io.bellwether.core.ossie;

import io.bellwether.core.plan.Dimension;
import io.bellwether.core.plan.Question;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small readings of what a question says. */
final class Excerpts {
    private Excerpts() {}

    /** A name as a text to be parsed; all of it stands where the name does. */
    static Excerpt of(Located<String> text) {
        int[] places = new int[text.value().length() + 1];
        Arrays.fill(places, text.span().start());
        return new Excerpt(text.span().file(), text.value(), places);
    }

    /** As asked; rows that tie follow the columns, so that a limit takes the same ones each time. */
    static List<Question.Order> order(List<Asked.Order> asked, List<Dimension> dimensions) {
        List<Question.Order> order = new ArrayList<>();
        for (Asked.Order by : asked) {
            boolean nullsFirst = by.nullsFirst() == null ? by.descending() : by.nullsFirst();
            order.add(new Question.Order(by.field().value(), by.descending(), nullsFirst));
        }
        for (Dimension dimension : dimensions) {
            if (order.stream().noneMatch(o -> o.column().equals(dimension.as()))) {
                order.add(new Question.Order(dimension.as(), false));
            }
        }
        return order;
    }
}

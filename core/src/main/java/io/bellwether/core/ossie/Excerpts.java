package io.bellwether.core.ossie;

import io.bellwether.core.plan.Question;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
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

    static List<Question.Order> order(List<Asked.Order> order) {
        return order.stream()
                .map(o -> new Question.Order(
                        o.field().value(), o.descending(), o.nullsFirst() == null ? o.descending() : o.nullsFirst()))
                .toList();
    }
}

package io.bellwether.app.page;

import io.bellwether.app.query.Answer;
import java.util.Locale;

/** An answer's rows in the form that the command line writes too. */
public final class QueryText {
    private QueryText() {}

    public static QueryView view(Answer answer) {
        return new QueryView(
                answer.table().columns().stream()
                        .map(column -> new QueryView.ColumnView(
                                column.name(), column.type().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                answer.table().rows(),
                answer.statements().size(),
                answer.incomplete(),
                answer.notes());
    }
}

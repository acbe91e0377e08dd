package io.bellwether.app.init;

import static io.bellwether.app.init.Asking.number;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the rows of each document: numbers that come back day after day count lines or batches and name no document, and
 * an amount that stands in each line of a document is the document's, not the line's.
 */
final class LineCheck {
    private static final int MOST_AMOUNTS = 20;

    private final Asking asking;

    LineCheck(Engine engine, Deadline deadline) {
        this.asking = new Asking(engine, deadline);
    }

    Columns check(Profile profile, Columns columns) {
        String relation = profile.relation();
        String time = columns.time().map(ColumnProfile::expression).orElse(null);
        List<ColumnProfile> sequences = columns.all(Role.DOCUMENT).stream()
                .filter(c -> time != null && c.isNumeric() && comesBack(c, time, relation))
                .toList();
        Columns rest = columns.with(sequences, List.of());
        return rest.document()
                .map(document -> rest.with(sequences, repeated(document, time, rest, relation)))
                .orElse(rest);
    }

    /** Whether each value stands for more than two days on average. */
    private boolean comesBack(ColumnProfile column, String time, String relation) {
        List<@Nullable Object> counts = asking.row("select count(distinct d), count(*) from (select distinct "
                + column.expression() + " as d, cast(" + time + " as date) as t from " + relation + " where "
                + column.expression() + " is not null)");
        return number(counts.get(1)) > 2 * number(counts.getFirst());
    }

    private List<ColumnProfile> repeated(
            ColumnProfile document, @Nullable String time, Columns columns, String relation) {
        List<ColumnProfile> amounts =
                columns.all(Role.AMOUNT).stream().limit(MOST_AMOUNTS).toList();
        if (amounts.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> found = asking.row(lines(document, time, amounts, relation));
        long documents = number(found.getFirst());
        List<ColumnProfile> repeated = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            boolean all = number(found.get(1 + 2 * i)) == documents;
            if (documents > 1 && all && number(found.get(2 + 2 * i)) > 1) {
                repeated.add(amounts.get(i));
            }
        }
        return repeated;
    }

    /** Documents of several lines at one moment; for each amount those in which it is the same everywhere, and how many there are. */
    private static String lines(
            ColumnProfile document, @Nullable String time, List<ColumnProfile> amounts, String relation) {
        var inner = new StringBuilder("select count(*) as n");
        var outer = new StringBuilder("select count(*)");
        for (int i = 0; i < amounts.size(); i++) {
            String amount = amounts.get(i).expression();
            inner.append(", min(%1$s) = max(%1$s) and count(%1$s) = count(*) as same%2$d, min(%1$s) as low%2$d"
                    .formatted(amount, i));
            outer.append(", count(*) filter (where same%1$d), count(distinct low%1$d)".formatted(i));
        }
        String moment = time == null ? "" : " and min(" + time + ") = max(" + time + ")";
        String key = document.expression();
        return outer + " from (" + inner + " from " + relation + " where " + key + " is not null group by " + key
                + " having count(*) > 1" + moment + ")";
    }
}

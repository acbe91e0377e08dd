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
        var inner = new StringBuilder("select count(*) as n");
        var outer = new StringBuilder("select count(*)");
        for (int i = 0; i < amounts.size(); i++) {
            String amount = amounts.get(i).expression();
            inner.append(", min(")
                    .append(amount)
                    .append(") = max(")
                    .append(amount)
                    .append(") and count(");
            inner.append(amount)
                    .append(") = count(*) as same")
                    .append(i)
                    .append(", min(")
                    .append(amount)
                    .append(") as low")
                    .append(i);
            outer.append(", count(*) filter (where same")
                    .append(i)
                    .append("), count(distinct low")
                    .append(i)
                    .append(")");
        }
        String moment = time == null ? "" : " and min(" + time + ") = max(" + time + ")";
        List<@Nullable Object> found =
                asking.row(outer + " from (" + inner + " from " + relation + " where " + document.expression()
                        + " is not null group by " + document.expression() + " having count(*) > 1" + moment + ")");
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
}

package io.bellwether.app.init;

import static io.bellwether.app.init.Asking.literal;
import static io.bellwether.app.init.Asking.number;

import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds rows that are totals of others, as people write them below their rows. A word alone proves nothing: in such a row other
 * columns are empty, or its numbers are the sums of the rest.
 */
final class TotalRows {
    private static final String WORD = "(grand[ -]?|sub[ -]?|overall )?totals?|sums?|summen?|gesamt(summe)?|insgesamt|"
            + "zwischensumme|endsumme|somme|totaal|totale|suma|total g[eé]n[eé]ral";
    private static final String PATTERN =
            "(?i)[^\\p{L}0-9]*((" + WORD + ")([^\\p{L}].*)?|.*[^\\p{L}](" + WORD + ")[^\\p{L}]*)";
    private static final int MOST = 12;

    private final Asking asking;
    private final String relation;

    TotalRows(Asking asking, String relation) {
        this.asking = asking;
        this.relation = relation;
    }

    /**
     * Rows to leave out.
     *
     * @param column that names them
     * @param values of it in those rows
     */
    record Found(ColumnProfile column, List<String> values) {
        /** What the other rows fulfil, for a column of this name. */
        String kept(String name) {
            String list = values.stream().map(Asking::literal).collect(Collectors.joining(", "));
            return "coalesce(" + name + ", '') " + (values.size() == 1 ? "<> " + list : "not in (" + list + ")");
        }

        String note() {
            return "the " + (values.size() == 1 ? "row " : "rows ")
                    + values.stream().map(v -> '"' + v + '"').collect(Collectors.joining(", ")) + " in " + column.name()
                    + (values.size() == 1 ? " is a total" : " are totals") + " of others: left out of every metric";
        }
    }

    Optional<Found> find(Facts.Counted counted) {
        return counted.columns().stream()
                .filter(c -> c.type() == Type.TEXT && c.filled() > 0)
                .flatMap(c -> found(c, counted).stream())
                .findFirst();
    }

    private Optional<Found> found(ColumnProfile column, Facts.Counted counted) {
        String name = column.expression();
        List<String> values = asking
                .rows("select distinct " + name + " from " + relation + " where regexp_full_match(trim(" + name + "), "
                        + literal(PATTERN) + ") order by 1 limit " + (MOST + 1))
                .stream()
                .map(row -> Objects.toString(row.getFirst()))
                .toList();
        if (values.isEmpty() || values.size() > MOST || values.size() >= column.distinct()) {
            return Optional.empty();
        }
        Found found = new Found(column, values);
        return isTotal(found, counted) ? Optional.of(found) : Optional.empty();
    }

    private boolean isTotal(Found found, Facts.Counted counted) {
        String rest = found.kept(found.column().expression());
        List<String> checks = new ArrayList<>();
        for (ColumnProfile other : counted.columns()) {
            if (other.equals(found.column())) {
                continue;
            }
            String c = other.expression();
            if (other.isNumeric()) {
                String sum = "sum(" + c + ") filter (where " + rest + ")";
                checks.add(
                        "count(" + c + ") filter (where not (" + rest + ")) > 0 and abs(" + sum + ") > 0 and abs(max("
                                + c + ") filter (where not (" + rest + ")) - " + sum + ") <= 1e-6 * abs(" + sum + ")");
            } else {
                checks.add("count(" + c + ") filter (where " + rest + ") = count(*) filter (where " + rest
                        + ") and count(" + c + ") filter (where not (" + rest + ")) = 0");
            }
        }
        if (checks.isEmpty()) {
            return false;
        }
        String holds = checks.stream().map(c -> "coalesce(" + c + ", false)").collect(Collectors.joining(" or "));
        return number(asking.row("select case when " + holds + " then 1 else 0 end from " + relation)
                        .getFirst())
                == 1;
    }
}

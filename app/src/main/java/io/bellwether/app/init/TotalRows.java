package io.bellwether.app.init;

import static io.bellwether.app.init.Asking.literal;
import static io.bellwether.app.init.Asking.number;

import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds rows that are totals of others, as people write them below their rows. A word alone proves nothing: in such a row other
 * columns are empty, or its numbers are the sums of the rest.
 */
final class TotalRows {
    private static final String WORD =
            "(grand[ -]?|sub[ -]?|overall )?totals?|sums?|summen?|gesamt(summe|ergebnis)?|insgesamt|"
                    + "zwischensumme|endsumme|somme|sous-total|totaux|totaal|totale|suma|total g[eé]n[eé]ral";
    private static final String PATTERN =
            "(?i)[^\\p{L}0-9]*((" + WORD + ")([^\\p{L}].*)?|.*[^\\p{L}](" + WORD + ")[^\\p{L}]*)";
    private static final int MOST = 12;

    private final Asking asking;
    private final String relation;

    TotalRows(Asking asking, String relation) {
        this.asking = asking;
        this.relation = relation;
    }

    /** @param where what the columns of such rows hold; an empty text stands for nothing */
    record Found(Map<String, List<String>> where) {
        String note() {
            List<String> values = where.values().stream()
                    .flatMap(List::stream)
                    .filter(v -> !v.isEmpty())
                    .toList();
            String rows = values.isEmpty()
                    ? "the row without a name"
                    : (values.size() == 1 ? "the row " : "the rows ")
                            + values.stream().map(v -> '"' + v + '"').collect(Collectors.joining(", "));
            return rows + (values.size() > 1 ? " are totals" : " is a total") + " of others: left out by skip_rows";
        }
    }

    Optional<Found> find(Facts.Counted counted) {
        Optional<Found> named = counted.columns().stream()
                .filter(c -> c.type() == Type.TEXT && c.filled() > 0)
                .flatMap(c -> named(c, counted).stream())
                .findFirst();
        return named.or(() -> nameless(counted));
    }

    private Optional<Found> named(ColumnProfile column, Facts.Counted counted) {
        String name = column.expression();
        List<String> values = asking
                .rows("select distinct trim(" + name + ") from " + relation + " where regexp_full_match(trim(" + name
                        + "), " + literal(PATTERN) + ") order by 1 limit " + (MOST + 1))
                .stream()
                .map(row -> Objects.toString(row.getFirst()))
                .toList();
        if (values.isEmpty() || values.size() > MOST || values.size() >= column.distinct()) {
            return Optional.empty();
        }
        String rest = "coalesce(trim(" + name + "), '') not in ("
                + values.stream().map(Asking::literal).collect(Collectors.joining(", ")) + ")";
        List<String> checks = new ArrayList<>(sums(counted, rest));
        counted.columns().stream()
                .filter(other -> !other.isNumeric() && !other.equals(column))
                .forEach(other -> checks.add("count(" + other.expression() + ") filter (where " + rest
                        + ") = count(*) filter (where " + rest + ") and count(" + other.expression()
                        + ") filter (where not (" + rest + ")) = 0"));
        return holds(checks) ? Optional.of(new Found(Map.of(column.name(), values))) : Optional.empty();
    }

    /** {@code ,,220} below the rows: nothing but numbers, and one of them the sum of the others. */
    private Optional<Found> nameless(Facts.Counted counted) {
        List<ColumnProfile> names =
                counted.columns().stream().filter(c -> !c.isNumeric()).toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String rest = names.stream().map(c -> c.expression() + " is not null").collect(Collectors.joining(" or "));
        List<String> one = sums(counted, rest).stream()
                .map(check -> "count(*) filter (where not (" + rest + ")) = 1 and " + check)
                .toList();
        Map<String, List<String>> where = new LinkedHashMap<>();
        names.forEach(c -> where.put(c.name(), List.of("")));
        return holds(one) ? Optional.of(new Found(where)) : Optional.empty();
    }

    /** For each column of numbers: whether the largest in the other rows is the sum of the rest. */
    private static List<String> sums(Facts.Counted counted, String rest) {
        return counted.columns().stream()
                .filter(ColumnProfile::isNumeric)
                .map(ColumnProfile::expression)
                .map(c -> "count(" + c + ") filter (where " + rest + ") > 1 and abs(max(" + c + ") filter (where not ("
                        + rest
                        + ")) - sum(" + c + ") filter (where " + rest + ")) <= 1e-6 * abs(sum(" + c + ") filter (where "
                        + rest
                        + ")) and abs(sum(" + c + ") filter (where " + rest + ")) > 0")
                .toList();
    }

    private boolean holds(List<String> checks) {
        if (checks.isEmpty()) {
            return false;
        }
        String any = checks.stream().map(c -> "coalesce(" + c + ", false)").collect(Collectors.joining(" or "));
        return number(asking.row("select case when " + any + " then 1 else 0 end from " + relation)
                        .getFirst())
                == 1;
    }
}

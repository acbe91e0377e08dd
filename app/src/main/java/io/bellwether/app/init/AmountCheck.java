package io.bellwether.app.init;

import static io.bellwether.app.init.Asking.literal;
import static io.bellwether.app.init.Asking.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the way in which all texts of a column are numbers, if there is one and only one. */
final class AmountCheck {
    private static final int MOST_SCALE = 6;
    private static final int MOST_TOKENS = 3;

    private final Asking asking;
    private final String relation;

    AmountCheck(Asking asking, String relation) {
        this.asking = asking;
        this.relation = relation;
    }

    /**
     * What a column of texts is.
     *
     * @param way to read it, or null where there is none
     * @param token the currency or the per cent sign beside the numbers; may be empty
     * @param note what to say of it, or null
     */
    record Found(
            Readings.@Nullable Way way,
            String token,
            @Nullable String note) {}

    /** Empty for a column that is no column of amounts. */
    Optional<Found> find(ColumnProfile column) {
        String text = "cast(" + column.expression() + " as varchar)";
        String from = " from " + relation + " where " + text + " is not null and not regexp_full_match(" + text + ", "
                + literal(Amounts.NOTHING) + ")";
        List<String> tokens = asking
                .rows("select distinct regexp_replace(" + text + ", " + literal(Amounts.TOKEN) + ", '', 'g')" + from
                        + " limit " + (MOST_TOKENS + 2))
                .stream()
                .map(row -> Objects.toString(row.getFirst()))
                .toList();
        List<String> units = tokens.stream().filter(t -> !t.isEmpty()).toList();
        if (tokens.isEmpty()
                || tokens.size() > MOST_TOKENS + 1
                || !tokens.stream().allMatch(Amounts::isUnit)) {
            return Optional.empty();
        }
        if (units.size() > 1) {
            return Optional.of(new Found(
                    null,
                    "",
                    column.name() + ": numbers of several units (" + String.join(", ", units)
                            + "), so not read as numbers"));
        }
        return decided(column, text, from, units.isEmpty() ? "" : units.getFirst());
    }

    private Optional<Found> decided(ColumnProfile column, String text, String from, String token) {
        List<@Nullable Object> row = asking.rows(counts(text, token) + from).getFirst();
        long all = number(row.get(0));
        List<Amounts> holding = new ArrayList<>();
        int scale = 0;
        for (int i = 0; i < Amounts.ways().size(); i++) {
            if (number(row.get(4 + 2 * i)) == 0) {
                holding.add(Amounts.ways().get(i));
                scale = holding.size() == 1 ? (int) number(row.get(5 + 2 * i)) : scale;
            }
        }
        // Codes are written like plain numbers; only a name of an amount or what stands around them tells otherwise.
        boolean plain = number(row.get(2)) == all && token.isEmpty() && !isNamed(column);
        if (holding.isEmpty() || plain || scale > MOST_SCALE) {
            return Optional.empty();
        }
        if (isUnclear(holding) && number(row.get(3)) > 0) {
            String note =
                    ": a point or comma between thousands or before a fraction, nothing says which; not read as numbers";
            return Optional.of(new Found(null, token, column.name() + note));
        }
        Readings.Way way = holding.getFirst().way(token, scale, number(row.get(1)) > 0, column.filled() > all);
        return Optional.of(found(column, way, text, from, token));
    }

    /** All texts; those with a sign; plain ones; those with a point or comma; for each way the misses, and digits behind its point. */
    private static String counts(String text, String token) {
        String ways = Amounts.ways().stream()
                .map(way -> "count(*) filter (where not regexp_full_match(" + text + ", " + literal(way.form(token))
                        + ")), coalesce(max(length(regexp_extract(" + text + ", '[" + way.point()
                        + "]([0-9]+)[^0-9]*$', 1))), 0)")
                .collect(Collectors.joining(", "));
        return "select count(*), count(*) filter (where regexp_matches(" + text + ", '[-\\x{2212}(]')), "
                + "count(*) filter (where regexp_full_match(trim(" + text + "), '[-+]?[0-9]+([.,][0-9]+)?')), "
                + "count(*) filter (where regexp_matches(" + text + ", '[.,]')), " + ways;
    }

    private static boolean isUnclear(List<Amounts> holding) {
        return holding.size() > 1
                && holding.get(0).point() != holding.get(1).point()
                && holding.get(0).parts().length() == 1;
    }

    private Found found(ColumnProfile column, Readings.Way way, String text, String from, String token) {
        String value = Readings.engine(way.expression(), column.expression());
        List<@Nullable Object> example = asking.rows(
                        "select " + text + ", cast(" + value + " as varchar)" + from + " order by regexp_matches("
                                + text + ", '[-(\\x{2212}]') desc, length(" + text + ") desc limit 1")
                .getFirst();
        return new Found(
                way,
                token,
                column.name() + ": texts, read as numbers: \"" + example.get(0) + "\" is " + example.get(1));
    }

    private static boolean isNamed(ColumnProfile column) {
        Meaning meaning = Meaning.of(column.name());
        return !meaning.key()
                && (meaning.isOf(Vocabulary.MONEY)
                        || meaning.isOf(Vocabulary.COSTS)
                        || meaning.isOf(Vocabulary.QUANTITIES)
                        || meaning.isOf(Vocabulary.PRICES)
                        || meaning.isOf(Vocabulary.TALLIES));
    }
}

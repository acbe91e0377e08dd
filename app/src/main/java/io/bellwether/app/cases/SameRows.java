package io.bellwether.app.cases;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares answers: rows in any order unless it counts, numbers within a relative {@value #TOLERANCE}, a date equal to
 * its midnight, NULL equal to NULL.
 */
final class SameRows {
    private static final double TOLERANCE = 1e-6;

    /** Beyond these, decimals are no rounding but all that a number has. */
    private static final int MOST_DECIMALS = 6;

    private SameRows() {}

    /**
     * The same where rows that tie may come in any order.
     *
     * @param order the columns that rows are ordered by; empty where every row has one place
     * @param within how far the numbers of each column may differ, beside the tolerance; or empty
     */
    static Optional<String> difference(
            List<String> columns,
            List<List<@Nullable Object>> expected,
            List<List<@Nullable Object>> found,
            boolean ordered,
            List<Integer> order,
            double[] within) {
        if (!ordered || order.isEmpty()) {
            return difference(columns, expected, found, ordered, within);
        }
        Optional<String> rows = difference(columns, expected, found, false, within);
        double[] ofOrder = within.length == 0
                ? within
                : order.stream().mapToDouble(position -> within[position]).toArray();
        return rows.isPresent()
                ? rows
                : difference(
                        order.stream().map(columns::get).toList(),
                        only(order, expected),
                        only(order, found),
                        true,
                        ofOrder);
    }

    /** How far a number of each column may lie from one that is written with so many decimals; 0 where none is. */
    static double[] rounding(List<List<@Nullable Object>> written) {
        int width = written.stream().mapToInt(List::size).max().orElse(0);
        double[] within = new double[width];
        for (int column = 0; column < width; column++) {
            int scale = 0;
            for (List<@Nullable Object> row : written) {
                if (column < row.size() && row.get(column) instanceof BigDecimal number) {
                    scale = Math.max(scale, number.stripTrailingZeros().scale());
                }
            }
            within[column] = scale > 0 && scale <= MOST_DECIMALS ? 0.5000001 * Math.pow(10, -scale) : 0;
        }
        return within;
    }

    private static List<List<@Nullable Object>> only(List<Integer> positions, List<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> cut = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            positions.forEach(position -> values.add(row.get(position)));
            cut.add(values);
        }
        return cut;
    }

    /** The first difference, in words; empty where there is none. */
    static Optional<String> difference(
            List<String> columns,
            List<List<@Nullable Object>> expected,
            List<List<@Nullable Object>> found,
            boolean ordered) {
        return difference(columns, expected, found, ordered, new double[0]);
    }

    private static Optional<String> difference(
            List<String> columns,
            List<List<@Nullable Object>> expected,
            List<List<@Nullable Object>> found,
            boolean ordered,
            double[] within) {
        if (expected.size() != found.size()) {
            return Optional.of("expected " + expected.size() + " rows, got " + found.size()
                    + onlyIn("missing", expected, found) + onlyIn("extra", found, expected));
        }
        List<List<@Nullable Object>> right = normal(found);
        List<List<@Nullable Object>> left = like(right, normal(expected));
        if (!ordered) {
            left.sort(order(left));
            right.sort(order(left));
        }
        for (int at = 0; at < left.size(); at++) {
            if (!same(left.get(at), right.get(at), within)) {
                return Optional.of(columns + ": expected " + left.get(at) + ", got " + right.get(at));
            }
        }
        return Optional.empty();
    }

    private static String onlyIn(String word, List<List<@Nullable Object>> these, List<List<@Nullable Object>> others) {
        Set<List<@Nullable Object>> there = new HashSet<>(normal(others));
        return normal(these).stream()
                .filter(row -> !there.contains(row))
                .findFirst()
                .map(row -> ", " + word + " " + row)
                .orElse("");
    }

    private static List<List<@Nullable Object>> normal(List<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> normal = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            row.forEach(value -> values.add(normal(value)));
            normal.add(values);
        }
        return normal;
    }

    /** What JSON has no exact word for may be expected as a text: a decimal, a truth; and the other way round. */
    private static List<List<@Nullable Object>> like(
            List<List<@Nullable Object>> found, List<List<@Nullable Object>> expected) {
        int width = found.isEmpty() ? 0 : found.getFirst().size();
        for (int i = 0; i < width; i++) {
            int at = i;
            Object example = found.stream()
                    .map(row -> row.get(at))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            for (List<@Nullable Object> row : expected) {
                if (at < row.size()) {
                    row.set(at, like(example, row.get(at)));
                }
            }
        }
        return expected;
    }

    private static @Nullable Object like(@Nullable Object example, @Nullable Object value) {
        return switch (example) {
            case Double number
            when value instanceof String text && text.matches("-?\\d+(\\.\\d+)?") -> Double.valueOf(text);
            case Boolean truth
            when value instanceof String text && text.matches("(?i)true|false") ->
                Boolean.valueOf(text.toLowerCase(Locale.ROOT));
            case Boolean truth when value instanceof Double number && (number == 0 || number == 1) -> number == 1;
            case String text
            when value instanceof Double number && number == Math.rint(number) ->
                BigDecimal.valueOf(number).toBigInteger().toString();
            case null, default -> value;
        };
    }

    private static @Nullable Object normal(@Nullable Object value) {
        return switch (value) {
            case LocalDate day -> day.atStartOfDay();
            case Long number -> number.doubleValue();
            case Integer number -> number.doubleValue();
            case BigInteger number -> number.doubleValue();
            case BigDecimal number -> number.doubleValue();
            case String text -> time(text).<Object>map(t -> t).orElse(text);
            case null -> null;
            default -> value;
        };
    }

    private static Optional<LocalDateTime> time(String text) {
        if (text.matches("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|\\+00(:00)?)?")) {
            return Optional.of(LocalDateTime.parse(
                    text.replaceFirst("(Z|\\+00(:00)?)$", "").replace(' ', 'T')));
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\d")
                ? Optional.of(LocalDate.parse(text).atStartOfDay())
                : Optional.empty();
    }

    /** Exact values first: a number that differs in its last digit must not change the order. */
    private static Comparator<List<@Nullable Object>> order(List<List<@Nullable Object>> rows) {
        int width = rows.isEmpty() ? 0 : rows.getFirst().size();
        Comparator<List<@Nullable Object>> order = (a, b) -> 0;
        for (boolean fraction : List.of(false, true)) {
            for (int column = 0; column < width; column++) {
                int at = column;
                if (fraction == rows.stream().anyMatch(row -> isFraction(row.get(at)))) {
                    order = order.thenComparing(row -> row.get(at), SameRows::compare);
                }
            }
        }
        return order;
    }

    private static boolean isFraction(@Nullable Object value) {
        return value instanceof Double number && number != Math.rint(number);
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        return a instanceof Double x && b instanceof Double y
                ? x.compareTo(y)
                : a.toString().compareTo(b.toString());
    }

    private static boolean same(List<@Nullable Object> a, List<@Nullable Object> b, double[] within) {
        for (int at = 0; at < a.size(); at++) {
            if (!same(a.get(at), b.get(at), at < within.length ? within[at] : 0)) {
                return false;
            }
        }
        return a.size() == b.size();
    }

    private static boolean same(@Nullable Object a, @Nullable Object b, double within) {
        if (a instanceof Double x && b instanceof Double y) {
            double near = TOLERANCE * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
            return Math.abs(x - y) <= Math.max(near, within);
        }
        return a == null ? b == null : a.equals(b);
    }
}

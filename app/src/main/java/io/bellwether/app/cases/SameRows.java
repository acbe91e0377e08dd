package io.bellwether.app.cases;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares answers: rows in any order unless it counts, numbers within a relative {@value #TOLERANCE}, a date equal to
 * its midnight, NULL equal to NULL.
 */
final class SameRows {
    private static final double TOLERANCE = 1e-6;

    private SameRows() {}

    /**
     * The same where rows that tie may come in any order.
     *
     * @param order the columns that rows are ordered by; empty where every row has one place
     */
    static Optional<String> difference(
            List<String> columns,
            List<List<@Nullable Object>> expected,
            List<List<@Nullable Object>> found,
            boolean ordered,
            List<Integer> order) {
        if (!ordered || order.isEmpty()) {
            return difference(columns, expected, found, ordered);
        }
        Optional<String> rows = difference(columns, expected, found, false);
        return rows.isPresent()
                ? rows
                : difference(
                        order.stream().map(columns::get).toList(), only(order, expected), only(order, found), true);
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
            if (!same(left.get(at), right.get(at))) {
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

    /** A decimal may be expected as a text, since JSON's numbers are not exact for everybody. */
    private static List<List<@Nullable Object>> like(
            List<List<@Nullable Object>> found, List<List<@Nullable Object>> expected) {
        Set<Integer> numbers = new HashSet<>();
        for (List<@Nullable Object> row : found) {
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) instanceof Double) {
                    numbers.add(i);
                }
            }
        }
        for (List<@Nullable Object> row : expected) {
            for (int i = 0; i < row.size(); i++) {
                if (numbers.contains(i) && row.get(i) instanceof String text && text.matches("-?\\d+(\\.\\d+)?")) {
                    row.set(i, Double.valueOf(text));
                }
            }
        }
        return expected;
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
        if (text.matches("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?")) {
            return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
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

    private static boolean same(List<@Nullable Object> a, List<@Nullable Object> b) {
        for (int at = 0; at < a.size(); at++) {
            if (!same(a.get(at), b.get(at))) {
                return false;
            }
        }
        return a.size() == b.size();
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Double x && b instanceof Double y) {
            return Math.abs(x - y) <= TOLERANCE * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
        }
        return a == null ? b == null : a.equals(b);
    }
}

package io.bellwether.app.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Finds the columns that a case expects among those that came: Ossie does not say what the column of a field is called. */
final class ColumnNames {
    private ColumnNames() {}

    /** The position of each expected column; empty where they are not the same. */
    static List<Integer> match(List<String> expected, List<String> found) {
        if (expected.size() != found.size()) {
            return List.of();
        }
        List<Integer> positions = new ArrayList<>();
        for (String name : expected) {
            int at = position(name, found);
            if (at >= 0) {
                positions.add(at);
            }
        }
        if (new HashSet<>(positions).size() == found.size()) {
            return positions;
        }
        // Both name all columns in the order of the question.
        return java.util.stream.IntStream.range(0, found.size()).boxed().toList();
    }

    private static int position(String name, List<String> found) {
        for (int i = 0; i < found.size(); i++) {
            if (plain(found.get(i)).equals(plain(name))) {
                return i;
            }
        }
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (plain(found.get(i)).endsWith("_" + plain(name)) || plain(name).endsWith("_" + plain(found.get(i)))) {
                ends.add(i);
            }
        }
        return ends.size() == 1 ? ends.getFirst() : -1;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("\"", "").replaceAll("[.\\s]+|__", "_");
    }

    /**
     * The expected columns that the question orders by, as positions; empty where it orders by something else too. Rows
     * that tie may come in any order.
     */
    static List<Integer> ordering(String question, List<String> expected, List<String> found, List<Integer> positions) {
        JsonNode all = Documents.read("question", question).path("order_by");
        List<Integer> ordering = new ArrayList<>();
        for (JsonNode one : all.isArray() ? all : List.of(all)) {
            String name = Documents.text(one.isObject() ? one.path("field") : one);
            String column = name == null ? "" : name.strip().replaceFirst("(?i)\\s+(asc|desc|nulls)\\b.*$", "");
            int at = positions.indexOf(position(column, found));
            if (at < 0) {
                at = position(column, expected);
            }
            if (column.isEmpty() || at < 0) {
                return List.of();
            }
            ordering.add(at);
        }
        return ordering;
    }
}

package io.bellwether.engine.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the row that names the columns among the first rows of a sheet: people write a title above. A row names the
 * columns when it has a text, each another, over every column that most rows below it use.
 */
final class TableTop {
    /** So many rows are looked at; titles are shorter. */
    static final int ROWS = 40;

    private final List<SheetRow> rows;

    /** @param rows the first that are not blank */
    TableTop(List<SheetRow> rows) {
        this.rows = rows;
    }

    /** The index of the row of names: the first row where no other names the columns better. */
    int index() {
        for (int i = 0; i < rows.size(); i++) {
            if (names(i)) {
                return i;
            }
        }
        return 0;
    }

    private boolean names(int index) {
        SheetRow row = rows.get(index);
        List<SheetRow> below = rows.subList(index + 1, rows.size());
        if (below.isEmpty() || !row.isAllTexts() || !areDistinct(row)) {
            return false;
        }
        List<Integer> used = columns(below);
        return used.size() > 1 && used.stream().allMatch(c -> row.value(c) != null);
    }

    /** The columns with a value in at least half of the rows. */
    private static List<Integer> columns(List<SheetRow> rows) {
        int width = rows.stream().mapToInt(r -> r.values().size()).max().orElse(0);
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int column = i;
            long filled = rows.stream().filter(r -> r.value(column) != null).count();
            if (filled * 2 >= rows.size()) {
                used.add(column);
            }
        }
        return used;
    }

    private static boolean areDistinct(SheetRow row) {
        Set<String> seen = new HashSet<>();
        return row.values().stream()
                .filter(v -> v != null)
                .allMatch(v -> seen.add(v.toString().strip().toLowerCase(Locale.ROOT)));
    }

    /** The columns' names, each another. */
    static List<String> names(SheetRow header) {
        List<String> names = new ArrayList<>();
        for (Object cell : header.values()) {
            add(names, cell == null ? "" : text(cell));
        }
        return names;
    }

    private static String text(Object cell) {
        return cell instanceof java.math.BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : cell.toString().strip();
    }

    /** For a row that is longer than the row of names. */
    static void widen(List<String> names, int size) {
        while (names.size() < size) {
            add(names, "");
        }
    }

    private static void add(List<String> names, String wanted) {
        String base = wanted.isEmpty() ? "column" + names.size() : wanted;
        String name = base;
        for (int i = 1; contains(names, name); i++) {
            name = base + "_" + i;
        }
        names.add(name);
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(n -> n.equalsIgnoreCase(name));
    }
}

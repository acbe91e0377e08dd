package io.bellwether.engine.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rectangle of cells; rows count from 1, columns from 0, as a sheet's lines and letters do. */
record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    private static final Pattern ADDRESS = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?([0-9]{1,7})");
    private static final int MOST_ROWS = 1 << 20;
    private static final int MOST_COLUMNS = 1 << 14;

    /** Of {@code A2:B4}, or of one cell; empty where Excel has no such place. */
    static Optional<CellRange> of(String reference) {
        String[] corners = reference.split(":", 2);
        Optional<CellRange> first = cell(corners[0]);
        return corners.length == 1 ? first : first.flatMap(a -> cell(corners[1]).map(a::to));
    }

    private static Optional<CellRange> cell(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int row = Integer.parseInt(matcher.group(2));
        int column = -1;
        for (char letter : matcher.group(1).toCharArray()) {
            column = (column + 1) * 26 + (Character.toUpperCase(letter) - 'A');
        }
        return row < 1 || row > MOST_ROWS || column >= MOST_COLUMNS
                ? Optional.empty()
                : Optional.of(new CellRange(row, column, row, column));
    }

    private CellRange to(CellRange other) {
        return new CellRange(
                Math.min(firstRow, other.firstRow),
                Math.min(firstColumn, other.firstColumn),
                Math.max(lastRow, other.lastRow),
                Math.max(lastColumn, other.lastColumn));
    }

    boolean isOneColumn() {
        return firstColumn == lastColumn;
    }

    String firstAddress() {
        return address(firstRow, firstColumn);
    }

    String lastAddress() {
        return address(lastRow, lastColumn);
    }

    /** As people write it: {@code C7} for row 7 of the third column. */
    static String address(int row, int column) {
        return letters(column) + row;
    }

    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}

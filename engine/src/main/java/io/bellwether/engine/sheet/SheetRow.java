package io.bellwether.engine.sheet;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet.
 *
 * @param number as the sheet shows it, from 1
 * @param afterGap whether an empty line stands above it
 * @param values by column, without what is empty at the end: Boolean, BigDecimal, LocalDateTime, String,
 *     {@link CellProblem} or null
 * @param sums the formulas, by column, that sum up other cells of their own column
 */
public record SheetRow(
        int number, boolean hidden, boolean afterGap, List<@Nullable Object> values, Map<Integer, String> sums) {
    public SheetRow {
        values = Collections.unmodifiableList(values);
        sums = Map.copyOf(sums);
    }

    SheetRow belowAGap() {
        return new SheetRow(number, hidden, true, values, sums);
    }

    boolean isBlank() {
        return values.stream().allMatch(v -> v == null);
    }

    /** The value, null too where the row is shorter. */
    public @Nullable Object value(int column) {
        return column < values.size() ? values.get(column) : null;
    }

    /** How people find a cell of it: {@code C7}. */
    public String address(int column) {
        return CellRange.address(number, column);
    }

    /** How people name a column: {@code C}. */
    public static String letters(int column) {
        return CellRange.letters(column);
    }

    boolean isAllTexts() {
        return values.stream().allMatch(v -> v == null || v instanceof String);
    }

    long filled() {
        return values.stream().filter(v -> v != null).count();
    }
}

package io.bellwether.engine.sheet;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet.
 *
 * @param number as the sheet shows it, from 1
 * @param values by column, without what is empty at the end: Boolean, BigDecimal, LocalDateTime, String,
 *     {@link CellProblem} or null
 */
public record SheetRow(int number, boolean hidden, List<@Nullable Object> values) {
    public SheetRow {
        values = Collections.unmodifiableList(values);
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

    boolean isAllTexts() {
        return values.stream().allMatch(v -> v == null || v instanceof String);
    }

    long filled() {
        return values.stream().filter(v -> v != null).count();
    }
}

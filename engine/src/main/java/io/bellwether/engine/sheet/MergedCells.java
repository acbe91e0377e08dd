package io.bellwether.engine.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills merged cells as a reader of the sheet sees them: what stands over several rows holds for each.
 *
 * <pre>
 *   EU | 10        EU | 10
 *      | 20   →    EU | 20
 *   US | 30        US | 30
 * </pre>
 *
 * A number over several rows is a problem, since nothing says whether it counts once. Takes rows in their order.
 */
final class MergedCells {
    private record Open(CellRange range, @Nullable Object value) {}

    private final List<CellRange> merged;
    private final Map<Integer, Open> open = new HashMap<>();
    private int next;

    /** @param merged in the order of their first rows */
    MergedCells(List<CellRange> merged) {
        this.merged = merged;
    }

    /** The row with its merged cells filled in. */
    SheetRow fill(SheetRow row) {
        while (next < merged.size() && merged.get(next).firstRow() <= row.number()) {
            CellRange range = merged.get(next++);
            if (range.isOneColumn()) {
                open.put(range.firstColumn(), opened(range, row));
            }
        }
        open.values().removeIf(o -> o.range().lastRow() < row.number());
        if (open.isEmpty()) {
            return row;
        }
        List<@Nullable Object> values = new ArrayList<>(row.values());
        open.forEach((column, o) -> {
            while (values.size() <= column) {
                values.add(null);
            }
            values.set(column, o.value());
        });
        while (!values.isEmpty() && values.getLast() == null) {
            values.removeLast();
        }
        return new SheetRow(row.number(), row.hidden(), row.afterGap(), values, row.sums());
    }

    private static Open opened(CellRange range, SheetRow row) {
        Object value = range.firstRow() == row.number() ? row.value(range.firstColumn()) : null;
        return new Open(range, value instanceof Number ? CellProblem.mergedNumber(range) : value);
    }

    /** A merge over several columns that holds a value and crosses the row; null where there is none. */
    @Nullable
    CellRange across(SheetRow row) {
        for (int i = next - 1; i >= 0 && merged.get(i).firstRow() == row.number(); i--) {
            CellRange range = merged.get(i);
            if (!range.isOneColumn() && row.value(range.firstColumn()) != null) {
                return range;
            }
        }
        return null;
    }
}

package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/query}: the same JSON as the command line's. */
public record QueryView(List<ColumnView> columns, List<List<@Nullable Object>> rows, int statements) {
    /** @param type {@code text}, {@code integer}, {@code decimal}, … */
    public record ColumnView(String name, String type) {}
}

package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/query}: the same JSON as the command line's.
 *
 * @param incomplete why the numbers are not whole, as a sentence; or null
 * @param notes what is to be known of the rows, such as that a server's were read a while ago
 */
public record QueryView(
        List<ColumnView> columns,
        List<List<@Nullable Object>> rows,
        int statements,
        @Nullable String incomplete,
        List<String> notes) {
    /** @param type {@code text}, {@code integer}, {@code decimal}, … */
    public record ColumnView(String name, String type) {}
}

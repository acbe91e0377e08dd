package io.bellwether.app.init;

import io.bellwether.core.catalog.Column;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the data says about its files.
 *
 * @param name of the dataset that the files become
 * @param pattern of the files, from the workspace's folder
 * @param relation that holds the rows, in the embedded engine's words
 * @param totals rows of the files that are totals of others, and none of these; or null
 * @param unread columns that nothing can be computed of: nested, or too many
 * @param units what stands beside the numbers of a column, by its name: a currency, a per cent sign
 * @param notes what was read otherwise than it stands there, or could not be read
 */
record Profile(
        String name,
        String pattern,
        String relation,
        TotalRows.@Nullable Found totals,
        long rows,
        List<ColumnProfile> columns,
        List<Column> unread,
        Map<String, String> units,
        List<String> notes) {}

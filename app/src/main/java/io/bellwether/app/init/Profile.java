package io.bellwether.app.init;

import io.bellwether.core.catalog.FileReading.Told;
import java.util.List;
import java.util.Map;

/**
 * What the data says about its files.
 *
 * @param name of the dataset that the files become
 * @param units what stands beside the numbers of a column, by its name: a currency, a per cent sign
 * @param formats how the dates of a column are written, by its name, where the reader does not see it
 * @param notes what was read otherwise than it stands there, or could not be read
 */
record Profile(
        String name,
        Opened opened,
        long rows,
        List<ColumnProfile> columns,
        Map<String, String> units,
        Map<String, Told> formats,
        List<String> notes) {
    /** That holds the rows, in the embedded engine's words. */
    String relation() {
        return opened.relation();
    }

    /** The files, from the workspace's folder. */
    String pattern() {
        return opened.source().pattern();
    }
}

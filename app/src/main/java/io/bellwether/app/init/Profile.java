package io.bellwether.app.init;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.source.Diagnostic;
import java.util.List;

/**
 * What the data says about a file.
 *
 * @param name of the dataset that the file becomes
 * @param pattern of the file, from the workspace's folder
 * @param unread columns that nothing can be computed of: nested, or too many
 * @param warnings what the engine finds odd about the file
 */
record Profile(
        String name,
        String pattern,
        long rows,
        List<ColumnProfile> columns,
        List<Column> unread,
        List<Diagnostic> warnings) {}

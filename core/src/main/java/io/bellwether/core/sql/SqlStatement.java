package io.bellwether.core.sql;

import io.bellwether.core.catalog.Column;
import java.util.List;

/**
 * A statement that an engine can run as it stands: literals are in the text, escaped by the dialect, so that what a
 * person copies from a page runs as is.
 *
 * @param columns what comes back, in order
 */
public record SqlStatement(String text, List<Column> columns) {}

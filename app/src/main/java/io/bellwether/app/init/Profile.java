package io.bellwether.app.init;

import java.util.List;

/**
 * What the data says about a file.
 *
 * @param name of the dataset that the file becomes
 * @param pattern of the file, from the workspace's folder
 */
record Profile(String name, String pattern, long rows, List<ColumnProfile> columns) {}

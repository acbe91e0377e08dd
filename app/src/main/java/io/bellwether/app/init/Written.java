package io.bellwether.app.init;

import java.util.List;

/**
 * What {@code init} wrote.
 *
 * @param files from the workspace's folder
 * @param source the file of rows, as the workspace names it
 * @param rows how many it has
 * @param notes what was read otherwise than it stands there, or not at all
 */
public record Written(
        List<String> files, String source, long rows, List<String> metrics, List<String> kpis, List<String> notes) {}

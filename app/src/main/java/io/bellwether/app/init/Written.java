package io.bellwether.app.init;

import java.util.List;

/**
 * What {@code init} wrote.
 *
 * @param files from the workspace's folder
 * @param source the file of rows, as the workspace names it
 * @param count how many files they are
 * @param rows how many they have
 * @param notes what was read otherwise than it stands there, or not at all
 */
public record Written(
        List<String> files,
        String source,
        int count,
        long rows,
        List<String> metrics,
        List<String> kpis,
        List<String> notes) {}

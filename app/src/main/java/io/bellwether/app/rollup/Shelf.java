package io.bellwether.app.rollup;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.plan.Rollup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rollups that are there.
 *
 * @param files one for each, from the workspace's folder
 * @param each from its own file
 * @param days what of them is by day alone; null where that is less than two
 */
record Shelf(
        List<Path> files, List<Rollup.Kept> each, @Nullable Days days) {
    /**
     * @param file where the table with all of them lies, once it is made
     * @param kept each from there, and after them all from their own files
     */
    record Days(Rollup.Days rollup, Path file, List<Rollup.Kept> kept) {}

    static Shelf of(Map<Path, Rollup> there, Function<Rollup.Days, Path> name) {
        List<Rollup.Kept> each = new ArrayList<>();
        there.forEach((file, rollup) -> each.add(Rollup.Kept.of(rollup, "rollup_" + each.size(), source(file))));
        List<Rollup.Kept> parts =
                each.stream().filter(one -> Rollup.Days.takes(one.rollup())).toList();
        return new Shelf(
                List.copyOf(there.keySet()), List.copyOf(each), parts.size() < 2 ? null : days(parts, each, name));
    }

    private static Days days(List<Rollup.Kept> parts, List<Rollup.Kept> each, Function<Rollup.Days, Path> name) {
        Rollup.Days rollup = new Rollup.Days(parts);
        Path file = name.apply(rollup);
        List<Rollup.Kept> kept = new ArrayList<>(rollup.kept("rollup_days", source(file)));
        kept.addAll(each);
        return new Days(rollup, file, List.copyOf(kept));
    }

    private static DataSource source(Path file) {
        return new DataSource.Files(file.toString().replace('\\', '/'));
    }
}

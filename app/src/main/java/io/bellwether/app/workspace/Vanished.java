package io.bellwether.app.workspace;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Definitions that went away together with their file, or with the rest of it: as while a folder is moved, a file written or
 * a branch checked out. Whoever takes a KPI out of the middle of a file meant to.
 *
 * @param files that are gone, or of which only the beginning is there
 * @param names of what they defined and nothing defines any more
 * @param kpis those of the names that are KPIs
 */
record Vanished(List<String> files, Set<String> names, Set<String> kpis) {
    /** What stands for an item of another tool's file has no ending: that file is there and whole, or its import an error. */
    private static final Pattern FILE = Pattern.compile("\\.[A-Za-z]+$");

    /** What went away from one good state to the next; null for nothing. */
    static @Nullable Vanished between(Snapshot before, Snapshot now) {
        Catalog had = Objects.requireNonNull(before.catalog());
        Catalog has = Objects.requireNonNull(now.catalog());
        Set<String> kpis = missing(had.kpis(), has.kpis());
        Set<String> names = new TreeSet<>(kpis);
        names.addAll(missing(had.metrics(), has.metrics()));
        names.addAll(missing(had.datasets(), has.datasets()));
        names.addAll(missing(had.objectives(), has.objectives()));
        List<String> files = names.isEmpty() ? List.of() : cut(before.files(), now.files());
        return files.isEmpty() ? null : new Vanished(files, names, kpis);
    }

    boolean areKpis() {
        return names.equals(kpis);
    }

    private static Set<String> missing(Map<String, ?> had, Map<String, ?> has) {
        Set<String> missing = new TreeSet<>(had.keySet());
        missing.removeAll(has.keySet());
        return missing;
    }

    private static List<String> cut(List<SourceFile> before, List<SourceFile> now) {
        Map<String, String> texts =
                now.stream().collect(Collectors.toMap(SourceFile::path, SourceFile::text, (first, second) -> first));
        List<String> cut = new ArrayList<>();
        for (SourceFile file : before) {
            if (!FILE.matcher(file.path()).find()) {
                continue;
            }
            String whole = file.text().stripTrailing();
            String rest = texts.getOrDefault(file.path(), "").stripTrailing();
            if (rest.length() < whole.length() && whole.startsWith(rest)) {
                cut.add(file.path());
            }
        }
        return cut;
    }
}

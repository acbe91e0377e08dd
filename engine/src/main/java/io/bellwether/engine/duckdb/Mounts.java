package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.FileKind;
import io.bellwether.engine.file.FileSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Which version and columns of each source stand in the database. A source is loaded once per version of its files,
 * however many ask for it at the same time; asking for more columns loads it again with those of before and the new ones.
 * Statements that run meanwhile keep the rows that they began with.
 */
final class Mounts {
    private record Mounted(FileSet files, Set<String> columns) {
        String fingerprint() {
            return files.fingerprint();
        }
    }

    private final Shapes shapes;
    private final Map<String, Mounted> mounted = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> expected = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Mounts(Shapes shapes) {
        this.shapes = shapes;
    }

    void mount(FileSet files, String relation, Set<String> wanted, Deadline deadline) {
        FileShape shape = shapes.of(files, deadline);
        Set<String> columns = known(files, shape, wanted);
        if (holds(relation, files, columns)) {
            return;
        }
        ReentrantLock lock = locks.computeIfAbsent(relation, r -> new ReentrantLock());
        lock.lock();
        try {
            if (!holds(relation, files, columns)) {
                load(files, relation, columns, deadline);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The files that relations hold now. */
    Map<String, FileSet> files() {
        Map<String, FileSet> files = new TreeMap<>();
        mounted.forEach((relation, one) -> files.put(relation, one.files()));
        return files;
    }

    /** The columns come along when the relation is loaded next, as far as its files have them. */
    void expect(String relation, Set<String> columns) {
        expected.merge(relation, Set.copyOf(columns), (before, more) -> {
            Set<String> all = new LinkedHashSet<>(before);
            all.addAll(more);
            return Set.copyOf(all);
        });
    }

    private boolean holds(String relation, FileSet files, Set<String> columns) {
        Mounted now = mounted.get(relation);
        return now != null
                && now.fingerprint().equals(files.fingerprint())
                && now.columns().containsAll(columns);
    }

    private void load(FileSet files, String relation, Set<String> columns, Deadline deadline) {
        FileShape shape = shapes.of(files, deadline);
        Set<String> all = new LinkedHashSet<>(columns);
        Mounted before = mounted.get(relation);
        Stream.concat(expected(relation), before == null ? Stream.of() : before.columns().stream())
                .flatMap(c -> shape.column(c).stream())
                .map(PhysicalColumn::name)
                .filter(c -> !shape.refused().containsKey(c))
                .forEach(all::add);
        List<String> ordered = shape.columns().stream()
                .map(PhysicalColumn::name)
                .filter(all::contains)
                .toList();
        shapes.load(files, relation, ordered.isEmpty() ? firstOf(shape) : ordered, deadline);
        Set<String> held = files.kind() == FileKind.PARQUET ? names(shape) : all;
        mounted.put(relation, new Mounted(files, Set.copyOf(held)));
    }

    private Stream<String> expected(String relation) {
        Set<String> columns = expected.remove(relation);
        return columns == null ? Stream.of() : columns.stream();
    }

    /** A statement that only counts rows names no column, but a table must have one. */
    private static List<String> firstOf(FileShape shape) {
        List<String> names = shape.columns().stream().map(PhysicalColumn::name).toList();
        return List.of(names.stream()
                .filter(n -> !shape.refused().containsKey(n))
                .findFirst()
                .orElse(names.getFirst()));
    }

    private static Set<String> names(FileShape shape) {
        return new LinkedHashSet<>(
                shape.columns().stream().map(PhysicalColumn::name).toList());
    }

    private static Set<String> known(FileSet files, FileShape shape, Set<String> wanted) {
        Set<String> columns = new LinkedHashSet<>();
        for (String name : wanted) {
            Optional<PhysicalColumn> column = shape.column(name);
            String found = column.orElseThrow(() -> EngineException.of(
                            "S417", files.pattern() + " has no column named " + name, "check the file's first line"))
                    .name();
            Diagnostic refusal = shape.refused().get(found);
            if (refusal != null) {
                throw new EngineException(refusal, null);
            }
            columns.add(found);
        }
        return columns;
    }
}

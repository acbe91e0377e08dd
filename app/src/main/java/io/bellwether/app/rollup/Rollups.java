package io.bellwether.app.rollup;

import io.bellwether.app.query.Answering;
import io.bellwether.app.query.PlanChange;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Workspace;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.Rollup;
import io.bellwether.core.plan.RollupRewrite;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Digest;
import io.bellwether.core.sql.SqlRenderer;
import io.bellwether.core.time.Calendar;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.RowFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rollups of a workspace. Each is a file whose name is made of what it holds (its statement) and of the versions of the
 * data that it was made from: a rollup of other data, or of another definition, is another file, so that none is ever
 * stale, and one that was being written when the machine stopped is not there. What of them is by day alone stands once more
 * in one table, whose name is made of theirs: a scorecard then reads one file.
 */
public final class Rollups implements PlanChange {
    /** Under a workspace's folder. */
    private static final Path FOLDER = Path.of(".bellwether", "rollups");

    private static final String LOOKED = "looked";

    /** How long a file that nothing asks for any more stays, for the statements that still read it. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Engine engine;
    private final Path root;
    private @Nullable Proposed last;
    private @Nullable Shelf shelf;

    private record Proposed(Catalog catalog, List<Statement> statements) {}

    /** @param print that tells its SQL from every other */
    private record Statement(Rollup rollup, String print, List<DataSource> sources) {}

    /**
     * @param bytes of the file
     * @param problem why there is none, or null
     */
    public record Built(
            String what,
            Duration took,
            long bytes,
            @Nullable Diagnostic problem) {}

    /**
     * @param engine that reads files
     * @param root of the workspace
     */
    public Rollups(Engine engine, Path root) {
        this.engine = engine;
        this.root = root;
    }

    @Override
    public Plan of(Catalog catalog, Plan plan) {
        if (!Files.isDirectory(root.resolve(FOLDER))) {
            return plan;
        }
        Shelf shelf = shelf(catalog, new HashMap<>());
        Shelf.Days days = shelf.days();
        return RollupRewrite.of(
                plan, days != null && Files.exists(root.resolve(days.file())) ? days.kept() : shelf.each());
    }

    /** What is there for the data as it is now; made anew where other files are there than last time. */
    private synchronized Shelf shelf(Catalog catalog, Map<DataSource, Optional<String>> versions) {
        Map<Path, Rollup> there = new LinkedHashMap<>();
        for (Statement statement : statements(catalog)) {
            file(statement, versions)
                    .filter(file -> Files.exists(root.resolve(file)))
                    .ifPresent(file -> there.put(file, statement.rollup()));
        }
        if (shelf == null || !shelf.files().equals(List.copyOf(there.keySet()))) {
            shelf = Shelf.of(
                    there, days -> file(sql(days.plan(catalog.workspace().calendar()))));
        }
        return shelf;
    }

    /** How many there could be and are not, for the data as it is now. */
    public int missing(Catalog catalog) {
        Map<DataSource, Optional<String>> versions = new HashMap<>();
        Shelf.Days days = shelf(catalog, versions).days();
        Stream<Path> wanted = Stream.concat(
                statements(catalog).stream().flatMap(statement -> file(statement, versions).stream()),
                days == null ? Stream.of() : Stream.of(days.file()));
        return (int) wanted.filter(file -> !Files.exists(root.resolve(file))).count();
    }

    /** Whether it is long enough ago that somebody looked after them. */
    public boolean isDue(Workspace.Rollups wanted, Instant now, Calendar calendar) {
        try {
            Path looked = root.resolve(FOLDER).resolve(LOOKED);
            return wanted.every() == null
                    || !Files.exists(looked)
                    || !Instant.parse(Files.readString(looked))
                            .atZone(calendar.zone())
                            .plus(wanted.every())
                            .toInstant()
                            .isAfter(now);
        } catch (IOException | DateTimeException unreadable) {
            return true;
        }
    }

    /** Keeps when somebody looked after them. */
    public void looked(Instant now) {
        try {
            Files.createDirectories(root.resolve(FOLDER));
            Files.writeString(root.resolve(FOLDER).resolve(LOOKED), now.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes those that are missing, and takes away those that nothing asks for. */
    public List<Built> build(Catalog catalog, Answering answering, RowFiles files, Deadline deadline) {
        List<Built> built = new ArrayList<>();
        Set<Path> wanted = new LinkedHashSet<>();
        Map<DataSource, Optional<String>> versions = new HashMap<>();
        for (Statement statement : statements(catalog)) {
            Optional<Path> file = file(statement, versions);
            if (file.isPresent()) {
                Path place = root.resolve(file.get());
                wanted.add(place);
                if (!Files.exists(place)) {
                    Plan plan = statement.rollup().plan(catalog.workspace().calendar());
                    built.add(built(plan, place, answering, files, deadline));
                }
            }
        }
        Shelf.Days days = shelf(catalog, versions).days();
        if (days != null) {
            Path place = root.resolve(days.file());
            wanted.add(place);
            if (!Files.exists(place)) {
                Plan plan = days.rollup().plan(catalog.workspace().calendar());
                built.add(built(plan, place, answering, files, deadline));
            }
        }
        tidy(wanted);
        return built;
    }

    /** One that cannot be made, as its data does not keep what its joins rely on, is missed by nobody else. */
    private static Built built(Plan plan, Path place, Answering answering, RowFiles files, Deadline deadline) {
        long start = System.nanoTime();
        String what = plan.relation().note();
        try {
            files.write(answering.ready(plan, deadline), place, deadline);
            return new Built(what, Duration.ofNanos(System.nanoTime() - start), size(place), null);
        } catch (DiagnosticException e) {
            return new Built(what, Duration.ZERO, 0, e.diagnostics().getFirst());
        } catch (EngineException e) {
            return new Built(what, Duration.ZERO, 0, e.diagnostic());
        }
    }

    private synchronized List<Statement> statements(Catalog catalog) {
        if (last == null || last.catalog() != catalog) {
            List<Statement> statements = Proposals.of(catalog).stream()
                    .map(rollup -> new Statement(
                            rollup,
                            Digest.of(sql(rollup.plan(catalog.workspace().calendar()))),
                            rollup.sources().stream().map(Dataset::source).toList()))
                    .toList();
            last = new Proposed(catalog, statements);
            shelf = null;
        }
        return last.statements();
    }

    private String sql(Plan plan) {
        Map<String, String> relations = new LinkedHashMap<>();
        plan.sources().keySet().forEach(d -> relations.put(d.name(), engine.relation(d.source())));
        return SqlRenderer.render(plan, engine.dialect(), relations).text();
    }

    /**
     * Where the rollup of the data as it is now lies, from the workspace's folder; empty where data cannot be looked at.
     *
     * @param versions that were looked at already
     */
    private Optional<Path> file(Statement statement, Map<DataSource, Optional<String>> versions) {
        StringBuilder text = new StringBuilder(statement.print());
        for (DataSource source : statement.sources()) {
            Optional<String> version = versions.computeIfAbsent(source, this::version);
            if (version.isEmpty()) {
                return Optional.empty();
            }
            text.append('\n').append(version.get());
        }
        return Optional.of(file(text.toString()));
    }

    private static Path file(String text) {
        return FOLDER.resolve(Digest.of(text, 16) + ".parquet");
    }

    private Optional<String> version(DataSource source) {
        try {
            return engine.version(source);
        } catch (EngineException unreadable) {
            return Optional.empty();
        }
    }

    private void tidy(Set<Path> wanted) {
        if (!Files.isDirectory(root.resolve(FOLDER))) {
            return;
        }
        Instant old = Instant.now().minus(GRACE);
        try (var all = Files.list(root.resolve(FOLDER))) {
            for (Path file :
                    all.filter(f -> !wanted.contains(f) && !f.endsWith(LOOKED)).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.bellwether.app.query;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.plan.Planner;
import io.bellwether.core.plan.Question;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.sql.SqlRenderer;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.Engines;
import io.bellwether.engine.KeyCheck;
import io.bellwether.engine.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From a question to its rows: plan, check what the plan relies on, render, run. Problems come out as a
 * {@link DiagnosticException} with the place of the definition that caused them.
 */
public final class Answering {
    /** More copies than anybody makes while one question is answered. */
    private static final int RETRIES = 5;

    private final Engines engines;
    private final AnswerCache cache;
    private final PlanChange change;

    public Answering(Engines engines) {
        this(engines, new AnswerCache(0), PlanChange.NONE);
    }

    /** @param change of every plan that is run or shown */
    public Answering(Engines engines, AnswerCache cache, PlanChange change) {
        this.engines = engines;
        this.cache = cache;
        this.change = change;
    }

    /** The rows of the answer, and what ran for them. */
    public Answer answer(Catalog catalog, Question question, Deadline deadline) {
        return run(catalog, Planner.plan(catalog, question), deadline);
    }

    /**
     * Says that the question follows other statements over the same sources: each is then read once, for all of them. One
     * that cannot be planned expects nothing; asking it says why.
     *
     * @return whether it could be planned
     */
    public boolean expect(Catalog catalog, Question question) {
        try {
            expect(change.of(catalog, Planner.plan(catalog, question)));
            return true;
        } catch (DiagnosticException cannotBePlanned) {
            return false;
        }
    }

    private void expect(Plan plan) {
        plan.sources()
                .forEach((dataset, columns) -> engines.of(dataset.source()).expect(dataset.source(), columns));
    }

    /** The statement that would answer; nothing runs. */
    public SqlStatement statement(Catalog catalog, Question question) {
        Plan plan = change.of(catalog, Planner.plan(catalog, question));
        return render(plan, engine(plan));
    }

    /** The statement of a plan as it is; nothing runs. */
    SqlStatement statement(Plan plan) {
        return render(plan, engine(plan));
    }

    /** The rows of a plan of ours, sooner where there is a way. A copy that has gone meanwhile left a newer one behind. */
    Answer run(Catalog catalog, Plan plan, Deadline deadline) {
        Plan changed = change.of(catalog, plan);
        for (int again = 0; again < RETRIES; again++) {
            try {
                return run(changed, deadline);
            } catch (DiagnosticException e) {
                Plan now = change.of(catalog, plan);
                if (now.equals(changed)) {
                    throw e;
                }
                changed = now;
            }
        }
        return run(changed, deadline);
    }

    /** The rows of the plan as it is: kept ones where the data is still the same. */
    public Answer run(Plan plan, Deadline deadline) {
        try {
            return ran(plan, deadline);
        } catch (DiagnosticException e) {
            Reads.noteFailure();
            throw e;
        }
    }

    private Answer ran(Plan plan, Deadline deadline) {
        Engine engine = engine(plan);
        SqlStatement statement = render(plan, engine);
        long start = System.nanoTime();
        Supplier<Table> work = () -> work(plan, engine, statement, deadline);
        Optional<AnswerCache.Key> key = key(plan, engine, statement);
        AnswerCache.Found found = key.map(k ->
                        failing(() -> cache.answer(k, deadline, work, () -> key(plan, engine, statement))))
                .orElseGet(() -> new AnswerCache.Found(work.get(), 0));
        String note = key.filter(k -> k.holds() < Long.MAX_VALUE && found.age() > 0)
                .map(k -> OldRows.note(plan, found.age(), k.holds()))
                .orElseGet(() -> asides(plan));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new Answer(found.table(), List.of(new Ran(statement.text(), took, note)));
    }

    private Table work(Plan plan, Engine engine, SqlStatement statement, Deadline deadline) {
        mount(plan, engine, deadline);
        return NoNumbers.told(plan, engine, deadline, () -> failing(() -> engine.run(statement, deadline)));
    }

    /** The statement of the plan as it is, with everything checked and mounted, for those who run it themselves. */
    public SqlStatement ready(Plan plan, Deadline deadline) {
        Engine engine = engine(plan);
        mount(plan, engine, deadline);
        return render(plan, engine);
    }

    private void mount(Plan plan, Engine engine, Deadline deadline) {
        expect(plan);
        checkKeys(plan, deadline);
        checkListings(plan, deadline);
        plan.sources()
                .forEach((dataset, columns) -> at(dataset, () -> {
                    engine.mount(dataset.source(), columns, deadline);
                    return true;
                }));
    }

    /** Empty where the data of a source has no version that could tell whether it is the same, and must not be kept. */
    private Optional<AnswerCache.Key> key(Plan plan, Engine engine, SqlStatement statement) {
        List<String> versions = new ArrayList<>();
        long holds = Long.MAX_VALUE;
        for (Dataset dataset : plan.sources().keySet()) {
            Optional<String> version = at(dataset, () -> engine.version(dataset.source()));
            Reads.note(dataset.source(), version);
            if (version.isEmpty()) {
                long keep = OldRows.keep(dataset);
                if (keep == 0) {
                    return Optional.empty();
                }
                holds = Math.min(holds, keep);
            }
            versions.add(dataset.name() + "@" + version.orElse(""));
        }
        // A key that a definition promises is not checked: without the promise the same statement may be wrong.
        plan.uniqueKeys().forEach(key -> versions.add(key.dataset().name() + key.fields()));
        return Optional.of(new AnswerCache.Key(statement, versions, holds));
    }

    /** How many rows of the dataset's files cannot be read and are set aside. */
    long setAside(Dataset dataset) {
        return dataset.source() instanceof DataSource.Files files
                        && files.reading().quarantine()
                ? at(dataset, () -> engines.of(files).describe(files).aside())
                : 0;
    }

    /** What is to be known of the rows. */
    private @Nullable String asides(Plan plan) {
        List<String> notes = new ArrayList<>();
        for (Dataset dataset : plan.sources().keySet()) {
            long rows = setAside(dataset);
            if (rows > 0) {
                notes.add(rows + (rows == 1 ? " row of " : " rows of ") + dataset.name()
                        + (rows == 1 ? " is" : " are") + " set aside and "
                        + (rows == 1 ? "does" : "do") + " not count: bellwether check tells why");
            }
        }
        return notes.isEmpty() ? null : String.join("; ", notes);
    }

    /** Whether no two rows share these fields. */
    boolean isUnique(Dataset dataset, List<String> fields, Deadline deadline) {
        return repeated(dataset, fields, deadline).isEmpty();
    }

    /** A key that several rows share, as text. Plain columns are checked once for each version of the data. */
    private Optional<String> repeated(Dataset dataset, List<String> fields, Deadline deadline) {
        Optional<List<String>> columns = KeyColumns.of(dataset, fields);
        if (columns.isEmpty()) {
            return RepeatedKey.in(run(RepeatedKey.plan(dataset, fields), deadline));
        }
        Engine engine = engines.of(dataset.source());
        KeyCheck check = at(dataset, () -> engine.keyCheck(dataset.source(), columns.get(), deadline));
        return check.isUnique() ? Optional.empty() : Optional.of(Objects.requireNonNull(check.example()));
    }

    private Engine engine(Plan plan) {
        return engines.of(OneEngine.of(plan.sources().keySet()));
    }

    private static SqlStatement render(Plan plan, Engine engine) {
        Map<String, String> relations = new LinkedHashMap<>();
        plan.sources().keySet().forEach(d -> relations.put(d.name(), engine.relation(d.source())));
        return SqlRenderer.render(plan, engine.dialect(), relations);
    }

    /** A join to a key that is not unique would count rows more than once: better no number than a wrong one. */
    private void checkKeys(Plan plan, Deadline deadline) {
        List<Diagnostic> problems = new ArrayList<>();
        for (Plan.UniqueKey key : plan.uniqueKeys()) {
            Dataset dataset = key.dataset();
            repeated(dataset, key.fields(), deadline).ifPresent(example -> problems.add(notUnique(key, example)));
            overlapping(key, deadline).ifPresent(example -> problems.add(overlapping(key, example)));
        }
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
    }

    /** A window counted in a table's periods would lose the rows that the table has no period for. */
    private void checkListings(Plan plan, Deadline deadline) {
        List<Diagnostic> problems = new ArrayList<>();
        for (Plan.Listing listing : plan.listings()) {
            Listings.problem(listing, run(listing.plan(plan.calendar()), deadline))
                    .filter(problem -> !problems.contains(problem))
                    .ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
    }

    /** A thing that two rows hold for at the same time, as text. */
    private Optional<String> overlapping(Plan.UniqueKey key, Deadline deadline) {
        Dataset.Validity validity = key.dataset().validity();
        if (validity == null || !key.fields().contains(validity.from())) {
            return Optional.empty();
        }
        List<String> things =
                key.fields().stream().filter(f -> !f.equals(validity.from())).toList();
        return Overlaps.in(run(Overlaps.plan(key.dataset(), things), deadline));
    }

    private static Diagnostic overlapping(Plan.UniqueKey key, String example) {
        return Diagnostic.error(
                PlanCodes.KEY_NOT_UNIQUE,
                key.relationship(),
                "several rows of %s hold at the same time for one (%s): joining to them would count rows more than once"
                        .formatted(key.dataset().name(), example),
                "end a row when the next one begins");
    }

    private static Diagnostic notUnique(Plan.UniqueKey key, String example) {
        return Diagnostic.error(
                PlanCodes.KEY_NOT_UNIQUE,
                key.relationship(),
                "several rows of %s have the same %s (%s): joining to them would count rows more than once"
                        .formatted(key.dataset().name(), String.join(", ", key.fields()), example),
                "name columns that are unique in " + key.dataset().name());
    }

    private static <T> T at(Dataset dataset, Supplier<T> work) {
        try {
            return work.get();
        } catch (EngineException e) {
            throw new DiagnosticException(e.diagnostic(dataset.span()));
        }
    }

    private static <T> T failing(Supplier<T> work) {
        try {
            return work.get();
        } catch (EngineException e) {
            throw new DiagnosticException(e.diagnostic());
        }
    }
}

package io.bellwether.app.manual;

import io.bellwether.app.store.Change;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Digest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The use case of values that people give: checked all together, written all or none, corrected by adding to them. Whoever
 * sends under a key gets the first answer again when the same comes under that key again.
 */
public final class Values {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** More writers of one metric at the same moment than there are. */
    private static final int RETRIES = 20;

    private static final int MOST_PROBLEMS = 20;

    private final Supplier<Store> store;
    private final ValueFiles files;

    public Values(Supplier<Store> store, ValueFiles files) {
        this.store = store;
        this.files = files;
    }

    /** Whose values, who gives them, and how they came: {@code typed}, {@code sent}, {@code uploaded}. */
    public record Giving(Catalog catalog, String metric, Person by, Instant at, String origin) {}

    /**
     * @param key under which the same may be sent again, or null
     * @param reason for all corrections that say none, or null
     * @param version which values must still be there, as a preview told; null where it does not matter
     */
    public record Batch(
            List<Entry> entries,
            @Nullable String reason,
            @Nullable String key,
            @Nullable String version) {}

    /** What became of a batch. */
    public record Given(String metric, int added, int corrected, int takenBack, int same) {
        /** One sentence. */
        public String text() {
            List<String> parts = new ArrayList<>();
            part(parts, added, "added");
            part(parts, corrected, "corrected");
            part(parts, takenBack, "taken back");
            part(parts, same, "already there");
            return metric + ": " + (parts.isEmpty() ? "nothing given" : String.join(", ", parts)) + ".";
        }

        private static void part(List<String> parts, int count, String what) {
            if (count > 0) {
                parts.add(count + " " + what);
            }
        }
    }

    /**
     * Writes a batch.
     *
     * @throws DiagnosticException with all that is wrong with it; then nothing is written
     */
    public Given give(Giving giving, Batch batch) {
        for (int again = 0; ; again++) {
            try {
                return once(giving, batch);
            } catch (Moved moved) {
                if (again == RETRIES) {
                    throw moved;
                }
            }
        }
    }

    private Given once(Giving giving, Batch batch) {
        String key = batch.key();
        Optional<ValueRows.Push> before = key == null
                ? Optional.empty()
                : store.get().read(handle -> ValueRows.push(handle, giving.metric(), key));
        String body = digest(giving, batch);
        if (before.isPresent()) {
            return replayed(before.get(), body, batch);
        }
        Comparing comparing = compare(giving.catalog(), giving.metric(), giving.at(), batch.entries());
        if (batch.version() != null && !batch.version().equals(comparing.version())) {
            throw EntryProblems.changedMeanwhile();
        }
        List<Diagnostic> problems = new ArrayList<>(comparing.problems());
        EntryProblems.withoutReason(comparing, batch.reason(), problems);
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
        }
        Given given = comparing.given();
        write(giving, batch, comparing, new ValueRows.Push(body, JSON.writeValueAsString(given)));
        files.ready(comparing.metric(), store.get());
        return given;
    }

    private static Given replayed(ValueRows.Push before, String body, Batch batch) {
        if (!before.body().equals(body)) {
            throw EntryProblems.otherBody(String.valueOf(batch.key()));
        }
        return JSON.readValue(before.answer(), Given.class);
    }

    /** What entries would do to the values that are there now. */
    public Comparing compare(Catalog catalog, String metricName, Instant at, List<Entry> entries) {
        ManualMetric metric = metric(catalog, metricName);
        LocalDateTime now = LocalDateTime.ofInstant(at, metric.calendar().zone());
        return store.get().read(handle -> {
            String version = ValueRows.version(handle, metric.name()).orElse(null);
            List<ValueRows.Row> there = ValueRows.latest(
                    handle, metric.name(), metric.source().every().word());
            return Comparing.of(metric, new EntryCheck(metric, now), entries, there, version);
        });
    }

    private void write(Giving giving, Batch batch, Comparing comparing, ValueRows.Push push) {
        List<ValueRows.Fresh> fresh = comparing.lines().stream()
                .filter(Comparing.Line::writes)
                .map(line -> fresh(giving, batch, comparing.metric(), line))
                .toList();
        String metric = comparing.metric().name();
        String key = batch.key();
        if (fresh.isEmpty()) {
            if (key != null) {
                store.get().keep(handle -> first(handle, metric, key, push, giving.at()));
            }
            return;
        }
        store.get().change(change(giving, comparing), handle -> {
            if (!ValueRows.take(
                    handle, metric, comparing.version(), UUID.randomUUID().toString())) {
                throw new Moved();
            }
            ValueRows.add(handle, fresh);
            return key == null || first(handle, metric, key, push, giving.at());
        });
    }

    private static boolean first(Handle handle, String metric, String key, ValueRows.Push push, Instant at) {
        if (!ValueRows.keep(handle, metric, key, push, at)) {
            throw new Moved();
        }
        return true;
    }

    private static ValueRows.Fresh fresh(Giving giving, Batch batch, ManualMetric metric, Comparing.Line line) {
        Value value = line.checked();
        boolean corrects = line.before() != null;
        String reason = value.reason() == null && corrects ? batch.reason() : value.reason();
        return new ValueRows.Fresh(
                metric.name(),
                metric.source().every().word(),
                new Value(value.period(), value.starts(), value.members(), value.number(), reason),
                ValueRows.members(where(metric, value.members())),
                giving.origin(),
                giving.by().email(),
                giving.at());
    }

    static Map<String, String> where(ManualMetric metric, List<String> members) {
        Map<String, String> where = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            where.put(metric.by().get(i).name(), members.get(i));
        }
        return where;
    }

    private static Change change(Giving giving, Comparing comparing) {
        Given given = comparing.given();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("added", given.added());
        detail.put("corrected", given.corrected());
        detail.put("taken_back", given.takenBack());
        detail.put("origin", giving.origin());
        detail.put(
                "periods",
                comparing.lines().stream()
                        .filter(Comparing.Line::writes)
                        .map(line -> line.checked().period())
                        .distinct()
                        .limit(20)
                        .toList());
        return new Change(giving.at(), giving.by().email(), "values.add", "metric:" + giving.metric(), detail);
    }

    /**
     * The values that count.
     *
     * @throws DiagnosticException where people do not type in a metric of that name
     */
    public List<ValueRows.Row> latest(Catalog catalog, String name) {
        ManualMetric metric = metric(catalog, name);
        return store
                .get()
                .read(handle ->
                        ValueRows.latest(handle, name, metric.source().every().word()))
                .stream()
                .filter(row -> row.number() != null)
                .toList();
    }

    /** Whether somebody has given a value for a period of a metric, in a transaction of the caller's. */
    public static boolean isGiven(Handle handle, ManualMetric metric, LocalDate starts) {
        return ValueRows.any(handle, metric.name(), metric.source().every().word(), starts);
    }

    /** All that was ever given for a metric, the newest first, whether or not it is still defined. */
    public List<ValueRows.Row> history(String name, Optional<String> period, int limit) {
        return store.get().read(handle -> ValueRows.history(handle, name, period, limit));
    }

    /** Metrics that have values and are defined no more. */
    public List<String> orphans(Catalog catalog) {
        return store.get().read(ValueRows::metrics).stream()
                .filter(name -> ManualMetric.find(catalog, name).isEmpty())
                .toList();
    }

    /** The metric of that name, or a problem that says which there are. */
    public ManualMetric metric(Catalog catalog, String name) {
        return ManualMetric.find(catalog, name)
                .orElseGet(() -> ManualMetric.of(catalog, name, store.get().read(ValueRows::metrics)));
    }

    /** What was sent, whoever sent it and whenever. */
    private static String digest(Giving giving, Batch batch) {
        List<Object> parts = new ArrayList<>();
        parts.add(giving.metric());
        parts.add(batch.reason() == null ? "" : batch.reason());
        for (Entry entry : batch.entries()) {
            parts.add(List.of(
                    entry.period(),
                    ValueRows.members(entry.where()),
                    entry.value() == null ? List.of() : entry.value(),
                    entry.reason() == null ? "" : entry.reason()));
        }
        return Digest.of(JSON.writeValueAsBytes(parts), Digest.WHOLE);
    }

    /** Somebody else wrote values of the metric between our look and our turn. */
    private static final class Moved extends RuntimeException {
        private static final long serialVersionUID = 1;

        Moved() {
            super("values changed meanwhile", null, false, false);
        }
    }
}

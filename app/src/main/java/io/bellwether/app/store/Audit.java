package io.bellwether.app.store;

import io.bellwether.core.source.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of every change. Each record holds the hash of the one before it, so that none can be changed, taken out or
 * put in without every later hash being wrong: the log shows meddling, it cannot prevent it.
 */
public final class Audit {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Audit() {}

    /**
     * One record as it is kept.
     *
     * @param detail JSON with its keys in order
     * @param data the rows that were written with it, each with its hash, as JSON; null in records from before there was this
     */
    public record Entry(
            long sequence,
            Instant at,
            String person,
            String action,
            String subject,
            String detail,
            String previousHash,
            String hash,
            @Nullable String data) {
        String expected() {
            List<Object> all =
                    new ArrayList<>(List.of(previousHash, sequence, Moments.text(at), person, action, subject, detail));
            if (data != null) {
                all.add(data);
            }
            return Digest.of(JSON.writeValueAsString(all));
        }
    }

    /** The first record that is not as it was written, and why; empty for a whole chain. */
    public record Verified(
            long entries, @Nullable Long brokenAt, @Nullable String why) {
        /** One sentence. */
        public String text() {
            return brokenAt == null
                    ? "The log is whole: " + entries + (entries == 1 ? " record." : " records.")
                    : "The log is broken at record " + brokenAt + ": " + why + ".";
        }
    }

    /** The log, and the data beside it; the data of a log that is broken is held against nothing. */
    public record Checked(Verified log, @Nullable Evidence data) {
        /** The first record that is not as it was written, or whose rows are not; null where all is. */
        public @Nullable Long brokenAt() {
            if (log.brokenAt() != null || data == null) {
                return log.brokenAt();
            }
            return data.differences().stream()
                    .map(Evidence.Difference::record)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }

        /** All of it, on one line. */
        public String text() {
            return String.join(" ", texts());
        }

        /** A sentence for each. */
        public List<String> texts() {
            return data == null || log.entries() == 0 ? List.of(log.text()) : List.of(log.text(), data.text());
        }
    }

    /** Each change with its record; the last one holds the rows that the transaction wrote. */
    static void append(Handle handle, List<Change> changes, Covered.Before before) {
        var rows = Covered.written(handle, before);
        if (changes.isEmpty() && !rows.isEmpty() && !before.first()) {
            throw new IllegalStateException("rows of " + rows.keySet() + " without a record");
        }
        for (int i = 0; i < changes.size(); i++) {
            append(handle, changes.get(i), Covered.json(i == changes.size() - 1 ? rows : new TreeMap<>()));
        }
    }

    private static void append(Handle handle, Change change, String data) {
        var end = handle.createQuery("update audit_end set sequence = sequence + 1 returning sequence, hash")
                .map((rows, context) -> Map.entry(rows.getLong(1), rows.getString(2)))
                .one();
        String detail = JSON.writeValueAsString(change.detail());
        var bare = new Entry(
                end.getKey(),
                Moments.read(Moments.text(change.at())),
                change.by(),
                change.action(),
                change.subject(),
                detail,
                end.getValue(),
                "",
                data);
        String hash = bare.expected();
        handle.createUpdate("""
                        insert into audit (sequence, at, person, action, subject, detail, previous_hash, hash, data)
                        values (:sequence, :at, :person, :action, :subject, :detail, :previousHash, :hash, :data)""").bindMethods(bare).bind("hash", hash).execute();
        handle.execute("update audit_end set hash = ?", hash);
    }

    /** The newest first. */
    public static List<Entry> latest(Handle handle, Optional<String> subject, int limit) {
        String where = subject.isPresent() ? " where subject = :subject" : "";
        var query = handle.createQuery("select * from audit" + where + " order by sequence desc limit :limit")
                .bind("limit", limit);
        subject.ifPresent(s -> query.bind("subject", s));
        return query.map(ConstructorMapper.of(Entry.class)).list();
    }

    /** Reads the whole chain and computes every hash anew. */
    public static Verified verify(Handle handle) {
        return walk(handle, entry -> {});
    }

    /** The same, and every row of the data beside what its record says of it. */
    public static Checked check(Handle handle) {
        var records = new Evidence.Records();
        Verified log = walk(handle, records::add);
        return new Checked(log, log.brokenAt() == null ? records.against(handle) : null);
    }

    private static Verified walk(Handle handle, Consumer<Entry> each) {
        try (Stream<Entry> entries = handle
                .createQuery("select * from audit order by sequence")
                .setFetchSize(1_000)
                .map(ConstructorMapper.of(Entry.class))
                .stream()) {
            Walk walk = new Walk();
            entries.takeWhile(walk::whole).forEach(each);
            return walk.end(handle);
        }
    }

    /** One walk along the chain. */
    private static final class Walk {
        private long sequence;
        private String hash = "";
        private @Nullable String why;
        private long brokenAt;

        boolean whole(Entry entry) {
            if (entry.sequence() != sequence + 1) {
                why = "records " + (sequence + 1) + " to " + (entry.sequence() - 1) + " are missing";
            } else if (!entry.previousHash().equals(hash)) {
                why = "it does not follow the record before it";
            } else if (!entry.hash().equals(entry.expected())) {
                why = "it was changed after it was written";
            }
            if (why != null) {
                brokenAt = entry.sequence();
                return false;
            }
            sequence = entry.sequence();
            hash = entry.hash();
            return true;
        }

        Verified end(Handle handle) {
            if (why == null) {
                String end = handle.createQuery("select sequence, hash from audit_end")
                        .map((row, context) -> row.getLong(1) + " " + row.getString(2))
                        .one();
                if (!end.equals(sequence + " " + hash)) {
                    why = "records after it are missing";
                    brokenAt = sequence + 1;
                }
            }
            return new Verified(sequence, why == null ? null : brokenAt, why);
        }
    }
}

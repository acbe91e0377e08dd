package io.bellwether.app.store;

import io.bellwether.core.source.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     */
    public record Entry(
            long sequence,
            Instant at,
            String person,
            String action,
            String subject,
            String detail,
            String previousHash,
            String hash) {
        String expected() {
            return Digest.of(JSON.writeValueAsString(
                    List.of(previousHash, sequence, Moments.text(at), person, action, subject, detail)));
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

    static void append(Handle handle, Change change) {
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
                "");
        String hash = bare.expected();
        handle.createUpdate("""
                        insert into audit (sequence, at, person, action, subject, detail, previous_hash, hash)
                        values (:sequence, :at, :person, :action, :subject, :detail, :previousHash, :hash)""").bindMethods(bare).bind("hash", hash).execute();
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
        try (Stream<Entry> entries = handle
                .createQuery("select * from audit order by sequence")
                .setFetchSize(1_000)
                .map(ConstructorMapper.of(Entry.class))
                .stream()) {
            Walk walk = new Walk();
            entries.takeWhile(walk::whole).forEach(entry -> {});
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
                String end = handle.createQuery("select hash from audit_end")
                        .mapTo(String.class)
                        .one();
                if (!end.equals(hash)) {
                    why = "records after it are missing";
                    brokenAt = sequence + 1;
                }
            }
            return new Verified(sequence, why == null ? null : brokenAt, why);
        }
    }
}

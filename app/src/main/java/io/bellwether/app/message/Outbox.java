package io.bellwether.app.message;

import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Alert.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * The messages on their way, in the store. Each is added in the transaction of what caused it, so neither is there without
 * the other; each is claimed for a while by one server, which marks it as sent only after the receiver took it. A server
 * that dies in between leaves it to the next: a message arrives at least once.
 */
public final class Outbox {
    private static final String COLUMNS =
            "id, key, about, channel, address, secret, subject, body, html, added, due, state, attempts, sent, problem";

    private Outbox() {}

    /** What may become of a message. */
    public enum State {
        WAITING,
        SENT,
        FAILED
    }

    /**
     * One message as it is kept.
     *
     * @param due when it is tried next
     * @param problem why the last attempt failed, or null
     */
    public record Row(
            long id,
            String key,
            String about,
            String channel,
            String address,
            @Nullable String secret,
            String subject,
            String body,
            @Nullable String html,
            Instant added,
            Instant due,
            String state,
            int attempts,
            @Nullable Instant sent,
            @Nullable String problem) {
        public Message message() {
            return new Message(
                    key, about, new Channel(Channel.Kind.valueOf(channel), address, secret), subject, body, html);
        }
    }

    /** Adds a message to the transaction of what caused it; false where one with its key is there already. */
    public static boolean add(Handle handle, Message message, Instant at) {
        return handle.createUpdate("""
                        insert into message
                          (key, about, channel, address, secret, subject, body, html, added, due, state, attempts)
                        values
                          (:key, :about, :channel, :address, :secret, :subject, :body, :html, :at, :at, 'WAITING', 0)
                        on conflict (key) do nothing""")
                        .bindMethods(message)
                        .bind("channel", message.to().kind().name())
                        .bind("address", message.to().address())
                        .bind("secret", message.to().secret())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /**
     * Takes messages that are due, so that no other server does as long as the lease holds. The attempt counts from now:
     * a message that kills its server is given up too.
     *
     * @param holder who takes them
     */
    static List<Row> claim(Store store, String holder, Instant at, Duration lease, int most) {
        return store.keep(handle -> handle.createQuery("update message set holder = :holder, lease = :until,"
                        + " attempts = attempts + 1 where id in (select id from message where " + DUE
                        + " order by due, id limit :most) and " + DUE + " returning " + COLUMNS)
                .bind("holder", holder)
                .bind("until", at.plus(lease))
                .bind("at", at)
                .bind("most", most)
                .map(ConstructorMapper.of(Row.class))
                .list());
    }

    private static final String DUE = "state = 'WAITING' and due <= :at and (lease is null or lease <= :at)";

    static void sent(Store store, Row row, String holder, Instant at) {
        store.keep(handle -> handle.createUpdate("update message set state = 'SENT', sent = :at, lease = null,"
                        + " problem = null where id = :id and state = 'WAITING' and holder = :holder")
                .bind("at", at)
                .bind("id", row.id())
                .bind("holder", holder)
                .execute());
    }

    static void later(Store store, Row row, String holder, Instant due, String problem) {
        store.keep(handle -> handle.createUpdate("update message set due = :due, lease = null, problem = :problem"
                        + " where id = :id and state = 'WAITING' and holder = :holder")
                .bind("due", due)
                .bind("problem", problem)
                .bind("id", row.id())
                .bind("holder", holder)
                .execute());
    }

    /** Gives a message up, for all to see. */
    static void failed(Handle handle, Row row, String holder, String problem) {
        handle.createUpdate("update message set state = 'FAILED', lease = null, problem = :problem"
                        + " where id = :id and state = 'WAITING' and holder = :holder")
                .bind("problem", problem)
                .bind("id", row.id())
                .bind("holder", holder)
                .execute();
    }

    /** Tries a message again that was given up; false where there is none. */
    public static boolean again(Handle handle, long id, Instant at) {
        return handle.createUpdate("update message set state = 'WAITING', due = :at, attempts = 0, lease = null"
                                + " where id = :id and state = 'FAILED'")
                        .bind("at", at)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** The newest first, whatever became of them; or only those about one thing. */
    public static List<Row> latest(Handle handle, Optional<String> about, int limit) {
        String where = about.isPresent() ? " where about = :about" : "";
        var query = handle.createQuery("select " + COLUMNS + " from message" + where + " order by id desc limit :limit")
                .bind("limit", limit);
        about.ifPresent(a -> query.bind("about", a));
        return query.map(ConstructorMapper.of(Row.class)).list();
    }

    /** One message. */
    public static Optional<Row> one(Handle handle, String key) {
        return handle.createQuery("select " + COLUMNS + " from message where key = :key")
                .bind("key", key)
                .map(ConstructorMapper.of(Row.class))
                .findOne();
    }

    /** How many messages are in a state. */
    public static long count(Handle handle, State state) {
        return handle.createQuery("select count(*) from message where state = :state")
                .bind("state", state.name())
                .mapTo(Long.class)
                .one();
    }

    /** Forgets what was sent or given up before a moment; what waits stays. */
    public static int clean(Handle handle, Instant before) {
        return handle.createUpdate("delete from message where added < :before and state <> 'WAITING'")
                .bind("before", before)
                .execute();
    }
}

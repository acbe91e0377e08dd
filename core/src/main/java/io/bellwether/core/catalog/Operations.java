package io.bellwether.core.catalog;

import io.bellwether.core.source.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a workspace is run: who belongs to it, who is told what, where its memory is. Secrets stand in it as references.
 *
 * @param people by e-mail address, in small letters
 * @param store where the memory is, or null for a file in the workspace's folder
 * @param mail the server that takes mail, or null where none is sent
 * @param privateHosts hosts that webhooks may reach although their addresses are private
 * @param removedAfter how long a KPI must have been away from the files before it counts as removed
 */
public record Operations(
        Map<String, Person> people,
        List<Alert> alerts,
        List<Waiver> waivers,
        @Nullable StoreAddress store,
        @Nullable MailServer mail,
        Digests digests,
        List<String> privateHosts,
        TemporalAmount removedAfter) {
    /** Longer than an editor, a sync client or a checkout takes. */
    public static final TemporalAmount MOMENT = Duration.ofMinutes(10);

    /** Nobody and nothing. */
    public static final Operations NONE =
            new Operations(Map.of(), List.of(), List.of(), null, null, Digests.STANDARD, List.of(), MOMENT);

    /** When what went away then counts as removed. */
    public Instant removed(Instant since) {
        return since.atOffset(ZoneOffset.UTC).plus(removedAfter).toInstant();
    }

    /** The person with that address, whatever its case. */
    public Optional<Person> person(String email) {
        return Optional.ofNullable(people.get(Person.key(email)));
    }

    /** The people of a team, in the order of the files. */
    public List<Person> team(String team) {
        return people.values().stream().filter(p -> team.equals(p.team())).toList();
    }

    /** The address of a PostgreSQL database; url, user and password may be references. */
    public record StoreAddress(
            String url, @Nullable String user, @Nullable String password, Span span) {}

    /** @param port null for the usual one of {@code security} */
    public record MailServer(
            String host,
            @Nullable Integer port,
            Security security,
            String from,
            @Nullable String user,
            @Nullable String password) {
        /** How the connection is kept from others. */
        public enum Security {
            NONE,
            STARTTLS,
            TLS
        }
    }

    /**
     * When digests go out, by the workspace's clock.
     *
     * @param daily null for never
     * @param weekly null for never
     */
    public record Digests(
            @Nullable LocalTime daily, @Nullable LocalTime weekly, DayOfWeek weekday) {
        /** At half past seven, the weekly one on Mondays. */
        public static final Digests STANDARD = new Digests(LocalTime.of(7, 30), LocalTime.of(7, 30), DayOfWeek.MONDAY);
    }

    /**
     * A rule that is known not to hold.
     *
     * @param on the name of what it is about, or null for everything
     * @param until the last day on which it counts
     */
    public record Waiver(String code, @Nullable String on, String reason, LocalDate until, Span span) {
        /** Whether it still counts on a day. */
        public boolean holds(LocalDate day) {
            return !day.isAfter(until);
        }
    }
}

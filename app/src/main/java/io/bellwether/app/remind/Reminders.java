package io.bellwether.app.remind;

import io.bellwether.app.alert.Links;
import io.bellwether.app.manual.ManualMetric;
import io.bellwether.app.manual.Values;
import io.bellwether.app.message.Letter;
import io.bellwether.app.message.Letter.Line;
import io.bellwether.app.message.Letter.Part;
import io.bellwether.app.message.Outbox;
import io.bellwether.app.message.Writing;
import io.bellwether.app.people.Actions;
import io.bellwether.app.people.CheckIns;
import io.bellwether.app.remind.DutyList.Known;
import io.bellwether.app.review.Reviews;
import io.bellwether.app.store.Moments;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.catalog.Alert.QuietHours;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Tells each person by mail what they have to do, each thing once when it is due and once more when it is overdue. */
public final class Reminders {
    /** Nobody is reminded at night, whatever alerts do. */
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(19, 0), LocalTime.of(7, 0));

    private final Supplier<Store> store;
    private final Links links;

    public Reminders(Supplier<Store> store, Links links) {
        this.store = store;
        this.links = links;
    }

    /** All that is due on a day, for everybody. */
    public List<Duty> due(Catalog catalog, LocalDate day) {
        return new DutyList(catalog, day, links).of(known(catalog, day));
    }

    private Known known(Catalog catalog, LocalDate day) {
        return store.get().read(handle -> {
            Set<String> given = new HashSet<>();
            for (ManualMetric metric : ManualMetric.all(catalog)) {
                Period period = DutyList.awaited(metric, day);
                if (Values.isGiven(handle, metric, period.start().toLocalDate())) {
                    given.add(metric.name());
                }
            }
            return new Known(CheckIns.lastDays(handle), Reviews.lastDays(handle), Actions.open(handle), given);
        });
    }

    /**
     * Sends what is new; those who are in their quiet hours are told by a later run.
     *
     * @return how many mails were written; none where the workspace names no mail server
     */
    public int send(Catalog catalog, Instant at) {
        if (catalog.operations().mail() == null) {
            return 0;
        }
        LocalDate day = LocalDate.ofInstant(at, catalog.workspace().calendar().zone());
        Map<String, List<Duty>> all = due(catalog, day).stream().collect(Collectors.groupingBy(Duty::person));
        int sent = 0;
        for (Person person : catalog.operations().people().values()) {
            List<Duty> duties = all.getOrDefault(person.email(), List.of());
            if (!duties.isEmpty() && !isQuiet(catalog, person, at)) {
                sent += store.get().keep(handle -> tell(handle, catalog, person, duties, at)) ? 1 : 0;
            }
        }
        return sent;
    }

    /** By the person's clock, at night and when an alert to them would wait. */
    private static boolean isQuiet(Catalog catalog, Person person, Instant at) {
        ZoneId zone = person.zone() == null ? catalog.workspace().calendar().zone() : person.zone();
        LocalTime time = at.atZone(zone).toLocalTime();
        return NIGHT.holds(time)
                || catalog.operations().alerts().stream()
                        .filter(alert -> alert.to().stream()
                                .anyMatch(to -> to.kind() == Channel.Kind.EMAIL
                                        && Person.key(to.address()).equals(person.email())))
                        .anyMatch(alert ->
                                alert.quietHours() != null && alert.quietHours().holds(time));
    }

    private boolean tell(Handle handle, Catalog catalog, Person person, List<Duty> duties, Instant at) {
        List<Duty> fresh =
                duties.stream().filter(duty -> isNew(handle, duty, at)).toList();
        if (fresh.isEmpty()) {
            return false;
        }
        var to = new Channel(Channel.Kind.EMAIL, person.email(), null);
        String key = "reminder|" + person.email() + "|" + Moments.text(at);
        return Outbox.add(
                handle, Writing.write(key, "reminder:" + person.email(), letter(catalog, person, fresh), to), at);
    }

    private static boolean isNew(Handle handle, Duty duty, Instant at) {
        return handle.createUpdate("insert into reminder (key, person, at) values (:key, :person, :at)"
                                + " on conflict (key, person) do nothing")
                        .bind("key", duty.key())
                        .bind("person", duty.person())
                        .bind("at", Moments.text(at))
                        .execute()
                == 1;
    }

    private static Letter letter(Catalog catalog, Person person, List<Duty> duties) {
        String subject = duties.size() == 1
                ? "To do: " + duties.getFirst().title()
                : "To do: " + duties.size() + " things in "
                        + catalog.workspace().name();
        String lead =
                "What waits for " + person.name() + " in " + catalog.workspace().name() + ".";
        return new Letter("reminder", subject, Status.Tone.NONE, lead, parts(duties), Map.of("person", person.email()));
    }

    /** A part for each kind of duty. */
    public static List<Part> parts(List<Duty> duties) {
        List<Part> parts = new ArrayList<>();
        Arrays.stream(Duty.Kind.values()).forEach(kind -> {
            List<Line> lines = duties.stream()
                    .filter(duty -> duty.kind() == kind)
                    .map(duty -> new Line(duty.title(), duty.text(), duty.link()))
                    .toList();
            if (!lines.isEmpty()) {
                parts.add(new Part(kind.heading(), lines));
            }
        });
        return parts;
    }

    /** Forgets what was told before a moment; what is still due then is told again. */
    public static int clean(Handle handle, Instant before) {
        return handle.createUpdate("delete from reminder where at < :before")
                .bind("before", Moments.text(before))
                .execute();
    }
}

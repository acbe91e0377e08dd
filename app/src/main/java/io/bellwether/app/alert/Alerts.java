package io.bellwether.app.alert;

import io.bellwether.app.message.Message;
import io.bellwether.app.message.Outbox;
import io.bellwether.app.message.Writing;
import io.bellwether.app.store.Change;
import io.bellwether.app.store.Moments;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.time.AsOf;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Looks at everything that alerts watch, and tells what changed. What is remembered of it and the message are written in
 * one transaction: a server that dies leaves both or neither, and the next look finds the rest.
 */
public final class Alerts {
    private final Supplier<Store> store;
    private final Eyes.Opening eyes;
    private final Breaches breaches;
    private final Links links;

    public Alerts(Supplier<Store> store, Eyes.Opening eyes, Breaches breaches, Links links) {
        this.store = store;
        this.eyes = eyes;
        this.breaches = breaches;
        this.links = links;
    }

    /** What one look found. */
    public record Looked(int watched, int failing, int errors, int told) {
        /** One sentence. */
        public String text() {
            return watched + " watched, " + failing + " failing, " + errors + " that cannot be evaluated, " + told
                    + " told";
        }
    }

    /** Looks at all of them. */
    public Looked look(Catalog catalog, AsOf asOf, Instant at) {
        Map<String, Standing> before = new HashMap<>();
        store.get().read(Memory::standings).forEach(standing -> before.put(standing.key(), standing));
        Looked sum = new Looked(0, 0, 0, 0);
        for (Alert alert : catalog.operations().alerts()) {
            for (Channel receiver : alert.to()) {
                Eyes seeing = eyes.of(catalog, asOf, at, receiver);
                for (Alert.Subject subject : Watched.subjects(catalog, alert)) {
                    sum = look(new One(catalog, alert, subject, receiver, at), before, seeing, sum);
                }
            }
        }
        return sum;
    }

    private record One(Catalog catalog, Alert alert, Alert.Subject subject, Channel receiver, Instant at) {
        String subjectKey() {
            return Alerts.key(subject);
        }

        /** The receiver's clock: a person's own, or the workspace's. */
        ZoneId zone() {
            ZoneId usual = catalog.workspace().calendar().zone();
            return receiver.kind() == Channel.Kind.EMAIL
                    ? catalog.operations()
                            .person(receiver.address())
                            .map(Person::zone)
                            .orElse(usual)
                    : usual;
        }
    }

    /** {@code kpi:revenue_2026}. */
    public static String key(Alert.Subject subject) {
        return subject.kind().name().toLowerCase(Locale.ROOT) + ":" + subject.name();
    }

    /** What tells a receiver from others. */
    static String key(Channel receiver) {
        return receiver.kind().name().toLowerCase(Locale.ROOT) + ":" + receiver.address();
    }

    private Looked look(One one, Map<String, Standing> all, Eyes seeing, Looked sum) {
        Standing bare = Standing.unseen(one.alert().name(), one.subjectKey(), key(one.receiver()), one.at());
        Standing before = all.getOrDefault(bare.key(), bare);
        Step step = Step.of(before, seeing.see(one.alert(), one.subject()), one.alert(), one.at(), one.zone());
        boolean told = step.next().version() != before.version() && remember(one, before, step);
        Standing.State now = step.next().now();
        return new Looked(
                sum.watched() + 1,
                sum.failing() + (now == Standing.State.FAILING ? 1 : 0),
                sum.errors() + (now == Standing.State.ERROR ? 1 : 0),
                sum.told() + (told ? 1 : 0));
    }

    /** Another server looked at the same moment; what it wrote holds. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("another server was faster", null, false, false);
        }
    }

    /** @return whether something was told */
    private boolean remember(One one, Standing before, Step step) {
        try {
            Message message = step.moment() == null ? null : message(one, step);
            if (message == null && !opens(before, step)) {
                store.get().keep(handle -> {
                    save(handle, one, before, step);
                    return true;
                });
                return false;
            }
            return store.get().change(change(one, step), handle -> {
                save(handle, one, before, step);
                return message != null && Outbox.add(handle, message, one.at());
            });
        } catch (Overtaken e) {
            return false;
        }
    }

    private static boolean opens(Standing before, Step step) {
        return step.next().now() == Standing.State.FAILING && before.now() != Standing.State.FAILING;
    }

    private void save(Handle handle, One one, Standing before, Step step) {
        if (!Memory.save(handle, step.next(), before.version())) {
            throw new Overtaken();
        }
        if (opens(before, step)) {
            breaches.opened(
                    handle,
                    new Breaches.Breach(
                            one.catalog(),
                            one.alert(),
                            one.subject(),
                            step.next().text(),
                            one.at()));
        }
    }

    private Message message(One one, Step step) {
        var letter = new AlertLetter(one.catalog(), one.alert(), one.subject(), links, one.zone());
        String key = "alert|" + step.next().key() + "|" + step.next().version() + "|" + Moments.text(one.at());
        return Writing.write(
                key,
                about(one.alert()),
                letter.of(Objects.requireNonNull(step.moment()), step.next(), step.reminder(), one.at()),
                one.receiver());
    }

    private static Change change(One one, Step step) {
        String word = step.moment() == null ? "begin" : step.moment().name().toLowerCase(Locale.ROOT);
        String action = "alert." + word + (step.reminder() ? ".again" : "");
        Map<String, Object> detail = Map.of(
                "alert", one.alert().name(),
                "receiver", shown(one.receiver()),
                "text", step.next().text());
        return new Change(one.at(), Change.BELLWETHER, action, one.subjectKey(), detail);
    }

    /** What messages of an alert are about. */
    public static String about(Alert alert) {
        return "alert:" + alert.name();
    }

    /** A receiver as people may see it: an address of mail, a reference, or the host of a hook. */
    public static String shown(Channel receiver) {
        String kind = receiver.kind().name().toLowerCase(Locale.ROOT);
        String address = receiver.address().replaceFirst("^(https?://)(?:[^/?#@]*@)?([^/?#]+).+$", "$1$2/…");
        return kind + " " + address;
    }

    /**
     * Sends a marked message to all receivers of an alert.
     *
     * @throws DiagnosticException P841 where there is no such alert
     */
    public int test(Catalog catalog, String name, Person by, Instant at) {
        Alert alert = named(catalog, name);
        Change change = new Change(
                at,
                by.email(),
                "alert.test",
                about(alert),
                Map.of("receivers", alert.to().size()));
        ZoneId zone = catalog.workspace().calendar().zone();
        var letter = new AlertLetter(catalog, alert, alert.on().getFirst(), links, zone).test(at, by.name());
        return store.get().change(change, handle -> {
            int added = 0;
            for (Channel receiver : alert.to()) {
                String key = "test|" + alert.name() + "|" + key(receiver) + "|" + Moments.text(at);
                added += Outbox.add(handle, Writing.write(key, about(alert), letter, receiver), at) ? 1 : 0;
            }
            return added;
        });
    }

    private static Alert named(Catalog catalog, String name) {
        List<Alert> alerts = catalog.operations().alerts();
        return alerts.stream()
                .filter(alert -> alert.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                        "P841",
                        null,
                        "no alert named \"" + (name.length() > 80 ? name.substring(0, 80) + "…" : name) + "\"",
                        Nearest.fix(name, alerts.stream().map(Alert::name).toList())
                                .orElse("see bellwether alerts"))));
    }
}

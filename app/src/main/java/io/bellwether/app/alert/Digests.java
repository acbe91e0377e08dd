package io.bellwether.app.alert;

import io.bellwether.app.message.Letter;
import io.bellwether.app.message.Letter.Line;
import io.bellwether.app.message.Letter.Part;
import io.bellwether.app.message.Outbox;
import io.bellwether.app.message.Writing;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Operations;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a person should know of their KPIs (those they own, and those of objectives that they own) since they were told last:
 * what changed its status, what was achieved, what is unusual, what needs a check-in, and how they stand. Where nothing of a day
 * is new, no daily one is sent.
 */
public final class Digests {
    /** How often. */
    public enum Rhythm {
        DAILY(Duration.ofDays(1)),
        WEEKLY(Duration.ofDays(7));

        private final Duration usual;

        Rhythm(Duration usual) {
            this.usual = usual;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a person has to do: check-ins, reviews, actions, values; a part for each that there is something of. */
    @FunctionalInterface
    public interface Due {
        List<Part> of(Catalog catalog, Person person, List<Kpi> kpis, LocalDate day);
    }

    /** Opens the sight of all. */
    @FunctionalInterface
    public interface Sights {
        Sight of(Catalog catalog, AsOf asOf, Instant at);
    }

    private final Supplier<Store> store;
    private final Sights sights;
    private final Due due;
    private final Links links;

    public Digests(Supplier<Store> store, Sights sights, Due due, Links links) {
        this.store = store;
        this.sights = sights;
        this.due = due;
        this.links = links;
    }

    /** Sends each person theirs; a day's weekly one holds what its daily one would. Says how many there were. */
    public int send(Catalog catalog, AsOf asOf, Instant at, Rhythm rhythm) {
        LocalDate day = LocalDate.ofInstant(at, catalog.workspace().calendar().zone());
        Sight sight = sights.of(catalog, asOf, at);
        int sent = 0;
        for (Person person : catalog.operations().people().values()) {
            Optional<Letter> letter = isInWeekly(catalog.operations().digests(), rhythm, day)
                    ? Optional.empty()
                    : letter(new Reader(catalog, person, rhythm, at, day), sight);
            String key = "digest|" + rhythm.word() + "|" + person.email() + "|" + day;
            boolean added = store.get().keep(handle -> {
                Memory.digested(handle, person.email(), rhythm.word(), at);
                var to = new Channel(Channel.Kind.EMAIL, person.email(), null);
                return letter.isPresent()
                        && Outbox.add(handle, Writing.write(key, "digest:" + person.email(), letter.get(), to), at);
            });
            sent += added ? 1 : 0;
        }
        return sent;
    }

    private static boolean isInWeekly(Operations.Digests times, Rhythm rhythm, LocalDate day) {
        return rhythm == Rhythm.DAILY && times.weekly() != null && times.weekday() == day.getDayOfWeek();
    }

    /** What would be sent to a person at a moment; empty where there is nothing to tell. */
    public Optional<Letter> letter(Catalog catalog, AsOf asOf, Instant at, Person person, Rhythm rhythm) {
        LocalDate day = LocalDate.ofInstant(at, catalog.workspace().calendar().zone());
        return letter(new Reader(catalog, person, rhythm, at, day), sights.of(catalog, asOf, at));
    }

    private record Reader(Catalog catalog, Person person, Rhythm rhythm, Instant at, LocalDate day) {
        /** Theirs, and those of their objectives. */
        List<Kpi> kpis() {
            Set<Kpi> all = new LinkedHashSet<>();
            catalog.kpis().values().stream()
                    .filter(kpi -> kpi.lifecycle() == Kpi.Lifecycle.ACTIVE && isTheirs(kpi.owner()))
                    .forEach(all::add);
            catalog.objectives().values().stream()
                    .filter(objective -> isTheirs(objective.owner()))
                    .forEach(objective -> all.addAll(Watched.kpis(catalog, objective.name())));
            return List.copyOf(all);
        }

        private boolean isTheirs(@org.jspecify.annotations.Nullable String owner) {
            return owner != null && Person.key(owner).equals(person.email());
        }
    }

    private Optional<Letter> letter(Reader reader, Sight sight) {
        List<Kpi> kpis = reader.kpis();
        Instant since = store.get()
                .read(handle -> Memory.digested(
                        handle, reader.person().email(), reader.rhythm().word()))
                // One that was sent later than the moment asked for says nothing of what was known then.
                .filter(told -> told.isBefore(reader.at()))
                .orElse(reader.at().minus(reader.rhythm().usual));
        List<Part> parts = new ArrayList<>();
        changes(kpis, since, reader.at(), parts);
        part("Unusual", unusual(kpis, sight), parts);
        parts.addAll(due.of(reader.catalog(), reader.person(), kpis, reader.day()));
        List<Line> standing = standing(kpis, sight);
        if (parts.isEmpty() && (reader.rhythm() == Rhythm.DAILY || standing.isEmpty())) {
            return Optional.empty();
        }
        String subject = "Your KPIs: "
                + String.join(
                        ", ",
                        parts.isEmpty()
                                ? List.of("how they stand")
                                : parts.stream()
                                        .map(part -> part.lines().size() + " "
                                                + String.valueOf(part.heading()).toLowerCase(Locale.ENGLISH))
                                        .toList());
        part("How they stand", standing, parts);
        String lead = "What changed for " + reader.person().name() + " in "
                + reader.catalog().workspace().name() + ", "
                + (reader.rhythm() == Rhythm.DAILY ? "today" : "this week") + ".";
        return Optional.of(new Letter(
                "digest." + reader.rhythm().word(),
                subject,
                Status.Tone.NONE,
                lead,
                parts,
                Map.of("person", reader.person().email())));
    }

    private static void part(String heading, List<Line> lines, List<Part> parts) {
        if (!lines.isEmpty()) {
            parts.add(new Part(heading, lines));
        }
    }

    /** From the first status of the time to the last; what is as it was then is no news. */
    private void changes(List<Kpi> kpis, Instant since, Instant at, List<Part> parts) {
        List<Memory.Seen> all = store.get().read(handle -> Memory.changes(handle, since, at));
        List<Line> achieved = new ArrayList<>();
        List<Line> changed = new ArrayList<>();
        for (Kpi kpi : kpis) {
            List<Memory.Seen> own =
                    all.stream().filter(seen -> seen.kpi().equals(kpi.name())).toList();
            if (!own.isEmpty() && !own.getFirst().before().equals(own.getLast().status())) {
                boolean well = own.getLast().status().equals(Status.ACHIEVED.word());
                String was = well ? "" : "Was " + own.getFirst().before().replace('_', ' ') + ". ";
                (well ? achieved : changed)
                        .add(new Line(kpi.label(), was + own.getLast().text(), links.kpi(kpi.name())));
            }
        }
        part("Achieved – well done", achieved, parts);
        part("Changed status", changed, parts);
    }

    /** Each with its value and status; drafts and what has no target are not judged. */
    private List<Line> standing(List<Kpi> kpis, Sight sight) {
        List<Line> lines = new ArrayList<>();
        for (Kpi kpi : kpis) {
            KpiCard card = sight.scorecard().kpi(kpi.name()).orElseThrow();
            card.judgement()
                    .ifPresent(judgement -> lines.add(new Line(
                            kpi.label(),
                            judgement.status().glyph() + " "
                                    + judgement.status().label() + ". " + card.why(),
                            links.kpi(kpi.name()))));
        }
        return lines;
    }

    private List<Line> unusual(List<Kpi> kpis, Sight sight) {
        List<Line> lines = new ArrayList<>();
        for (Kpi kpi : kpis) {
            KpiCard card = sight.scorecard().kpi(kpi.name()).orElseThrow();
            if (sight.unusual(card) instanceof Verdict.Holds holds) {
                lines.add(new Line(kpi.label(), holds.text(), links.kpi(kpi.name())));
            }
        }
        return lines;
    }

    /** Remembers each active KPI's status where it is another than before; what digests tell of later. */
    public int note(Sight sight, Instant at) {
        return store.get().keep(handle -> {
            Map<String, String> last = Memory.statuses(handle);
            int changed = 0;
            for (KpiCard card : sight.scorecard().kpis().toList()) {
                Judgement judgement = card.judgement().orElse(null);
                String before = last.getOrDefault(card.kpi().name(), "");
                if (judgement != null
                        && judgement.problem() == null
                        && !judgement.status().word().equals(before)) {
                    String text = StatusLook.text(card, judgement);
                    Memory.changed(
                            handle,
                            new Memory.Seen(
                                    card.kpi().name(), judgement.status().word(), before, at, text));
                    changed++;
                }
            }
            return changed;
        });
    }
}

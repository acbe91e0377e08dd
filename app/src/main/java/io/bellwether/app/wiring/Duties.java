package io.bellwether.app.wiring;

import io.bellwether.app.alert.Breaches;
import io.bellwether.app.alert.Digests;
import io.bellwether.app.message.Letter.Part;
import io.bellwether.app.people.Action;
import io.bellwether.app.people.Actions;
import io.bellwether.app.people.Author;
import io.bellwether.app.remind.Duty;
import io.bellwether.app.remind.Reminders;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Objective;
import io.bellwether.core.catalog.Person;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What alerts and digests ask of people: an action for a breach, a check-in that is due. */
record Duties(Reminders reminders) implements Breaches, Digests.Due {
    private static final int DAYS = 7;

    /** One open action for each KPI that alerts opened, however many alerts and receivers there are. */
    @Override
    public void opened(Handle handle, Breach breach) {
        if (breach.subject().kind() != Alert.Subject.Kind.KPI) {
            return;
        }
        Kpi kpi = breach.catalog().kpi(breach.subject().name()).orElseThrow();
        Optional<String> owner = owner(breach.catalog(), kpi);
        boolean known = Actions.open(handle).stream()
                .anyMatch(action ->
                        action.kpi().equals(kpi.name()) && action.source().equals("alert"));
        if (owner.isPresent() && !known) {
            Author author = Author.bellwether(breach.catalog(), breach.at());
            String label = kpi.label().length() > 100 ? kpi.label().substring(0, 100) + "…" : kpi.label();
            LocalDate due = author.day().plusDays(DAYS);
            Actions.open(
                    handle,
                    author,
                    new Action.New(
                            kpi.name(),
                            "See why " + label + " set off an alert",
                            owner.get(),
                            due,
                            Action.From.ALERT,
                            null));
        }
    }

    /** The KPI's owner, or its objective's, who must be one of the people. */
    private static Optional<String> owner(Catalog catalog, Kpi kpi) {
        String objective = kpi.objective();
        @Nullable
        String above = objective == null
                ? null
                : catalog.objective(objective).map(Objective::owner).orElse(null);
        String owner = kpi.owner() == null ? above : kpi.owner();
        return owner == null
                ? Optional.empty()
                : catalog.operations().person(owner).map(Person::email);
    }

    /** Theirs, and check-ins of all KPIs that they answer for: an objective's owner is told of those below it. */
    @Override
    public List<Part> of(Catalog catalog, Person person, List<Kpi> kpis, LocalDate day) {
        Set<String> names = kpis.stream().map(Kpi::name).collect(Collectors.toSet());
        return Reminders.parts(reminders.due(catalog, day).stream()
                .filter(duty -> duty.person().equals(person.email()) || duty.isCheckInOf(names))
                .filter(distinct())
                .toList());
    }

    private static Predicate<Duty> distinct() {
        Set<String> seen = new HashSet<>();
        return duty -> seen.add(duty.key());
    }
}

package io.bellwether.app.wiring;

import io.bellwether.app.alert.Breaches;
import io.bellwether.app.alert.Digests;
import io.bellwether.app.alert.Links;
import io.bellwether.app.message.Letter.Line;
import io.bellwether.app.people.Action;
import io.bellwether.app.people.Actions;
import io.bellwether.app.people.Author;
import io.bellwether.app.people.CheckIns;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Objective;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.time.Due;
import io.bellwether.core.time.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What alerts and digests ask of people: an action for a breach, a check-in that is due. */
record Duties(Supplier<Store> store, Links links) implements Breaches, Digests.Due {
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

    @Override
    public List<Line> of(Catalog catalog, Person person, List<Kpi> kpis, LocalDate day) {
        Map<String, LocalDate> last = store.get().read(CheckIns::lastDays);
        List<Line> lines = new ArrayList<>();
        for (Kpi kpi : kpis) {
            Grain cadence = kpi.cadence() == null ? Grain.MONTH : kpi.cadence();
            LocalDate before = last.get(kpi.name());
            Due due = Due.of(cadence, catalog.workspace().calendar(), before, day);
            if (due.isOpen()) {
                String text = before == null
                        ? "Nobody has said anything of it yet."
                        : "Last talked about on " + before
                                + (due.state() == Due.State.OVERDUE ? "; a whole period went by since." : ".");
                lines.add(new Line(kpi.label(), text, links.kpi(kpi.name())));
            }
        }
        return lines;
    }
}

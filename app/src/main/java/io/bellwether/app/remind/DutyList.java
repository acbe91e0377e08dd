package io.bellwether.app.remind;

import io.bellwether.app.alert.Links;
import io.bellwether.app.manual.ManualMetric;
import io.bellwether.app.people.Action;
import io.bellwether.app.review.ReviewsDue;
import io.bellwether.app.review.ReviewsDue.Reminder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.Objective;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.catalog.ReviewCadence;
import io.bellwether.core.time.Due;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is due on a day, and for whom: pure, from what is known. Who is not one of the workspace's people has no duty. */
public record DutyList(Catalog catalog, LocalDate day, Links links) {
    /**
     * What is known.
     *
     * @param checkIns the last day on which each KPI was talked about, by its name
     * @param reviews the last day on which each objective was reviewed, by its name
     * @param actions those that are open
     * @param given the names of metrics that people have given the last period's values of
     */
    public record Known(
            Map<String, LocalDate> checkIns, Map<String, LocalDate> reviews, List<Action> actions, Set<String> given) {}

    /** In the order of their kinds. */
    public List<Duty> of(Known known) {
        List<Duty> duties = new ArrayList<>();
        known.actions().forEach(action -> action(action).ifPresent(duties::add));
        ManualMetric.all(catalog).stream()
                .filter(metric -> !known.given().contains(metric.name()))
                .forEach(metric -> values(metric, duties));
        active().forEach(kpi -> checkIn(kpi, known.checkIns().get(kpi.name()), duties));
        ReviewsDue.of(catalog, known.reviews(), day).forEach(reminder -> review(reminder, duties));
        return List.copyOf(duties);
    }

    /** The last period of a metric that is over: the one that values are awaited of. */
    public static Period awaited(ManualMetric metric, LocalDate day) {
        Grain every = metric.source().every();
        Period running = metric.calendar().period(day.atStartOfDay(), every);
        return metric.calendar().period(running.start().minusNanos(1), every);
    }

    private Stream<Kpi> active() {
        return catalog.kpis().values().stream().filter(kpi -> kpi.lifecycle() == Kpi.Lifecycle.ACTIVE);
    }

    private Optional<Duty> action(Action action) {
        boolean soon = !action.due().isAfter(day.plusDays(1));
        if (!soon) {
            return Optional.empty();
        }
        String when = action.isOverdue(day)
                ? "It was due on " + action.due() + "."
                : action.due().equals(day) ? "It is due today." : "It is due tomorrow.";
        String state = action.isOverdue(day) ? "overdue" : "due";
        String about = catalog.kpi(action.kpi()).map(Kpi::label).orElse(action.kpi());
        return person(action.owner())
                .map(person -> new Duty(
                        Duty.Kind.ACTION,
                        "action|" + action.id() + "|" + action.due() + "|" + state,
                        person,
                        action.title(),
                        about + ". " + when,
                        links.page("/actions")));
    }

    /** Of the metric's owner, else of who owns a KPI on it. */
    private void values(ManualMetric metric, List<Duty> duties) {
        Period period = awaited(metric, day);
        Set<String> owners = new LinkedHashSet<>();
        person(metric.about().owner()).ifPresent(owners::add);
        if (owners.isEmpty()) {
            active().filter(kpi -> stands(kpi, metric.name()))
                    .forEach(kpi -> owner(kpi).ifPresent(owners::add));
        }
        String name = metric.calendar().text(period);
        owners.forEach(person -> duties.add(new Duty(
                Duty.Kind.VALUES,
                "values|" + metric.name() + "|" + period.label(),
                person,
                metric.about().label(),
                "There is no value for " + name + " yet.",
                links.page("/values"))));
    }

    private boolean stands(Kpi kpi, String metric) {
        return kpi.metric().equals(metric)
                || catalog.metric(kpi.metric())
                        .map(Metric::inputNames)
                        .filter(names -> names.contains(metric))
                        .isPresent();
    }

    private void checkIn(Kpi kpi, @Nullable LocalDate last, List<Duty> duties) {
        Grain cadence = kpi.cadence() == null ? Grain.MONTH : kpi.cadence();
        Due due = Due.of(cadence, catalog.workspace().calendar(), last, day);
        if (!due.isOpen()) {
            return;
        }
        String text = last == null
                ? "Nobody has said anything of it yet."
                : "Last talked about on " + last
                        + (due.state() == Due.State.OVERDUE ? "; a whole period went by since." : ".");
        owner(kpi)
                .ifPresent(person -> duties.add(new Duty(
                        Duty.Kind.CHECK_IN,
                        "check_in|" + kpi.name() + "|" + due.about().label() + "|" + word(due),
                        person,
                        kpi.label(),
                        text,
                        links.kpi(kpi.name()))));
    }

    /** Of the objective's owner, else of all who own one of its KPIs. */
    private void review(Reminder reminder, List<Duty> duties) {
        Due due = reminder.due();
        if (!due.isOpen()) {
            return;
        }
        Objective objective = reminder.objective();
        Set<String> people = new LinkedHashSet<>();
        person(objective.owner()).ifPresent(people::add);
        if (people.isEmpty()) {
            ReviewCadence.kpis(objective, catalog).forEach(kpi -> owner(kpi).ifPresent(people::add));
        }
        String about = catalog.workspace().calendar().text(due.about());
        String text = (due.state() == Due.State.OVERDUE ? "Its review is overdue, about " : "Its review is due, about ")
                + about + ". "
                + (reminder.last() == null ? "It was never reviewed." : "The last one was on " + reminder.last() + ".");
        people.forEach(person -> duties.add(new Duty(
                Duty.Kind.REVIEW,
                "review|" + objective.name() + "|" + due.about().label() + "|" + word(due),
                person,
                objective.statement(),
                text,
                links.page("/review"))));
    }

    private static String word(Due due) {
        return due.state().name().toLowerCase(Locale.ROOT);
    }

    /** The KPI's owner, or its objective's, whoever is one of the people. */
    private Optional<String> owner(Kpi kpi) {
        String objective = kpi.objective();
        return Stream.of(
                        kpi.owner(),
                        objective == null
                                ? null
                                : catalog.objective(objective)
                                        .map(Objective::owner)
                                        .orElse(null))
                .filter(Objects::nonNull)
                .flatMap(email -> person(email).stream())
                .findFirst();
    }

    private Optional<String> person(@Nullable String email) {
        return email == null
                ? Optional.empty()
                : catalog.operations().person(email).map(Person::email);
    }
}

package io.bellwether.app.page;

import io.bellwether.app.page.ActionsView.Choice;
import io.bellwether.app.page.EventsView.RemarkView;
import io.bellwether.app.people.Action;
import io.bellwether.app.people.CheckIn;
import io.bellwether.app.people.Mention;
import io.bellwether.app.people.Remark;
import io.bellwether.app.people.Standing;
import io.bellwether.app.store.Change;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Event;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.judge.Status;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people say and do, in words. Names are those of today; of a KPI that is gone its name stays.
 *
 * @param reader who asks, or null
 */
public record PeopleText(
        Catalog catalog, LocalDate today, @Nullable String reader) {
    /** What somebody is called. */
    String name(String email) {
        if (email.equals(Change.BELLWETHER)) {
            return "Bellwether";
        }
        return catalog.operations().person(email).map(Person::name).orElseGet(() -> Words.person(email));
    }

    String label(String kpi) {
        return catalog.kpi(kpi).map(Kpi::label).orElse(kpi);
    }

    static String href(String kpi) {
        return "/kpi/" + kpi;
    }

    String day(Instant at) {
        return Dates.day(LocalDate.ofInstant(at, catalog.workspace().calendar().zone()));
    }

    boolean isMine(@Nullable String email) {
        return reader != null && email != null && reader.equals(Person.key(email));
    }

    static @Nullable StatusView status(@Nullable String word) {
        Status status = Standing.status(word);
        return status == null ? null : StatusView.of(status);
    }

    static String standing(String value, String window) {
        return window.isEmpty() ? value : value + ", " + window;
    }

    /** A check-in. */
    public SaidView said(CheckIn checkIn) {
        return new SaidView(
                checkIn.id(),
                checkIn.kpi(),
                label(checkIn.kpi()),
                href(checkIn.kpi()),
                name(checkIn.person()),
                checkIn.day().toString(),
                Dates.day(checkIn.day()),
                status(checkIn.status()),
                standing(checkIn.valueText(), checkIn.windowText()),
                checkIn.comment(),
                checkIn.confidence(),
                checkIn.note(),
                checkIn.corrects() != null,
                isMine(checkIn.person()),
                checkIn.review());
    }

    /** @param effect how the KPI moved since it was done, or null */
    public ActionView action(Action action, Measured.@Nullable Delta effect) {
        boolean overdue = action.isOverdue(today);
        return new ActionView(
                action.id(),
                action.kpi(),
                label(action.kpi()),
                href(action.kpi()),
                action.title(),
                name(action.owner()),
                action.owner(),
                action.due().toString(),
                (overdue ? "was due " : "due ") + Dates.day(action.due()),
                action.state(),
                overdue,
                isMine(action.owner()),
                "Opened by " + name(action.person()) + " on " + day(action.at()) + from(action.source()),
                action.isOpen()
                        ? ""
                        : Words.capital(action.state()) + " by " + name(action.stepBy()) + " on "
                                + Dates.day(action.stepDay()),
                action.outcome(),
                effect(action, effect));
    }

    private static String from(String source) {
        return switch (source) {
            case "review" -> ", in a review";
            case "check_in" -> ", with a check-in";
            case "alert" -> ", because of a breach";
            default -> "";
        };
    }

    private @Nullable String effect(Action action, Measured.@Nullable Delta delta) {
        if (!action.isDone()) {
            return null;
        }
        String then = action.valueText() == null ? "" : "It stood at " + action.valueText() + " when this was done. ";
        if (delta == null) {
            return then + "Too early to tell what came of it: no later period to hold against that one yet.";
        }
        Unit unit = unit(action.kpi());
        return then + "Since then " + NumberText.tile(delta.to(), unit) + " against "
                + NumberText.beside(delta.from(), delta.to(), unit) + " in as many days (" + delta.note() + "): "
                + NumberText.change(delta.from(), delta.to(), unit) + ".";
    }

    Unit unit(String kpi) {
        return catalog.kpi(kpi)
                .flatMap(found -> catalog.metric(found.metric()))
                .<Unit>map(metric -> metric.about().unit())
                .orElse(new Unit.None());
    }

    /** Open ones and those that are over. */
    public ActionsView actions(List<Action> actions, Map<Long, Measured.Delta> effects) {
        List<ActionView> open = new ArrayList<>();
        List<ActionView> over = new ArrayList<>();
        actions.forEach(action -> (action.isOpen() ? open : over).add(action(action, effects.get(action.id()))));
        open.sort(Comparator.comparing((ActionView view) -> !view.mine()));
        long late = open.stream().filter(ActionView::overdue).count();
        String lead = open.isEmpty()
                ? "No action is open."
                : Words.sentence(Words.count(open.size(), "action") + " open"
                        + (late == 0 ? "" : ", " + Words.number((int) late) + " overdue"));
        return new ActionsView(lead, open, over, kpis());
    }

    List<Choice> kpis() {
        return catalog.kpis().values().stream()
                .filter(kpi -> kpi.lifecycle() != Kpi.Lifecycle.RETIRED)
                .map(kpi -> new Choice(kpi.name(), kpi.label()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private List<Choice> metrics() {
        return catalog.metrics().values().stream()
                .map(metric -> new Choice(metric.about().name(), metric.about().label()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    /** Events of the files and typed in, and notes. */
    public EventsView events(List<Remark> typed, List<Remark> notes) {
        List<RemarkView> events =
                new ArrayList<>(typed.stream().map(this::remark).toList());
        catalog.events().forEach(event -> events.add(written(event)));
        events.sort(Comparator.comparing(RemarkView::day).reversed());
        return new EventsView(events, notes.stream().map(this::remark).toList(), kpis(), metrics());
    }

    private static RemarkView written(Event event) {
        String file = event.span().file().path() + ":" + event.span().line();
        return new RemarkView(
                null,
                event.date().toString(),
                Dates.day(event.date()),
                event.label(),
                event.kind(),
                "everything",
                null,
                file,
                false);
    }

    RemarkView remark(Remark remark) {
        String name = remark.onName();
        boolean isKpi = "kpi".equals(remark.onKind());
        String on = name == null
                ? "everything"
                : isKpi
                        ? label(name)
                        : catalog.metric(name).map(m -> m.about().label()).orElse(name);
        String period = remark.period();
        String day = period == null
                ? Dates.day(remark.day())
                : catalog.workspace()
                        .calendar()
                        .parse(period)
                        .map(catalog.workspace().calendar()::text)
                        .orElse(period);
        return new RemarkView(
                remark.first(),
                remark.day().toString(),
                day,
                remark.label(),
                remark.kind(),
                on,
                name != null && isKpi ? href(name) : null,
                name(remark.person()),
                isMine(remark.person()));
    }

    /** Where somebody was named. */
    public MentionsView mentions(List<Mention> mentions) {
        return new MentionsView(
                (int) mentions.stream()
                        .filter(mention -> mention.seen() == null)
                        .count(),
                mentions.stream().mapToLong(Mention::id).max().orElse(0),
                mentions.stream().map(this::mention).toList());
    }

    private MentionsView.MentionView mention(Mention mention) {
        String kind = mention.subject().replaceFirst(":.*", "");
        String name = mention.subject().replaceFirst("^[^:]*:?", "");
        return new MentionsView.MentionView(
                mention.id(),
                name(mention.author()),
                day(mention.at()),
                kind.equals("kpi") ? label(name) : kind.equals("review") ? "Review " + name : "Events",
                kind.equals("kpi") ? href(name) : kind.equals("review") ? "/review/" + name : "/events",
                mention.excerpt(),
                mention.seen() == null);
    }
}

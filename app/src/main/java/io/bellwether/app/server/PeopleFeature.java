package io.bellwether.app.server;

import io.bellwether.app.page.ActionView;
import io.bellwether.app.page.ActionsView;
import io.bellwether.app.page.CheckInsText;
import io.bellwether.app.page.CheckInsView;
import io.bellwether.app.page.EventsView;
import io.bellwether.app.page.KpiPeopleView;
import io.bellwether.app.page.MentionsView;
import io.bellwether.app.page.PeopleText;
import io.bellwether.app.page.SaidView;
import io.bellwether.app.people.Action;
import io.bellwether.app.people.Author;
import io.bellwether.app.people.CheckIn;
import io.bellwether.app.people.People;
import io.bellwether.app.people.Remarks;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.time.AsOf;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Check-ins, actions, events, notes, thanks and mentions over HTTP. */
public final class PeopleFeature implements Feature {
    private static final int SHOWN = 30;
    private static final int MENTIONS = 100;
    private static final Parameter KPI = Parameter.optional("kpi", "Only about this KPI.", "revenue_2026");

    private final Supplier<Catalog> catalog;
    private final People people;
    private final Clock clock;

    /** @param clock read once for each request */
    public PeopleFeature(Supplier<Catalog> catalog, People people, Clock clock) {
        this.catalog = catalog;
        this.people = people;
        this.clock = clock;
    }

    /** @param confidence 0 to 10 */
    record CheckInBody(
            String comment, int confidence, @Nullable String note) {
        CheckIn.Said said() {
            return new CheckIn.Said(comment, confidence, note);
        }
    }

    /** @param checkIn the check-in that it came with, or null */
    record ActionBody(
            String kpi,
            String title,
            String owner,
            String due,
            @Nullable Long checkIn) {}

    record OutcomeBody(String outcome) {}

    record MoveBody(@Nullable String owner, @Nullable String due) {}

    record EventBody(
            String date,
            String label,
            @Nullable String kind,
            @Nullable String kpi,
            @Nullable String metric) {}

    record NoteBody(
            String period,
            String text,
            @Nullable String kpi,
            @Nullable String metric) {}

    record PraiseBody(String words) {}

    /** @param newest the newest mention that was shown */
    record SeenBody(long newest) {}

    /** Nothing to say beside that it is asked for. */
    record EmptyBody() {}

    /** The number of what was kept. */
    record KeptView(long id) {}

    @Override
    public Routes routes() {
        List<Command<?>> commands = new ArrayList<>(checkInCommands());
        commands.addAll(actionCommands());
        commands.addAll(otherCommands());
        return new Routes(endpoints(), commands);
    }

    private List<Endpoint> endpoints() {
        return List.of(
                ask(
                        "check-ins",
                        "Which check-ins are due, and what was said last.",
                        CheckInsView.class,
                        this::checkIns),
                endpoint(
                        "/api/actions",
                        "actions",
                        "Actions, the open ones by their due dates first.",
                        List.of(KPI),
                        ActionsView.class,
                        this::actions),
                ask("events", "What happened, and the notes on charts.", EventsView.class, this::events),
                ask("mentions", "Where the one who asks was named.", MentionsView.class, this::mentions),
                endpoint(
                        "/api/kpis/{name}/people",
                        "kpiPeople",
                        "What people say and do about a KPI.",
                        List.of(Endpoints.AS_OF),
                        KpiPeopleView.class,
                        this::ofKpi));
    }

    private static Endpoint ask(String name, String summary, Class<?> answer, Function<Ask, Object> handler) {
        String id = name.equals("check-ins") ? "checkIns" : name;
        return endpoint("/api/" + name, id, summary, List.of(), answer, handler);
    }

    private List<Command<?>> checkInCommands() {
        return List.of(
                Command.of(
                        "/api/kpis/{name}/check-ins",
                        "checkIn",
                        "Says how a KPI is doing.",
                        CheckInBody.class,
                        SaidView.class,
                        this::checkIn),
                Command.of(
                        "/api/check-ins/{id}/correct",
                        "correctCheckIn",
                        "Says a check-in of one's own better.",
                        CheckInBody.class,
                        SaidView.class,
                        this::correct),
                Command.of(
                        "/api/kpis/{name}/acknowledge",
                        "acknowledge",
                        "The owner takes a KPI on as it is now.",
                        EmptyBody.class,
                        KeptView.class,
                        this::acknowledge),
                Command.of(
                        "/api/kpis/{name}/praise",
                        "praise",
                        "Says well done for a target that is reached.",
                        PraiseBody.class,
                        KeptView.class,
                        this::praise));
    }

    private List<Command<?>> actionCommands() {
        return List.of(
                Command.of(
                        "/api/actions",
                        "openAction",
                        "Opens an action.",
                        ActionBody.class,
                        ActionView.class,
                        this::open),
                Command.of(
                        "/api/actions/{id}/done",
                        "doneAction",
                        "It is done, and this came of it.",
                        OutcomeBody.class,
                        ActionView.class,
                        told -> close(told, true)),
                Command.of(
                        "/api/actions/{id}/drop",
                        "dropAction",
                        "It will not be done.",
                        OutcomeBody.class,
                        ActionView.class,
                        told -> close(told, false)),
                Command.of(
                        "/api/actions/{id}/move",
                        "moveAction",
                        "Hands it on, or gives it more time.",
                        MoveBody.class,
                        ActionView.class,
                        this::move));
    }

    private List<Command<?>> otherCommands() {
        return List.of(
                Command.of(
                        "/api/events", "addEvent", "Something happened.", EventBody.class, KeptView.class, this::event),
                Command.of(
                        "/api/notes",
                        "addNote",
                        "A note on a point of a chart.",
                        NoteBody.class,
                        KeptView.class,
                        this::note),
                Command.of(
                        "/api/remarks/{id}/withdraw",
                        "withdraw",
                        "Takes an event or a note of one's own back.",
                        EmptyBody.class,
                        KeptView.class,
                        this::withdraw),
                Command.of(
                        "/api/mentions/seen",
                        "seen",
                        "All that was shown is seen.",
                        SeenBody.class,
                        KeptView.class,
                        this::seen));
    }

    static Endpoint endpoint(
            String path,
            String id,
            String summary,
            List<Parameter> parameters,
            Class<?> answer,
            Function<Ask, Object> handler) {
        return new Endpoint(path, id, summary, parameters, answer, false, handler);
    }

    private Object checkIns(Ask ask) {
        Author reader = reader(ask);
        var page = new CheckInsText(text(reader, ask.person()), reader, people.work(null));
        return page.view(
                people.numbers().all(reader.catalog(), reader.asOf()),
                people.checkIns().recent(SHOWN));
    }

    private Object actions(Ask ask) {
        Author reader = reader(ask);
        List<Action> actions = people.actions().list(ask.text("kpi"), null, null);
        return text(reader, ask.person()).actions(actions, people.actions().effects(actions, reader));
    }

    private Object events(Ask ask) {
        return text(reader(ask), ask.person())
                .events(people.remarks().events(), people.remarks().notes(null));
    }

    private Object mentions(Ask ask) {
        return text(reader(ask), ask.person())
                .mentions(ask.person() == null ? List.of() : people.mentions().of(ask.person(), MENTIONS));
    }

    private Object ofKpi(Ask ask) {
        Author reader = reader(ask);
        String name = reader.kpi(ask.variable("name"));
        var page = new CheckInsText(text(reader, ask.person()), reader, people.work(null));
        return page.of(people.numbers().card(reader.catalog(), name, reader.asOf()), people);
    }

    private Object checkIn(Told<CheckInBody> told) {
        Author author = author(told);
        return text(author, author.by())
                .said(people.checkIns()
                        .add(author, told.variable("name"), told.body().said()));
    }

    private Object correct(Told<CheckInBody> told) {
        Author author = author(told);
        return text(author, author.by())
                .said(people.checkIns().correct(author, id(told), told.body().said()));
    }

    private Object acknowledge(Told<EmptyBody> told) {
        people.acknowledgements().add(author(told), told.variable("name"));
        return new KeptView(0);
    }

    private Object praise(Told<PraiseBody> told) {
        return new KeptView(people.praises()
                .add(author(told), told.variable("name"), told.body().words())
                .id());
    }

    private Object open(Told<ActionBody> told) {
        Author author = author(told);
        ActionBody body = told.body();
        Action.From from = body.checkIn() == null ? Action.From.PAGE : Action.From.CHECK_IN;
        var action =
                new Action.New(body.kpi(), body.title(), body.owner(), day("due", body.due()), from, body.checkIn());
        return text(author, author.by()).action(people.actions().open(author, action), null);
    }

    private Object close(Told<OutcomeBody> told, boolean done) {
        Author author = author(told);
        String outcome = told.body().outcome();
        return text(author, author.by())
                .action(
                        done
                                ? people.actions().done(author, id(told), outcome)
                                : people.actions().drop(author, id(told), outcome),
                        null);
    }

    private Object move(Told<MoveBody> told) {
        Author author = author(told);
        MoveBody body = told.body();
        LocalDate due = body.due() == null ? null : day("due", body.due());
        return text(author, author.by()).action(people.actions().move(author, id(told), body.owner(), due), null);
    }

    private Object event(Told<EventBody> told) {
        EventBody body = told.body();
        var on = new Remarks.On(body.kpi(), body.metric());
        return new KeptView(people.remarks()
                .event(author(told), day("date", body.date()), body.label(), body.kind(), on)
                .id());
    }

    private Object note(Told<NoteBody> told) {
        NoteBody body = told.body();
        var on = new Remarks.On(body.kpi(), body.metric());
        return new KeptView(people.remarks()
                .note(author(told), body.period(), body.text(), on)
                .id());
    }

    private Object withdraw(Told<EmptyBody> told) {
        people.remarks().withdraw(author(told), id(told));
        return new KeptView(id(told));
    }

    private Object seen(Told<SeenBody> told) {
        people.mentions().seen(told.by().email(), told.body().newest(), told.at());
        return new KeptView(told.body().newest());
    }

    /** Who only reads; the clock is read here, unless the request says which day. */
    private Author reader(Ask ask) {
        Catalog now = catalog.get();
        Author today = Author.bellwether(now, clock.instant());
        String asOf = ask.text("as_of");
        return asOf == null
                ? today
                : today.on(AsOf.parse(asOf, now.workspace().calendar())
                        .orElseThrow(() -> Ask.bad("as_of", "is no day", "write 2026-11-14"))
                        .day());
    }

    static Author author(Told<?> told) {
        return Author.now(told.catalog(), told.by(), told.at());
    }

    static PeopleText text(Author reader, @Nullable String email) {
        return new PeopleText(reader.catalog(), reader.day(), email == null ? null : Person.key(email));
    }

    static long id(Told<?> told) {
        return number(told.variable("id"));
    }

    static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new RequestProblem(Problems.notFound("there is nothing with the number " + Ask.shortened(id), null));
        }
        return Long.parseLong(id);
    }

    static LocalDate day(String name, String text) {
        return Ask.day(text)
                .orElseThrow(() -> new RequestProblem(
                        Problems.badBody("\"" + name + "\" is no day: " + Ask.shortened(text), "write 2026-11-30")));
    }
}

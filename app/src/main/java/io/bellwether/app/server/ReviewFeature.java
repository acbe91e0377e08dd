package io.bellwether.app.server;

import static io.bellwether.app.server.PeopleFeature.author;
import static io.bellwether.app.server.PeopleFeature.day;
import static io.bellwether.app.server.PeopleFeature.endpoint;
import static io.bellwether.app.server.PeopleFeature.id;
import static io.bellwether.app.server.PeopleFeature.number;
import static io.bellwether.app.server.PeopleFeature.text;

import io.bellwether.app.page.MeetingView;
import io.bellwether.app.page.ReviewText;
import io.bellwether.app.page.ReviewsView;
import io.bellwether.app.people.Action;
import io.bellwether.app.people.Author;
import io.bellwether.app.people.People;
import io.bellwether.app.promise.Goalposts;
import io.bellwether.app.review.Deciding;
import io.bellwether.app.review.Meeting;
import io.bellwether.app.review.Minutes;
import io.bellwether.app.review.MinutesHtml;
import io.bellwether.app.review.MinutesPdf;
import io.bellwether.app.review.Reviews;
import io.bellwether.app.review.ReviewsDue;
import io.bellwether.core.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Reviews over HTTP, from the reminders to the minutes. */
public final class ReviewFeature implements Feature {
    private final Supplier<Catalog> catalog;
    private final People people;
    private final Reviews reviews;
    private final Function<Catalog, Goalposts> goalposts;
    private final Clock clock;

    /** @param clock read once for each request */
    public ReviewFeature(
            Supplier<Catalog> catalog, People people, Function<Catalog, Goalposts> goalposts, Clock clock) {
        this.catalog = catalog;
        this.goalposts = goalposts;
        this.people = people;
        this.reviews = new Reviews(people);
        this.clock = clock;
    }

    record StartBody(String objective) {}

    /** What is null is not touched; an empty text takes back what was said. */
    record EntryBody(
            String kpi,
            @Nullable String comment,
            @Nullable Integer confidence,
            @Nullable String note,
            @Nullable String decision) {}

    /**
     * What is decided, to be carried out at once.
     *
     * @param decision {@code keep}, {@code act}, {@code retarget}, {@code demote} or {@code retire}
     * @param to keys of the new target, such as {@code reach: 80}
     * @param by the end of its timeframe: a day or a period
     * @param todo what is to be done, for {@code act}
     * @param shown the print of the plan that was looked at, or null
     */
    record DecideBody(
            String kpi,
            String decision,
            String reason,
            @Nullable String to,
            @Nullable String by,
            @Nullable DueBody todo,
            @Nullable String shown) {}

    record DueBody(String title, String owner, String due) {}

    record TodoBody(String kpi, String title, String owner, String due) {}

    record SendBody() {}

    /** @param to who gets them, in words */
    record SentView(String to) {}

    record EndBody(@Nullable String summary) {}

    @Override
    public Routes routes() {
        return new Routes(endpoints(), commands());
    }

    private List<Endpoint> endpoints() {
        var format = Parameter.oneOf("format", "html or pdf.", List.of("html", "pdf"));
        return List.of(
                endpoint(
                        "/api/reviews",
                        "reviews",
                        "What is to be reviewed, and the reviews so far.",
                        List.of(),
                        ReviewsView.class,
                        this::list),
                endpoint(
                        "/api/reviews/{id}",
                        "review",
                        "One review with all that was said in it so far.",
                        List.of(),
                        MeetingView.class,
                        this::one),
                endpoint(
                        "/api/reviews/{id}/minutes",
                        "minutes",
                        "Its minutes as a file.",
                        List.of(format),
                        Download.class,
                        this::minutes));
    }

    private List<Command<?>> commands() {
        return List.of(
                Command.of(
                        "/api/reviews",
                        "startReview",
                        "Begins a review, or joins the one that goes on.",
                        StartBody.class,
                        MeetingView.class,
                        this::start),
                Command.of(
                        "/api/reviews/{id}/entries",
                        "recordInReview",
                        "What is said or decided about a KPI.",
                        EntryBody.class,
                        MeetingView.class,
                        this::record),
                Command.of(
                        "/api/reviews/{id}/actions",
                        "actInReview",
                        "Opens an action out of it.",
                        TodoBody.class,
                        MeetingView.class,
                        this::act),
                decision(),
                Command.of(
                        "/api/reviews/{id}/end",
                        "endReview",
                        "Ends it; what was said become check-ins.",
                        EndBody.class,
                        MeetingView.class,
                        this::end),
                Command.of(
                        "/api/reviews/{id}/send",
                        "sendMinutes",
                        "Mails the minutes to everybody concerned, once.",
                        SendBody.class,
                        SentView.class,
                        this::send));
    }

    private Command<DecideBody> decision() {
        return Command.of(
                "/api/reviews/{id}/decisions",
                "decideInReview",
                "Decides about a KPI and carries it out: kept with its evidence, its file edited, its action opened.",
                DecideBody.class,
                MeetingView.class,
                this::decide);
    }

    private Object send(Told<SendBody> told) {
        List<String> to = reviews.send(author(told), id(told));
        return new SentView(String.join(", ", to));
    }

    private Object list(Ask ask) {
        Author reader = Author.bellwether(catalog.get(), clock.instant());
        var due = ReviewsDue.of(reader.catalog(), reviews.lastDays(), reader.day());
        return new ReviewText(text(reader, ask.person())).view(due, reviews.list());
    }

    private Object one(Ask ask) {
        Author reader = Author.bellwether(catalog.get(), clock.instant());
        return view(reader, ask.person(), reviews.meeting(number(ask.variable("id"))));
    }

    private Object minutes(Ask ask) {
        long id = number(ask.variable("id"));
        Minutes minutes = Minutes.of(reviews.meeting(id), catalog.get());
        return "pdf".equals(ask.text("format"))
                ? new Download("minutes-" + id + ".pdf", MediaType.APPLICATION_PDF, MinutesPdf.of(minutes))
                : new Download(
                        "minutes-" + id + ".html",
                        new MediaType("text", "html", StandardCharsets.UTF_8),
                        MinutesHtml.of(minutes).getBytes(StandardCharsets.UTF_8));
    }

    private Object start(Told<StartBody> told) {
        Author author = author(told);
        long id = reviews.start(author, told.body().objective()).id();
        return view(author, author.by(), reviews.meeting(id));
    }

    private Object record(Told<EntryBody> told) {
        Author author = author(told);
        EntryBody body = told.body();
        var said = new Reviews.Said(body.kpi(), body.comment(), body.confidence(), body.note(), body.decision());
        return view(author, author.by(), reviews.record(author, id(told), said));
    }

    private Object act(Told<TodoBody> told) {
        Author author = author(told);
        TodoBody body = told.body();
        var action = new Action.New(
                body.kpi(), body.title(), body.owner(), day("due", body.due()), Action.From.REVIEW, id(told));
        reviews.act(author, id(told), action);
        return view(author, author.by(), reviews.meeting(id(told)));
    }

    private Object decide(Told<DecideBody> told) {
        Author author = author(told);
        DecideBody body = told.body();
        DueBody due = body.todo();
        Deciding.Todo todo = due == null ? null : new Deciding.Todo(due.title(), due.owner(), day("due", due.due()));
        var wanted = new Deciding.Wanted(
                body.kpi(),
                body.decision(),
                body.reason(),
                given(body.to()),
                given(body.by()),
                todo,
                given(body.shown()));
        return view(author, author.by(), deciding(author).decide(author, id(told), wanted));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private Deciding deciding(Author author) {
        return new Deciding(people, goalposts.apply(author.catalog()));
    }

    private Object end(Told<EndBody> told) {
        Author author = author(told);
        Meeting ended = deciding(author).end(author, id(told), told.body().summary());
        return view(author, author.by(), ended);
    }

    private MeetingView view(Author reader, @Nullable String email, Meeting meeting) {
        return new ReviewText(text(reader, email))
                .view(meeting, kpi -> people.checkIns().latest(kpi).orElse(null));
    }
}

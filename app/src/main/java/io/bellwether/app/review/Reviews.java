package io.bellwether.app.review;

import io.bellwether.app.people.Action;
import io.bellwether.app.people.Actions;
import io.bellwether.app.people.Author;
import io.bellwether.app.people.CheckIn;
import io.bellwether.app.people.CheckIns;
import io.bellwether.app.people.Mentions;
import io.bellwether.app.people.People;
import io.bellwether.app.people.Post;
import io.bellwether.app.people.Refusal;
import io.bellwether.app.people.Standing;
import io.bellwether.app.people.Texts;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.store.Change;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Objective;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.catalog.ReviewCadence;
import io.bellwether.core.judge.Status;
import io.bellwether.core.source.Nearest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reviews: begun, filled by several people at once, ended for good. */
public final class Reviews {
    private static final int MOST = 500;
    private static final Comparator<KpiCard> WORST_THEN_HEAVIEST = Comparator.comparing(
                    (KpiCard card) -> card.status().orElse(null),
                    Comparator.nullsLast(Comparator.<Status>naturalOrder()))
            .thenComparing(card -> card.kpi().weight(), Comparator.reverseOrder());

    private final People people;

    public Reviews(People people) {
        this.people = people;
    }

    /** What is said about one KPI; what is null is not touched, an empty text takes back what was said. */
    public record Said(
            String kpi,
            @Nullable String comment,
            @Nullable Integer confidence,
            @Nullable String note,
            @Nullable String decision) {}

    /** Begins one, or joins the one over the same objective that goes on. */
    public Review start(Author author, String objective) {
        Objective about = author.catalog()
                .objective(objective)
                .orElseThrow(() -> Refusal.unknown(
                        "objective", objective, author.catalog().objectives().keySet()));
        Optional<Review> open = people.store().get().read(handle -> ReviewRows.open(handle, objective));
        return open.orElseGet(() -> begin(author, about));
    }

    private Review begin(Author author, Objective about) {
        Set<String> names = ReviewCadence.kpis(about, author.catalog()).stream()
                .map(Kpi::name)
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            throw Refusal.review(
                    "the objective \"" + about.name() + "\" has no active KPI", "give it one, or review another");
        }
        List<KpiCard> cards = people.numbers()
                .all(author.catalog(), author.asOf())
                .kpis()
                .filter(card -> names.contains(card.kpi().name()))
                .sorted(WORST_THEN_HEAVIEST)
                .toList();
        var change = author.change(
                "review.start",
                "objective:" + about.name(),
                Map.of(
                        "day",
                        author.day().toString(),
                        "kpis",
                        List.copyOf(names.stream().sorted().toList())));
        return people.store().get().change(change, handle -> {
            long id = ReviewRows.insert(handle, author, about.name(), about.statement());
            cards.forEach(card -> ReviewRows.row(handle, id, row(card)));
            return ReviewRows.find(handle, id).orElseThrow();
        });
    }

    private static Review.Row row(KpiCard card) {
        Standing standing = Standing.of(card);
        return new Review.Row(
                standing.kpi(),
                standing.label(),
                card.kpi().owner(),
                standing.status() == null ? null : standing.status().word(),
                standing.value(),
                standing.valueText(),
                standing.windowText(),
                standing.targetText(),
                standing.why());
    }

    /** Says or decides something about one of its KPIs. */
    public Meeting record(Author author, long id, Said said) {
        Review.Entry entry = checked(author, said);
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("kpi", said.kpi());
        detail.put("comment", entry.comment());
        detail.put("confidence", entry.confidence());
        detail.put("note", entry.note());
        detail.put("decision", entry.decision());
        detail.values().removeIf(Objects::isNull);
        return people.store().get().change(author.change("review.record", "review:" + id, detail), handle -> {
            Review review = running(handle, id);
            inReview(handle, review.id(), said.kpi());
            ReviewRows.entry(handle, id, entry);
            Mentions.record(handle, author, "review:" + id, entry.comment(), entry.note());
            return meeting(handle, id);
        });
    }

    private static Review.Entry checked(Author author, Said said) {
        if (said.confidence() != null && (said.confidence() < 0 || said.confidence() > 10)) {
            throw Refusal.confidence();
        }
        if (said.decision() != null) {
            decision(said.decision());
        }
        return new Review.Entry(
                0,
                author.at(),
                author.by(),
                said.kpi(),
                words("the comment", said.comment()),
                said.confidence(),
                words("the note", said.note()),
                said.decision());
    }

    /** A decision by its word. */
    static Decision decision(String word) {
        return Decision.of(word).orElseThrow(() -> {
            List<String> words =
                    Arrays.stream(Decision.values()).map(Decision::word).toList();
            String shown = word.length() > 60 ? word.substring(0, 60) + "…" : word;
            return Refusal.review(
                    "\"" + shown + "\" is no decision",
                    Nearest.fix(word, words).orElse("say " + String.join(", ", words)));
        });
    }

    /** Refuses where the review is over, or is not about that KPI. */
    void has(long id, String kpi) {
        people.store().get().read(handle -> {
            going(ReviewRows.find(handle, id), id);
            return inReview(handle, id, kpi);
        });
    }

    private static String inReview(Handle handle, long id, String kpi) {
        List<String> kpis =
                ReviewRows.rows(handle, id).stream().map(Review.Row::kpi).toList();
        if (!kpis.contains(kpi)) {
            throw Refusal.unknown("KPI of this review", kpi, kpis);
        }
        return kpi;
    }

    private static @Nullable String words(String what, @Nullable String text) {
        return text == null || text.isBlank() ? text == null ? null : "" : Texts.text(what, text);
    }

    /** Opens an action out of it. */
    public Action act(Author author, long id, Action.New action) {
        people.store().get().read(handle -> going(ReviewRows.find(handle, id), id));
        return people.actions()
                .open(
                        author,
                        new Action.New(
                                action.kpi(), action.title(), action.owner(), action.due(), Action.From.REVIEW, id));
    }

    /** Ends it for good. What was said about a KPI becomes its check-in, by who said it. */
    public Meeting end(Author author, long id, @Nullable String summary) {
        return end(author, id, summary, handle -> List.of());
    }

    /**
     * The same, with what belongs to it.
     *
     * @param beside done in the same transaction; what the audit log says of it
     */
    Meeting end(Author author, long id, @Nullable String summary, Function<Handle, List<Change>> beside) {
        String text = Texts.optional("the summary", summary);
        Map<String, Object> detail = text == null ? Map.of() : Map.of("summary", text);
        people.store().get().changes(handle -> {
            running(handle, id);
            for (Meeting.Item item : meeting(handle, id).items()) {
                keep(handle, author, item, id);
            }
            ReviewRows.end(handle, author, id, text);
            Mentions.record(handle, author, "review:" + id, text);
            List<Change> changes = new ArrayList<>(beside.apply(handle));
            changes.add(author.change("review.end", "review:" + id, detail));
            return changes;
        });
        return meeting(id);
    }

    /**
     * Mails the minutes of one that has ended to who took part, owns one of its KPIs, or has one of its actions; once to
     * each, however often it is asked for.
     *
     * @return the addresses
     */
    public List<String> send(Author author, long id) {
        if (!Post.isOpen(author)) {
            throw Refusal.review(
                    "the workspace names no mail server", "add mail: { host: …, from: … } to a file of it");
        }
        Meeting meeting = meeting(id);
        if (meeting.review().isOpen()) {
            throw Refusal.review("review " + id + " still goes on", "end it, then send its minutes");
        }
        List<String> to = meeting.receivers().stream()
                .flatMap(email -> author.catalog().operations().person(email).stream())
                .map(Person::email)
                .distinct()
                .toList();
        Minutes minutes = Minutes.of(meeting, author.catalog());
        var mail = new Post.Mail(minutes.title(), MinutesText.of(minutes), MinutesHtml.of(minutes));
        return people.store().get().change(author.change("review.send", "review:" + id, Map.of("to", to)), handle -> {
            to.forEach(each -> Post.send(handle, author, mail, each, "minutes:" + id + ":" + each, "review:" + id));
            return to;
        });
    }

    private static void keep(Handle handle, Author author, Meeting.Item item, long review) {
        Meeting.Part<String> comment = item.comment();
        if (comment != null) {
            Integer confidence =
                    item.confidence() == null ? null : item.confidence().value();
            String note = item.note() == null ? null : item.note().value();
            Author speaker = new Author(author.catalog(), comment.person(), author.at(), author.day());
            var said = new CheckIn.Said(comment.value(), confidence, note);
            CheckIns.keep(handle, speaker, said, item.standing(), review);
        }
    }

    static Review running(Handle handle, long id) {
        ReviewRows.touch(handle, id);
        return going(ReviewRows.find(handle, id), id);
    }

    private static Review going(Optional<Review> found, long id) {
        Review review = found.orElseThrow(() -> Refusal.missing("review", id));
        if (!review.isOpen()) {
            throw Refusal.over("review " + id + " has ended", "start a new one");
        }
        return review;
    }

    /** One with all that was said in it. */
    public Meeting meeting(long id) {
        return people.store().get().read(handle -> {
            if (ReviewRows.find(handle, id).isEmpty()) {
                throw Refusal.missing("review", id);
            }
            return meeting(handle, id);
        });
    }

    private static Meeting meeting(Handle handle, long id) {
        return Meeting.of(
                ReviewRows.find(handle, id).orElseThrow(),
                ReviewRows.rows(handle, id),
                ReviewRows.entries(handle, id),
                ReviewRows.carried(handle, id),
                Actions.ofReview(handle, id));
    }

    /** Those that go on, then those that ended, the newest first. */
    public List<Review> list() {
        return people.store().get().read(handle -> ReviewRows.list(handle, MOST));
    }

    /** The same, in a transaction of the caller's. */
    public static Map<String, LocalDate> lastDays(Handle handle) {
        return ReviewRows.last(handle);
    }

    /** The last day on which each objective was reviewed, by its name. */
    public Map<String, LocalDate> lastDays() {
        return people.store().get().read(ReviewRows::last);
    }

    /** The last day on which an objective was reviewed. */
    public Optional<LocalDate> last(String objective) {
        return Optional.ofNullable(lastDays().get(objective));
    }
}

package io.bellwether.app.review;

import io.bellwether.app.people.Action;
import io.bellwether.app.people.Actions;
import io.bellwether.app.people.Author;
import io.bellwether.app.people.Mentions;
import io.bellwether.app.people.People;
import io.bellwether.app.people.Refusal;
import io.bellwether.app.people.Texts;
import io.bellwether.app.promise.Beside;
import io.bellwether.app.promise.Decisions;
import io.bellwether.app.promise.Decisions.Decided;
import io.bellwether.app.promise.Dossier;
import io.bellwether.app.promise.GoalpostProblems;
import io.bellwether.app.promise.Goalposts;
import io.bellwether.app.promise.Goalposts.Wish;
import io.bellwether.app.store.Change;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.engine.Deadline;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Hands what a review decides to where promises are kept: each decision with its reason and the evidence, the file edited where
 * the promise changes, the action opened where something is to be done.
 *
 * <pre>
 *   one transaction: decision, the review's record, action, log  ─►  the file put in its place  ─►  the version
 * </pre>
 *
 * The store is first, because a file must not change without somebody's word for it. Where the file then cannot be written, the
 * decision is withdrawn in the same way.
 */
public final class Deciding {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final People people;
    private final Reviews reviews;
    private final Goalposts goalposts;

    public Deciding(People people, Goalposts goalposts) {
        this.people = people;
        this.reviews = new Reviews(people);
        this.goalposts = goalposts;
    }

    /**
     * What is decided about a KPI.
     *
     * @param to keys of the new target as {@code reach: 80}, or null; for {@code retarget}
     * @param by the end of its timeframe, or null; for {@code retarget}
     * @param todo what is to be done; for {@code act}
     * @param shown the print of the plan that was looked at, or null
     */
    public record Wanted(
            String kpi,
            String decision,
            String reason,
            @Nullable String to,
            @Nullable String by,
            @Nullable Todo todo,
            @Nullable String shown) {}

    /** What is to be done, by whom, until when. */
    public record Todo(String title, String owner, LocalDate due) {}

    /** What is kept with a decision, to be looked at before: about the promise as it would be; empty where it cannot be told. */
    public Optional<Dossier> shown(Author author, Wanted wanted) {
        Wish wish = wish(Reviews.decision(wanted.decision()), wanted);
        return wish == null
                ? evidence(author, wanted.kpi())
                : Optional.of(goalposts
                        .plan(wish, author.asOf(), Deadline.in(PATIENCE))
                        .dossier());
    }

    /** The evidence about a KPI as it is today; empty where it cannot be told. */
    private Optional<Dossier> evidence(Author author, String kpi) {
        try {
            return Optional.of(goalposts.evidence(kpi, author.asOf(), Deadline.in(PATIENCE)));
        } catch (DiagnosticException cannotBeMeasured) {
            return Optional.empty();
        }
    }

    /** Carries out what is decided. */
    public Meeting decide(Author author, long id, Wanted wanted) {
        Decision decision = Reviews.decision(wanted.decision());
        String reason = Texts.text("the reason", wanted.reason());
        reviews.has(id, wanted.kpi());
        Person by = author.catalog().operations().person(author.by()).orElseThrow();
        Action.New action = action(author, id, decision, wanted);
        InReview beside = new InReview(author, id, decision, wanted.kpi(), reason, action);
        Wish wish = wish(decision, wanted);
        if (wish == null) {
            Dossier dossier = evidence(author, wanted.kpi()).orElse(null);
            goalposts.record(decided(wanted.kpi(), decision, reason, "", dossier), by, author.at(), beside);
        } else {
            Goalposts.Plan plan = goalposts.plan(wish, author.asOf(), Deadline.in(PATIENCE));
            if (wanted.shown() != null && !plan.print().equals(wanted.shown())) {
                throw GoalpostProblems.otherEvidence();
            }
            goalposts.decide(plan, reason, by, author.at(), beside.naming(plan.change()));
        }
        return reviews.meeting(id);
    }

    private static Decided decided(
            String kpi, Decision decision, String reason, String change, @Nullable Dossier dossier) {
        return new Decided(kpi, decision.word(), reason, change, null, null, dossier == null ? null : dossier.json());
    }

    private static @Nullable Wish wish(Decision decision, Wanted wanted) {
        return switch (decision) {
            case KEEP, ACT -> null;
            case RETARGET -> {
                if (wanted.to() == null && wanted.by() == null) {
                    throw Refusal.review("there is no new target to decide on", "say what it is to reach, or by when");
                }
                yield new Wish.Retarget(wanted.kpi(), wanted.to(), wanted.by());
            }
            case DEMOTE -> new Wish.Demote(wanted.kpi(), false);
            case RETIRE -> new Wish.Retire(wanted.kpi());
        };
    }

    private static Action.@Nullable New action(Author author, long id, Decision decision, Wanted wanted) {
        Todo todo = wanted.todo();
        if (decision != Decision.ACT) {
            return null;
        }
        if (todo == null) {
            throw Refusal.review("there is no action to decide on", "say what is to be done, by whom and until when");
        }
        var from = Action.From.REVIEW;
        return Actions.checked(author, new Action.New(wanted.kpi(), todo.title(), todo.owner(), todo.due(), from, id));
    }

    /**
     * Ends a review for good. What was only chosen in it is kept as decided too, with the evidence of now; what changes a promise
     * is then still to be carried out.
     */
    public Meeting end(Author author, long id, @Nullable String summary) {
        Map<String, Decided> chosen = new LinkedHashMap<>();
        Map<String, String> by = new LinkedHashMap<>();
        for (Meeting.Item item : reviews.meeting(id).items()) {
            Meeting.Part<Decision> decision = item.decision();
            if (decision != null && !item.isCarriedOut()) {
                String kpi = item.standing().kpi();
                String reason = item.comment() == null ? "" : item.comment().value();
                String said = reason.isEmpty() ? summary == null || summary.isBlank() ? "" : summary.strip() : reason;
                String change = decision.value().command(kpi).isPresent() ? "not carried out yet" : "";
                Dossier dossier = evidence(author, kpi).orElse(null);
                String why = said.isEmpty() ? "Decided in review " + id + ", without a word why" : said;
                chosen.put(kpi, decided(kpi, decision.value(), why, change, dossier));
                by.put(kpi, decision.person());
            }
        }
        return reviews.end(author, id, summary, handle -> {
            List<Change> changes = new ArrayList<>();
            chosen.forEach((kpi, decided) ->
                    changes.add(Decisions.add(handle, decided, by.getOrDefault(kpi, author.by()), author.at())));
            return changes;
        });
    }

    /** The review's side of a decision. */
    private record InReview(
            Author author,
            long review,
            Decision decision,
            String kpi,
            String reason,
            Action.@Nullable New action,
            String change)
            implements Beside {
        InReview(
                Author author, long review, Decision decision, String kpi, String reason, Action.@Nullable New action) {
            this(author, review, decision, kpi, reason, action, "");
        }

        InReview naming(String said) {
            return new InReview(author, review, decision, kpi, reason, action, said);
        }

        @Override
        public List<Change> kept(Handle handle, long number) {
            Reviews.running(handle, review);
            var entry = new Review.Entry(0, author.at(), author.by(), kpi, null, null, null, decision.word());
            ReviewRows.entry(handle, review, entry);
            ReviewRows.carried(handle, review, row(number, false));
            Mentions.record(handle, author, "review:" + review, reason);
            List<Change> changes = new ArrayList<>();
            changes.add(author.change(
                    "review.decide",
                    "review:" + review,
                    Map.of("kpi", kpi, "decision", decision.word(), "number", number)));
            if (action != null) {
                Action opened = Actions.open(handle, author, action);
                Mentions.record(handle, author, "kpi:" + kpi, action.title());
                changes.add(author.change("action.open", "kpi:" + kpi, Actions.detail(action, opened.id())));
            }
            return changes;
        }

        @Override
        public List<Change> withdrawn(Handle handle, long number) {
            ReviewRows.touch(handle, review);
            ReviewRows.carried(handle, review, row(number, true));
            return List.of(author.change("review.withdraw", "review:" + review, Map.of("kpi", kpi, "number", number)));
        }

        private Review.Carried row(long number, boolean gone) {
            return new Review.Carried(0, author.at(), author.by(), kpi, decision.word(), reason, change, number, gone);
        }
    }
}

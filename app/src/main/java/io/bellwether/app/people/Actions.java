package io.bellwether.app.people;

import io.bellwether.app.people.Action.State;
import io.bellwether.app.scorecard.Movements.Since;
import io.bellwether.app.store.Change;
import io.bellwether.app.store.Store;
import io.bellwether.core.judge.Measured;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Actions: opened by somebody or by a breach, handed on, done or dropped; and what came of them. */
public final class Actions {
    private static final int MOST = 1_000;

    private final Supplier<Store> store;
    private final Numbers numbers;

    public Actions(Supplier<Store> store, Numbers numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    /** Opens one. */
    public Action open(Author author, Action.New wanted) {
        Action.New action = checked(author, wanted);
        return store.get().change(author.change("action.open", "kpi:" + action.kpi(), detail(action)), handle -> {
            Mentions.record(handle, author, "kpi:" + action.kpi(), action.title());
            return open(handle, author, action);
        });
    }

    /** The same, checked by the caller, in a transaction of theirs and with their record in the audit log: for alerts. */
    public static Action open(Handle handle, Author author, Action.New action) {
        return ActionRows.find(handle, ActionRows.insert(handle, author, action))
                .orElseThrow();
    }

    /** Hands an open one on, or gives it more time. What is null stays. */
    public Action move(Author author, long id, @Nullable String owner, @Nullable LocalDate due) {
        Action action = stillOpen(id);
        String to = owner == null ? action.owner() : author.person(owner);
        LocalDate until = due == null ? action.due() : due(due, author.day());
        Change change = author.change(
                "action.move", "kpi:" + action.kpi(), Map.of("action", id, "owner", to, "due", until.toString()));
        return step(author, action, change, new ActionRows.Step(State.OPEN, to, until, null, null));
    }

    /** It is done, and this came of it; what the KPI stands at now is kept beside it. */
    public Action done(Author author, long id, String outcome) {
        return close(author, id, State.DONE, outcome);
    }

    /** It will not be done, for this reason. */
    public Action drop(Author author, long id, String outcome) {
        return close(author, id, State.DROPPED, outcome);
    }

    private Action close(Author author, long id, State state, String outcome) {
        Action action = stillOpen(id);
        String text = Texts.text(state == State.DONE ? "what came of it" : "the reason", outcome);
        Standing standing = author.catalog().kpi(action.kpi()).isPresent()
                ? numbers.standing(author.catalog(), action.kpi(), author.asOf())
                : null;
        Change change = author.change(
                "action." + (state == State.DONE ? "done" : "drop"),
                "kpi:" + action.kpi(),
                Map.of("action", id, "outcome", text));
        return step(author, action, change, new ActionRows.Step(state, action.owner(), action.due(), text, standing));
    }

    private Action step(Author author, Action action, Change change, ActionRows.Step step) {
        return store.get().change(change, handle -> {
            if (!ActionRows.find(handle, action.id()).orElseThrow().isOpen()) {
                throw over(action.id());
            }
            ActionRows.step(handle, author, action.id(), step);
            Mentions.record(handle, author, "kpi:" + action.kpi(), step.outcome());
            return ActionRows.find(handle, action.id()).orElseThrow();
        });
    }

    private Action stillOpen(long id) {
        Action action = store.get()
                .read(handle -> ActionRows.find(handle, id))
                .orElseThrow(() -> Refusal.missing("action", id));
        if (!action.isOpen()) {
            throw over(id);
        }
        return action;
    }

    private static RuntimeException over(long id) {
        return Refusal.over("action " + id + " is over", "open a new one");
    }

    /** Open ones first, by their due dates; then those that are over, the newest first. What is null does not restrict. */
    public List<Action> list(@Nullable String kpi, @Nullable String owner, @Nullable State state) {
        return store.get().read(handle -> ActionRows.list(handle, new ActionRows.Filter(kpi, owner, state), MOST));
    }

    /** All open ones. */
    public static List<Action> open(Handle handle) {
        return ActionRows.list(handle, new ActionRows.Filter(null, null, State.OPEN), MOST);
    }

    /** Those that came from one review. */
    public static List<Action> ofReview(Handle handle, long review) {
        return ActionRows.from(handle, Action.From.REVIEW, review);
    }

    /** How the KPIs moved since these were done, by the action's number, where something can be told. */
    public Map<Long, Measured.Delta> effects(List<Action> actions, Author reader) {
        Map<Long, Since> asked = new HashMap<>();
        actions.stream()
                .filter(Action::isDone)
                .limit(100)
                .forEach(action -> asked.put(
                        action.id(),
                        new Since(action.kpi(), action.stepDay().plusDays(1).atStartOfDay())));
        Map<Since, Measured.Delta> found = asked.isEmpty()
                ? Map.of()
                : numbers.since(reader.catalog(), List.copyOf(asked.values()), reader.asOf());
        Map<Long, Measured.Delta> effects = new HashMap<>();
        asked.forEach((id, since) -> {
            if (found.containsKey(since)) {
                effects.put(id, found.get(since));
            }
        });
        return effects;
    }

    /** The same, if it can be kept. */
    public static Action.New checked(Author author, Action.New action) {
        return new Action.New(
                author.kpi(action.kpi()),
                Texts.line("the title", action.title()),
                author.person(action.owner()),
                due(action.due(), author.day()),
                action.from(),
                action.source());
    }

    private static LocalDate due(LocalDate due, LocalDate today) {
        if (due.isBefore(today) || due.isAfter(today.plusYears(10))) {
            throw Refusal.time(
                    "an action is due between today and ten years from now, not on " + due, "name a later day");
        }
        return due;
    }

    /** What the audit log says of one that was opened in a transaction of the caller's. */
    public static Map<String, ?> detail(Action.New action, long id) {
        Map<String, Object> detail = new HashMap<>(detail(action));
        detail.put("action", id);
        return detail;
    }

    private static Map<String, ?> detail(Action.New action) {
        Map<String, Object> detail = new HashMap<>(Map.of(
                "title", action.title(),
                "owner", action.owner(),
                "due", action.due().toString(),
                "from", action.from().word()));
        if (action.source() != null) {
            detail.put("source", action.source());
        }
        return detail;
    }
}

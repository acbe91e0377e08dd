package io.bellwether.app.review;

import io.bellwether.app.people.Action;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Person;
import io.bellwether.core.judge.Status;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a review, every text ready to show.
 *
 * @param people who took part
 * @param open whether it still goes on, and the minutes are what there is so far
 */
public record Minutes(
        long review,
        String title,
        String when,
        String people,
        boolean open,
        @Nullable String summary,
        List<Line> lines,
        List<Todo> actions) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /**
     * A KPI.
     *
     * @param status its word, or null where it was not judged
     * @param confidence {@code 7 of 10}, or null
     * @param decision what was decided and by whom, or null
     * @param done what was carried out and why, or null
     * @param command what carries it out, or null
     */
    public record Line(
            String kpi,
            String label,
            @Nullable Status status,
            String standing,
            String why,
            @Nullable String owner,
            @Nullable Words comment,
            @Nullable String confidence,
            @Nullable Words note,
            @Nullable String decision,
            @Nullable String done,
            @Nullable String command) {}

    /** What somebody said. */
    public record Words(String text, String by) {}

    /** An action that came out of it. */
    public record Todo(String title, String kpi, String owner, String due, String state) {}

    /** Of a review, with the names of the people as they are today. */
    public static Minutes of(Meeting meeting, Catalog catalog) {
        Review review = meeting.review();
        LocalDate day = review.endedDay() == null ? review.day() : review.endedDay();
        return new Minutes(
                review.id(),
                "Review: " + review.statement(),
                DAY.format(day) + (day.equals(review.day()) ? "" : ", numbers of " + SHORT.format(review.day())),
                meeting.participants().stream()
                        .map(email -> name(email, catalog))
                        .collect(Collectors.joining(", ")),
                review.isOpen(),
                review.summary(),
                meeting.items().stream().map(item -> line(item, catalog)).toList(),
                meeting.items().stream()
                        .flatMap(item -> item.actions().stream().map(action -> todo(item, action, catalog)))
                        .toList());
    }

    /** What somebody is called; their address where they are not one of the people any more. */
    public static String name(String email, Catalog catalog) {
        return catalog.operations().person(email).map(Person::name).orElse(email);
    }

    private static Line line(Meeting.Item item, Catalog catalog) {
        var standing = item.standing();
        Meeting.Part<Decision> decision = item.decision();
        return new Line(
                standing.kpi(),
                standing.label(),
                standing.status(),
                standing.valueText()
                        + (standing.windowText().isEmpty() ? "" : " (" + standing.windowText() + ")")
                        + ", target " + standing.targetText(),
                standing.why(),
                Optional.ofNullable(item.owner())
                        .map(owner -> name(owner, catalog))
                        .orElse(null),
                words(item.comment(), catalog),
                item.confidence() == null ? null : item.confidence().value() + " of 10",
                words(item.note(), catalog),
                decision == null ? null : decision.value().label() + " (" + name(decision.person(), catalog) + ")",
                done(item),
                decision == null || item.isCarriedOut()
                        ? null
                        : decision.value().command(standing.kpi()).orElse(null));
    }

    /** What was carried out, and why; null where nothing was. */
    private static @Nullable String done(Meeting.Item item) {
        Review.Carried carried = item.carried();
        if (carried == null || !item.isCarriedOut()) {
            return null;
        }
        String change = carried.change().isEmpty() ? "kept with its evidence" : carried.change();
        return change + ", because: " + carried.reason();
    }

    private static @Nullable Words words(Meeting.@Nullable Part<String> part, Catalog catalog) {
        return part == null ? null : new Words(part.value(), name(part.person(), catalog));
    }

    private static Todo todo(Meeting.Item item, Action action, Catalog catalog) {
        return new Todo(
                action.title(),
                item.standing().label(),
                name(action.owner(), catalog),
                SHORT.format(action.due()),
                action.state());
    }
}

package io.bellwether.app.page;

import io.bellwether.app.page.ActionsView.Choice;
import io.bellwether.app.page.MeetingView.FollowView;
import io.bellwether.app.page.MeetingView.PartView;
import io.bellwether.app.people.CheckIn;
import io.bellwether.app.review.Decision;
import io.bellwether.app.review.Meeting;
import io.bellwether.app.review.Review;
import io.bellwether.app.review.ReviewsDue.Reminder;
import io.bellwether.core.time.Due;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reviews in words. */
public record ReviewText(PeopleText people) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** The list of reviews. */
    public ReviewsView view(List<Reminder> due, List<Review> reviews) {
        Map<String, Long> open = reviews.stream()
                .filter(Review::isOpen)
                .collect(Collectors.toMap(Review::objective, Review::id, (first, second) -> first));
        return new ReviewsView(
                due.stream()
                        .map(reminder ->
                                reminder(reminder, open.get(reminder.objective().name())))
                        .toList(),
                reviews.stream().map(this::held).toList());
    }

    private ReviewsView.ReminderView reminder(Reminder reminder, @Nullable Long open) {
        Due due = reminder.due();
        String about = people.catalog().workspace().calendar().text(due.about());
        String text = due.isOpen()
                ? (due.missed() > 0 ? "Overdue" : "Due") + ", about " + about
                : "Done; next on " + Dates.day(due.next());
        return new ReviewsView.ReminderView(
                reminder.objective().name(),
                reminder.objective().statement(),
                Words.capital(Dates.rhythm(reminder.cadence())),
                text,
                reminder.last() == null ? "Not reviewed yet" : "Last on " + Dates.day(reminder.last()),
                due.isOpen(),
                due.state() == Due.State.OVERDUE,
                open);
    }

    private ReviewsView.HeldView held(Review review) {
        return new ReviewsView.HeldView(
                review.id(),
                "/review/" + review.id(),
                review.statement(),
                Dates.day(review.endedDay() == null ? review.day() : review.endedDay()),
                people.name(review.person()),
                review.isOpen(),
                review.summary());
    }

    /** @param last what was said about a KPI before, by its name */
    public MeetingView view(Meeting meeting, Function<String, @Nullable CheckIn> last) {
        Review review = meeting.review();
        return new MeetingView(
                review.id(),
                review.statement(),
                "Numbers of " + Dates.weekday(review.day())
                        + (review.endedDay() == null ? "" : ", ended on " + Dates.day(review.endedDay())),
                meeting.participants().stream().map(people::name).collect(Collectors.joining(", ")),
                review.isOpen(),
                review.revision(),
                review.summary(),
                meeting.items().stream().map(item -> item(item, last, review)).toList(),
                Arrays.stream(Decision.values())
                        .map(decision -> new Choice(decision.word(), decision.label()))
                        .toList());
    }

    private MeetingView.ItemView item(Meeting.Item item, Function<String, @Nullable CheckIn> last, Review review) {
        var standing = item.standing();
        CheckIn before = last.apply(standing.kpi());
        boolean within = before != null && before.review() != null && before.review() == review.id();
        return new MeetingView.ItemView(
                standing.kpi(),
                standing.label(),
                PeopleText.href(standing.kpi()),
                item.owner() == null ? "" : people.name(item.owner()),
                item.owner() == null ? "" : item.owner(),
                standing.status() == null ? null : StatusView.of(standing.status()),
                PeopleText.standing(standing.valueText(), standing.windowText()) + ", target " + standing.targetText(),
                standing.why(),
                part(item.comment(), Function.identity()),
                part(item.confidence(), String::valueOf),
                part(item.note(), Function.identity()),
                part(item.decision(), Decision::word),
                done(item),
                follow(item),
                item.actions().stream()
                        .map(action -> people.action(action, null))
                        .toList(),
                before == null || within ? null : people.said(before));
    }

    private <T> PartView part(Meeting.@Nullable Part<T> part, Function<T, String> text) {
        if (part == null) {
            return new PartView("", "");
        }
        ZoneId zone = people.catalog().workspace().calendar().zone();
        String at = TIME.format(part.at().atZone(zone));
        return new PartView(text.apply(part.value()), people.name(part.person()) + ", " + at);
    }

    private static @Nullable String done(Meeting.Item item) {
        var carried = item.carried();
        if (carried == null || !item.isCarriedOut()) {
            return null;
        }
        String change = carried.change().isEmpty() ? "Kept with its evidence" : "Carried out: " + carried.change();
        return change + ". " + Words.sentence(Words.capital(carried.reason()));
    }

    private static @Nullable FollowView follow(Meeting.Item item) {
        Meeting.Part<Decision> decision = item.decision();
        if (decision == null || item.isCarriedOut()) {
            return null;
        }
        String kpi = item.standing().kpi();
        return decision.value()
                .command(kpi)
                .map(command -> new FollowView(
                        decision.value().label() + ": not carried out yet.",
                        command,
                        PeopleText.href(kpi) + "/goalposts"))
                .orElse(null);
    }
}

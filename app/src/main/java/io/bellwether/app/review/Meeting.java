package io.bellwether.app.review;

import io.bellwether.app.people.Action;
import io.bellwether.app.people.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A review with all that was said in it, KPI by KPI, worst and heaviest first. */
public record Meeting(Review review, List<Item> items) {
    /** Something said, by whom and when. */
    public record Part<T>(T value, String person, Instant at) {}

    /**
     * A KPI in a review. What nobody has said is null.
     *
     * @param owner who answers for it, or null
     * @param carried what was carried out last, or null
     */
    public record Item(
            Standing standing,
            @Nullable String owner,
            @Nullable Part<String> comment,
            @Nullable Part<Integer> confidence,
            @Nullable Part<String> note,
            @Nullable Part<Decision> decision,
            Review.@Nullable Carried carried,
            List<Action> actions) {
        /** Whether what is decided now was handed to where promises are kept. */
        public boolean isCarriedOut() {
            return decision != null
                    && carried != null
                    && !carried.withdrawn()
                    && carried.word().equals(decision.value().word());
        }
    }

    static Meeting of(
            Review review,
            List<Review.Row> rows,
            List<Review.Entry> entries,
            List<Review.Carried> carried,
            List<Action> actions) {
        return new Meeting(
                review,
                rows.stream()
                        .map(row -> item(
                                row,
                                entries.stream()
                                        .filter(entry -> entry.kpi().equals(row.kpi()))
                                        .toList(),
                                carried.stream()
                                        .filter(one -> one.kpi().equals(row.kpi()))
                                        .reduce((first, second) -> second)
                                        .orElse(null),
                                actions.stream()
                                        .filter(action -> action.kpi().equals(row.kpi()))
                                        .toList()))
                        .toList());
    }

    private static Item item(
            Review.Row row, List<Review.Entry> entries, Review.@Nullable Carried carried, List<Action> actions) {
        var standing = new Standing(
                row.kpi(),
                row.label(),
                Standing.status(row.status()),
                row.value(),
                row.valueText(),
                row.windowText(),
                row.targetText(),
                false,
                row.why());
        return new Item(
                standing,
                row.owner(),
                words(entries, Review.Entry::comment),
                newest(entries, Review.Entry::confidence),
                words(entries, Review.Entry::note),
                newest(entries, entry -> Decision.of(entry.decision()).orElse(null)),
                carried,
                actions);
    }

    private static <T> @Nullable Part<T> newest(List<Review.Entry> entries, Function<Review.Entry, @Nullable T> what) {
        for (Review.Entry entry : entries.reversed()) {
            T value = what.apply(entry);
            if (value != null) {
                return new Part<>(value, entry.person(), entry.at());
            }
        }
        return null;
    }

    /** An empty text takes back what was said. */
    private static @Nullable Part<String> words(
            List<Review.Entry> entries, Function<Review.Entry, @Nullable String> what) {
        Part<String> newest = newest(entries, what);
        return newest == null || newest.value().isEmpty() ? null : newest;
    }

    /** Who began it, ended it, or said something, in that order. */
    public List<String> participants() {
        return Stream.concat(
                        Stream.of(review.person(), review.endedBy()),
                        items.stream().flatMap(Meeting::voices))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Who wants its minutes: who took part, who answers for a KPI, who has to do something. */
    List<String> receivers() {
        Stream<String> concerned = items.stream()
                .flatMap(item -> Stream.concat(
                        Stream.of(item.owner()), item.actions().stream().map(Action::owner)));
        return Stream.concat(participants().stream(), concerned)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Stream<String> voices(Item item) {
        return Stream.concat(
                Stream.of(item.comment(), item.confidence(), item.note(), item.decision())
                        .filter(Objects::nonNull)
                        .map(Part::person),
                item.actions().stream().map(Action::person));
    }
}

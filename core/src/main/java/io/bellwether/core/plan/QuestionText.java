package io.bellwether.core.plan;

import io.bellwether.core.catalog.SavedQuestion;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question as people write it, on the command line, in a link or a file.
 *
 * @param metrics none asks for the values of {@code by}
 * @param by fields ({@code country}, {@code customers.country}, {@code host.country}, {@code customers.signed_up.month})
 *     and times ({@code time.month}, {@code time.day_of_week})
 * @param having a condition on the columns of the answer, or null
 * @param from a day or the first of a period ({@code 2011-01-01}, {@code 2011-Q1}), included
 * @param to a day or the last of a period, included
 * @param compare {@code previous}, {@code year_ago}, {@code 3_ago}
 * @param through what all metrics do with time in this question
 * @param order columns of the answer, {@code revenue desc} or {@code -revenue} for the greatest first
 * @param distinct whether, without metrics, equal rows come back once
 */
public record QuestionText(
        List<String> metrics,
        List<String> by,
        @Nullable String where,
        @Nullable String having,
        @Nullable String from,
        @Nullable String to,
        List<String> compare,
        Through through,
        List<String> order,
        @Nullable Long limit,
        boolean distinct) {
    /** A question without anything that only this one does with its metrics. */
    public QuestionText(
            List<String> metrics,
            List<String> by,
            @Nullable String where,
            @Nullable String from,
            @Nullable String to,
            List<String> compare,
            List<String> order,
            @Nullable Long limit) {
        this(metrics, by, where, null, from, to, compare, Through.PLAIN, order, limit, true);
    }

    /** A saved question with what this one adds to it. */
    public QuestionText over(SavedQuestion saved) {
        String both = saved.where() == null || where == null
                ? where == null ? saved.where() : where
                : "(" + saved.where() + ") and (" + where + ")";
        return new QuestionText(
                joined(saved.metrics(), metrics),
                joined(saved.by(), by),
                both,
                having,
                from,
                to,
                compare,
                through,
                order.isEmpty() ? saved.order() : order,
                limit == null ? saved.limit() : limit,
                distinct);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    /**
     * What a question makes of its metrics' time.
     *
     * @param window a length: {@code 28 days}, {@code 28d}; or null
     * @param toDate a grain: {@code month}; or null
     * @param allTime whether everything so far counts
     * @param offset a length, back in time; or null
     * @param fill a number for periods without rows, or null
     */
    public record Through(
            @Nullable String window,
            @Nullable String toDate,
            boolean allTime,
            @Nullable String offset,
            @Nullable String fill) {
        public static final Through PLAIN = new Through(null, null, false, null, null);
    }
}

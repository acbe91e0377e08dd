package io.bellwether.core.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as people write it, on the command line or in a link.
 *
 * @param by fields ({@code country}, {@code customers.country}) and times ({@code time.month})
 * @param from a day or the first of a period ({@code 2011-01-01}, {@code 2011-Q1}), included
 * @param to a day or the last of a period, included
 * @param compare {@code previous}, {@code year_ago}, {@code 3_ago}
 * @param order columns of the answer, {@code revenue desc} or {@code -revenue} for the greatest first
 */
public record QuestionText(
        List<String> metrics,
        List<String> by,
        @Nullable String where,
        @Nullable String from,
        @Nullable String to,
        List<String> compare,
        List<String> order,
        @Nullable Long limit) {}

package io.bellwether.app.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Metrics that people type in.
 *
 * @param gone names of metrics that have values and are defined no more
 */
public record ValuesView(List<TypedMetricView> metrics, List<String> gone) {
    /**
     * One of them.
     *
     * @param every in words: {@code every month, for each region}
     * @param last the last period with values in words, or null for none
     * @param missing what should be there by now and is not, or null
     */
    public record TypedMetricView(
            String name,
            String label,
            @Nullable String description,
            String every,
            @Nullable String last,
            @Nullable String missing) {}

    /**
     * One metric's values, periods by members, to be typed into.
     *
     * @param by what a value is of beside its period
     * @param example how a value is written
     * @param header the line of names that a file of values begins with
     * @param history all that was given for these periods, the newest first
     */
    public record ValueGridView(
            String name,
            String label,
            String every,
            List<TypedDimensionView> by,
            String example,
            String header,
            List<TypedPeriodView> periods,
            List<TypedLineView> lines,
            List<TypedHistoryView> history) {}

    /** @param members that there are, or empty where any may be */
    public record TypedDimensionView(String name, List<String> members) {}

    /** @param period by its name, as it is sent back */
    public record TypedPeriodView(String period, String label) {}

    /**
     * The values of some members.
     *
     * @param label of the members, or empty for a metric of periods alone
     * @param cells one for each period, in order
     */
    public record TypedLineView(String label, Map<String, String> where, List<TypedCellView> cells) {}

    /**
     * @param text with its unit, or null where there is no value
     * @param typed as one would type it, or empty
     * @param corrected whether it was
     */
    public record TypedCellView(@Nullable String text, String typed, boolean corrected) {}

    /** @param text of the value, or that it was taken back */
    public record TypedHistoryView(
            String period,
            String label,
            String text,
            String person,
            String at,
            String how,
            @Nullable String reason,
            boolean counts) {}

    /** What became of values that were given. */
    public record GivenValuesView(String text, int added, int corrected, int takenBack, int same) {}

    /**
     * What a file would do.
     *
     * @param counts in words
     * @param token to confirm with; null while a row is wrong
     * @param corrects whether a reason is asked for
     * @param more how many rows are not shown
     */
    public record ValuePreviewView(
            String counts, @Nullable String token, boolean corrects, List<ValuePreviewLineView> lines, int more) {}

    /** @param state {@code new}, {@code changed}, {@code same} or {@code wrong} */
    public record ValuePreviewLineView(
            String place,
            String period,
            String label,
            @Nullable String before,
            String now,
            String state,
            List<DiagnosticView> problems) {}
}

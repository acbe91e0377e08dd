package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the data is like.
 *
 * @param sentence what it comes to
 * @param looked when it was looked at, in words; null for never
 */
public record DataHealthView(
        String sentence, boolean good, @Nullable String looked, List<DatasetHealthView> datasets) {
    /**
     * A dataset.
     *
     * @param complete up to when, in words
     * @param expected how often data is expected, in words, or null
     * @param late how late it is, in words, or null
     * @param problem why it could not be read, or null
     * @param kpis those that stand on it
     */
    public record DatasetHealthView(
            String name,
            String source,
            @Nullable String complete,
            @Nullable String expected,
            @Nullable String late,
            @Nullable String problem,
            String state,
            List<DataTestView> tests,
            List<KpiLink> kpis) {}

    /**
     * A test.
     *
     * @param state {@code good}, {@code warn}, {@code bad} or {@code none}
     * @param word of the state
     * @param since when it began to be so, in words, or null
     * @param past how it came out in the last looks, the oldest first
     */
    public record DataTestView(
            String asks,
            String state,
            String word,
            @Nullable String said,
            @Nullable String since,
            List<PastTestView> past) {}

    /** @param text what is shown to those who point at it */
    public record PastTestView(String state, String text) {}

    public record KpiLink(String label, String href) {}
}

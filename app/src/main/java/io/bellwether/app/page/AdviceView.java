package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/advice}: one sheet of what the rules find.
 *
 * @param summary how much there is, in a sentence
 * @param looking whether the look at the data still runs: then ask again
 * @param note what to know of the look at the data, or null
 * @param filters by which severities, codes and owners it can be narrowed, with their numbers
 * @param open how many findings are open, before filters, in words
 * @param waived how many are waived, before filters, in words
 * @param range which of how many are here: {@code 1–100 of 1,200}; empty for none
 * @param sheet the number of this sheet, from 1
 */
public record AdviceView(
        String asOf,
        String summary,
        boolean looking,
        @Nullable String note,
        FiltersView filters,
        String open,
        String waived,
        List<GroupView> groups,
        String range,
        int sheet,
        int sheets) {
    /** What can be chosen. */
    public record FiltersView(List<OptionView> severities, List<OptionView> codes, List<OptionView> owners) {}

    /** @param value for the address */
    public record OptionView(String value, String label) {}

    /**
     * Findings about one thing.
     *
     * @param kind {@code KPI}, {@code metric}
     * @param href its page, or null
     */
    public record GroupView(
            String kind,
            String name,
            @Nullable String href,
            @Nullable String owner,
            List<FindingView> findings) {}

    /**
     * @param severity {@code warning} or {@code advice}
     * @param help what the rule is about, and what is done about it
     * @param place {@code kpis/grow.yml:13}, or null
     * @param yaml what to paste, or null
     * @param waiver what to paste instead to waive it; null where it is waived or cannot be
     * @param waivedUntil in words, or null
     */
    public record FindingView(
            String code,
            String title,
            String severity,
            String message,
            @Nullable String fix,
            String help,
            @Nullable String place,
            @Nullable String excerpt,
            @Nullable String yaml,
            @Nullable String waiver,
            @Nullable String waivedUntil,
            @Nullable String waivedBecause) {}
}

package io.bellwether.app.page;

import io.bellwether.app.promise.Dossier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/kpis/NAME/goalposts}: what a KPI promised, who moved it, and how its periods ended.
 *
 * @param promise what it promises now, in words; empty for one that is gone
 * @param lifecycle {@code draft}, {@code active}, {@code retired}, or {@code removed}
 * @param note one sentence to begin with
 * @param versions the latest first
 * @param closings the latest first
 * @param decisions the latest first
 */
public record GoalpostsView(
        String name,
        String label,
        String href,
        String promise,
        String lifecycle,
        String note,
        List<VersionView> versions,
        List<ClosingView> closings,
        List<DecisionView> decisions) {
    /** @param warning why somebody should look at it, or null */
    public record VersionView(
            int number,
            String effective,
            String effectiveText,
            String author,
            String change,
            @Nullable String reason,
            @Nullable String warning) {}

    /**
     * @param now by the data as it is, where that differs from what was reported; else null
     * @param lastGoodText what was good last, where there is no number that could be trusted; or null
     * @param restatedText when it was found to differ, or null
     */
    public record ClosingView(
            String period,
            boolean timeframe,
            String reported,
            StatusView status,
            String targetText,
            @Nullable String now,
            @Nullable StatusView nowStatus,
            @Nullable String restatedText,
            @Nullable String lastGoodText,
            int version) {}

    /** @param dossier the evidence that was shown, or null */
    public record DecisionView(
            long id,
            String day,
            String person,
            String action,
            String change,
            String reason,
            boolean withdrawn,
            @Nullable Dossier dossier) {}

    /**
     * What a wish would do.
     *
     * @param print to be sent back with the decision: it is about just this
     * @param file that would be written
     * @param lines of it that would differ, each behind {@code -} or {@code +}
     */
    public record PlanView(String change, Dossier dossier, String file, List<String> lines, String print) {}

    /** What was decided. */
    public record DecidedView(String kpi, String change) {}
}

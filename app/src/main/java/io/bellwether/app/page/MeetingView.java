package io.bellwether.app.page;

import io.bellwether.app.page.ActionsView.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/reviews/ID}: a review with all that was said in it so far.
 *
 * @param revision one more with everything that happens in it
 * @param decisions what can be decided
 */
public record MeetingView(
        long id,
        String title,
        String when,
        String people,
        boolean open,
        long revision,
        @Nullable String summary,
        List<ItemView> items,
        List<Choice> decisions) {
    /**
     * @param href the KPI's page
     * @param last what was said about it before this review, or null
     * @param done what was carried out and why, or null
     * @param follow what carries the decision out, or null
     */
    public record ItemView(
            String kpi,
            String label,
            String href,
            String owner,
            String ownerEmail,
            @Nullable StatusView status,
            String standing,
            String why,
            PartView comment,
            PartView confidence,
            PartView note,
            PartView decision,
            @Nullable String done,
            @Nullable FollowView follow,
            List<ActionView> actions,
            @Nullable SaidView last) {}

    /**
     * @param text empty where nothing was said
     * @param by who said it and when; empty where nobody did
     */
    public record PartView(String text, String by) {}

    public record FollowView(String text, String command, String href) {}
}

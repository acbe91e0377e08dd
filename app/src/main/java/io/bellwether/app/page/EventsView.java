package io.bellwether.app.page;

import io.bellwether.app.page.ActionsView.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/events}: what happened, from the files and typed in, the newest first; and the notes on charts. */
public record EventsView(List<RemarkView> events, List<RemarkView> notes, List<Choice> kpis, List<Choice> metrics) {
    /**
     * @param id null for an event of a file
     * @param on what it is about, in words
     * @param href where it is shown, or null for everywhere
     * @param mine whether the one who asks said it, and may take it back
     */
    public record RemarkView(
            @Nullable Long id,
            String day,
            String dayText,
            String label,
            String kind,
            String on,
            @Nullable String href,
            String who,
            boolean mine) {}
}

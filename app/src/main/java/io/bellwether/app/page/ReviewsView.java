package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/reviews}: which objectives are to be reviewed, and the reviews so far. */
public record ReviewsView(List<ReminderView> due, List<HeldView> reviews) {
    /** @param open the review that goes on, or null */
    public record ReminderView(
            String objective,
            String statement,
            String rhythm,
            String dueText,
            String lastText,
            boolean isDue,
            boolean overdue,
            @Nullable Long open) {}

    public record HeldView(
            long id,
            String href,
            String statement,
            String dayText,
            String who,
            boolean open,
            @Nullable String summary) {}
}

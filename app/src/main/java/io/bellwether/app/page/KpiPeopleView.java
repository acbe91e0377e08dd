package io.bellwether.app.page;

import io.bellwether.app.page.ActionsView.Choice;
import io.bellwether.app.page.EventsView.RemarkView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/kpis/NAME/people}: what people say and do about one KPI.
 *
 * @param due whether a check-in is due, in words; empty where none is
 * @param acknowledge the question to its owner, or null where there is none
 * @param praise the invitation to say well done, or null while there is nothing to thank for
 * @param periods those that a note can be on, the newest first
 */
public record KpiPeopleView(
        String due,
        boolean overdue,
        @Nullable String acknowledge,
        @Nullable String praise,
        List<SaidView> said,
        List<ActionView> actions,
        List<RemarkView> notes,
        List<ThanksView> thanks,
        List<Choice> periods) {
    public record ThanksView(String who, String dayText, String words) {}
}

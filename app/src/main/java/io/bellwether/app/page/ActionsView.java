package io.bellwether.app.page;

import java.util.List;

/** {@code GET /api/actions}: the open ones by their due dates, then those that are over. */
public record ActionsView(String lead, List<ActionView> open, List<ActionView> over, List<Choice> kpis) {
    /** Something to choose, by its name. */
    public record Choice(String name, String label) {}
}

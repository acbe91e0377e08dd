package io.bellwether.app.page;

import java.util.List;

/** {@code GET /api/check-ins}: what is due, the asker's own first, and what was said last. */
public record CheckInsView(String lead, List<DueView> due, List<SaidView> said) {
    /** @param mine whether the one who asks owns the KPI */
    public record DueView(
            String kpi,
            String label,
            String href,
            String owner,
            boolean mine,
            boolean overdue,
            StatusView status,
            String standing,
            String dueText,
            String lastText) {}
}

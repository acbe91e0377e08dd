package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/kpis/NAME}: one KPI's page. */
public record KpiView(
        WorkspaceView workspace,
        String asOf,
        String asOfText,
        ObjectiveLink objective,
        KpiRow row,
        String sentence,
        ChartView chart,
        JudgedView judged,
        List<SupportingView> supporting,
        List<EventView> events,
        DefinitionView definition,
        @Nullable String response,
        List<String> sql,
        List<DiagnosticView> problems) {
    KpiView with(KpiRow other) {
        return new KpiView(
                workspace,
                asOf,
                asOfText,
                objective,
                other,
                sentence,
                chart,
                judged,
                supporting,
                events,
                definition,
                response,
                sql,
                problems);
    }

    /** The objective that the KPI serves. */
    public record ObjectiveLink(String name, String statement) {}

    /** @param dateText {@code 2 Nov 2026} */
    public record EventView(String date, String dateText, String label, String kind) {}

    /** A metric that moves the KPI, over the same window. */
    public record SupportingView(
            String name,
            String label,
            String valueText,
            String period,
            @Nullable String lastGoodText,
            @Nullable DeltaView delta,
            SparkView spark,
            @Nullable String description) {}
}

package io.bellwether.app.server;

import io.bellwether.app.page.CatalogView;
import io.bellwether.app.page.HealthView;
import io.bellwether.app.page.KpiView;
import io.bellwether.app.page.NoSuchKpiException;
import io.bellwether.app.page.Pages;
import io.bellwether.app.page.QueryView;
import io.bellwether.app.page.ScorecardFilter;
import io.bellwether.app.page.ScorecardView;
import io.bellwether.app.page.WorkspaceView;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.Top;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers made by hand; what was asked is kept. */
class SamplePages implements Pages {
    volatile @Nullable QuestionText asked;
    volatile @Nullable ScorecardFilter filter;

    @Override
    public ScorecardView scorecard(@Nullable String asOf, ScorecardFilter filter, @Nullable String reader) {
        this.filter = filter;
        if ("boom".equals(asOf)) {
            throw new IllegalStateException("secret detail of the inside");
        }
        if ("slow".equals(asOf)) {
            throw new DiagnosticException(Diagnostic.error("E601", null, "no answer within 30.0 s", "ask for less"));
        }
        var workspace = new WorkspaceView("Gift shop", "GBP", "Europe/London", 1, 0);
        return new ScorecardView(
                workspace,
                "2026-11-14",
                "Sat 14 Nov 2026",
                "All is well",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                1);
    }

    @Override
    public KpiView kpi(String name, @Nullable String asOf) {
        throw new NoSuchKpiException(name, "did you mean \"revenue\"?");
    }

    @Override
    public QueryView question(String json, @Nullable String asOf) {
        throw new DiagnosticException(
                Diagnostic.error("Q501", null, "no metric named \"revnue\"", "did you mean \"revenue\"?"));
    }

    @Override
    public QueryView query(QuestionText question, @Nullable String saved, @Nullable Top top, @Nullable String asOf) {
        asked = question;
        if (question.metrics().contains("revnue")) {
            throw new DiagnosticException(
                    Diagnostic.error("Q501", null, "no metric named \"revnue\"", "did you mean \"revenue\"?"));
        }
        return new QueryView(
                List.of(new QueryView.ColumnView("country", "text"), new QueryView.ColumnView("revenue", "decimal")),
                List.of(
                        List.of("UK, North", new BigDecimal("1200000.50")),
                        Arrays.asList(null, new BigDecimal("1E+7"))),
                1,
                null,
                List.of("warehouse: as it was 12 s ago"));
    }

    @Override
    public CatalogView catalog() {
        var workspace = new WorkspaceView("Gift shop " + "x".repeat(5_000), null, "UTC", 0, 0);
        return new CatalogView(workspace, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public HealthView health() {
        return new HealthView(HealthView.Status.OK, 1, 0);
    }
}

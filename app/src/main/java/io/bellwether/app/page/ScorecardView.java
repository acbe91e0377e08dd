package io.bellwether.app.page;

import java.util.List;

/** {@code GET /api/scorecard}: the whole page in one answer. */
public record ScorecardView(
        WorkspaceView workspace,
        String asOf,
        String asOfText,
        String headline,
        String summary,
        String footer,
        String sparkTitle,
        List<NeedView> needs,
        List<ObjectiveView> objectives,
        List<String> owners,
        List<DiagnosticView> problems,
        int statements) {
    ScorecardView with(List<ObjectiveView> others) {
        return new ScorecardView(
                workspace,
                asOf,
                asOfText,
                headline,
                summary,
                footer,
                sparkTitle,
                needs,
                others,
                owners,
                problems,
                statements);
    }
}

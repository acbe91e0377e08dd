package io.bellwether.app.cli;

import io.bellwether.app.promise.Closing;
import io.bellwether.app.promise.ClosingWords;
import io.bellwether.app.promise.Decision;
import io.bellwether.app.promise.Version;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.unit.Unit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A KPI's history for the terminal. */
record HistoryText(Catalog catalog) {
    String text(List<Version> versions, List<Decision> decisions, List<Closing> closings) {
        var out = new StringBuilder();
        versions.forEach(version -> {
            out.append("v%d  %s  %s  %s%n"
                    .formatted(version.number(), version.effective(), version.author(), version.change()));
            because(out, version.reason());
            if (version.isUnreasoned()) {
                out.append("    inside an open timeframe, and nobody said why\n");
            }
        });
        if (!decisions.isEmpty()) {
            out.append("\nDecisions\n");
        }
        for (Decision decision : decisions) {
            out.append("%s  %s  %s  %s%s%n"
                    .formatted(
                            decision.recordedAt().toString().substring(0, 10),
                            decision.person(),
                            decision.action(),
                            decision.change(),
                            decision.withdrawn() ? "  (did not come about)" : ""));
            because(out, decision.reason());
        }
        if (!closings.isEmpty()) {
            out.append("\nClosed\n");
        }
        closings.forEach(closing -> out.append(line(closing, closings)).append('\n'));
        return out.toString();
    }

    private static void because(StringBuilder out, @Nullable String reason) {
        if (reason != null) {
            out.append("    because: ")
                    .append(reason.strip().replaceAll("\\s+", " "))
                    .append('\n');
        }
    }

    /** {@code 2026-10  reported £1.20M, At risk; now £1.18M, Off track}. */
    String line(Closing closing, List<Closing> all) {
        Unit unit = catalog.kpi(closing.kpi())
                .flatMap(kpi -> catalog.metric(kpi.metric()))
                .map(metric -> metric.about().unit())
                .orElseGet(Unit.None::new);
        Target target = catalog.kpi(closing.kpi()).map(Kpi::target).orElse(null);
        String kind = closing.kind().name().toLowerCase(Locale.ROOT);
        String early = closing.isEarly(catalog.workspace().calendar().zone()) ? ", stored before it was over" : "";
        return "%s  %s  %s  (v%d%s)"
                .formatted(
                        kind, closing.label(), ClosingWords.text(closing, all, target, unit), closing.version(), early);
    }
}

package io.bellwether.app.cli;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.lint.Advice;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a check found, as people read it. */
final class CheckText {
    private CheckText() {}

    /** @param all whether what is waived is shown too */
    static String of(Checked checked, boolean all) {
        String problems = DiagnosticText.render(checked.problems());
        String waived = all ? waived(checked.waived()) : "";
        return problems + waived + (problems.isEmpty() && waived.isEmpty() ? "" : "\n") + summary(checked) + "\n";
    }

    private static String waived(List<Advice.Waived> waived) {
        return waived.stream()
                .map(w -> DiagnosticText.render(w.finding().problem()) + "\n  waived until " + w.by().until() + ": "
                        + w.by().reason() + "\n")
                .collect(Collectors.joining());
    }

    private static String summary(Checked checked) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = checked.count(severity);
            if (count > 0) {
                counts.add(
                        switch (severity) {
                            case ERROR -> Counted.of(count, "error", "errors");
                            case WARNING -> Counted.of(count, "warning", "warnings");
                            case ADVICE -> Counted.of(count, "piece of advice", "pieces of advice");
                        });
            }
        }
        Catalog catalog = checked.catalog();
        String found = catalog == null ? "" : contents(catalog);
        int waived = checked.waived().size();
        String apart = waived == 0 ? "" : " " + Counted.of(waived, "finding is", "findings are") + " waived.";
        return (counts.isEmpty() ? "No problems" : String.join(", ", counts)) + found + "." + apart;
    }

    private static String contents(Catalog catalog) {
        return " in " + Counted.of(catalog.datasets().size(), "dataset", "datasets") + ", "
                + Counted.of(catalog.metrics().size(), "metric", "metrics") + ", "
                + Counted.of(catalog.objectives().size(), "objective", "objectives") + ", "
                + Counted.of(catalog.kpis().size(), "KPI", "KPIs");
    }
}

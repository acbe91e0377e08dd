package io.bellwether.app.page;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param depth how many objectives stand above it */
public record ObjectiveView(
        String name,
        String statement,
        @Nullable String owner,
        int depth,
        StatusView status,
        @Nullable BigDecimal progress,
        String progressText,
        List<KpiRow> kpis) {
    ObjectiveView with(List<KpiRow> rows) {
        return new ObjectiveView(name, statement, owner, depth, status, progress, progressText, rows);
    }
}

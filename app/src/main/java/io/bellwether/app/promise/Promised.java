package io.bellwether.app.promise;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.RowExpressions;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.time.Grain;
import io.bellwether.core.unit.Unit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI is judged by, so that it can be kept, compared, and judged by again when its file says something else.
 *
 * @param formula of the metric, as a person wrote it
 * @param print of all that the formula follows from
 * @param slice the row condition as written, or null
 */
public record Promised(
        String metric,
        String formula,
        String print,
        Unit unit,
        @Nullable String slice,
        Direction direction,
        @Nullable Target target,
        @Nullable Grain cadence,
        Kpi.Thresholds thresholds) {
    /** As the files say it now. */
    public static Promised of(Catalog catalog, Kpi kpi) {
        Metric metric = catalog.metric(kpi.metric()).orElseThrow();
        return new Promised(
                kpi.metric(),
                metric.text(),
                Formula.print(catalog, kpi.metric()),
                metric.about().unit(),
                kpi.slice(),
                kpi.direction(),
                kpi.target(),
                kpi.cadence(),
                kpi.thresholds());
    }

    /** One text for the same promise, whatever its file looks like. */
    public String json() {
        return PromisedJson.text(this);
    }

    static Promised read(String json) {
        return PromisedJson.read(json);
    }

    /**
     * A KPI that promises this; empty where its formula or the fields of its slice are no longer what they were, so that
     * nothing can be measured by it any more.
     *
     * @param print of the metric's formula as it is now
     */
    Optional<Kpi> on(Kpi kpi, Catalog catalog, String print) {
        if (!this.print.equals(print)) {
            return Optional.empty();
        }
        Expr where = null;
        if (slice != null) {
            where = slice.equals(kpi.slice()) && kpi.metric().equals(metric) ? kpi.where() : where(catalog);
            if (where == null) {
                return Optional.empty();
            }
        }
        return Optional.of(
                kpi.promising(new Kpi.Promise(metric, where, slice, direction, target, cadence, thresholds)));
    }

    private @Nullable Expr where(Catalog catalog) {
        return RowExpressions.parseCondition(new SourceFile("slice", slice == null ? "" : slice), catalog)
                .condition()
                .orElse(null);
    }
}

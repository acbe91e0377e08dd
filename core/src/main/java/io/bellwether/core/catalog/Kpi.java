package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric that somebody has promised to move. Never a second formula: it points at a metric, optionally sliced.
 * A draft may lack objective, target, owner, cadence; an active KPI has them all (lint K101–K106).
 *
 * @param where a row condition that slices the metric, or null
 * @param slice that condition as it is written, on one line; or null
 * @param direction the KPI's own or its metric's
 * @param reason why its target, metric, slice, direction or thresholds are what they are now, where that was changed; or null
 * @param weight of this KPI in its objective, default 1
 */
public record Kpi(
        String name,
        String label,
        String metric,
        @Nullable Expr where,
        @Nullable String slice,
        Lifecycle lifecycle,
        @Nullable String objective,
        @Nullable String owner,
        @Nullable String role,
        @Nullable String kind,
        BigDecimal weight,
        Direction direction,
        @Nullable Target target,
        @Nullable Grain cadence,
        Thresholds thresholds,
        List<String> supporting,
        @Nullable String response,
        @Nullable String why,
        @Nullable String reason,
        Span span) {
    /**
     * What is judged: all that moves the goalposts when it changes.
     *
     * @param where a row condition that slices the metric, or null
     * @param slice that condition as it is written
     */
    public record Promise(
            String metric,
            @Nullable Expr where,
            @Nullable String slice,
            Direction direction,
            @Nullable Target target,
            @Nullable Grain cadence,
            Thresholds thresholds) {}

    /** What is promised. */
    public Promise promise() {
        return new Promise(metric, where, slice, direction, target, cadence, thresholds);
    }

    /** The same KPI with another promise. */
    public Kpi promising(Promise other) {
        return new Kpi(
                name,
                label,
                other.metric(),
                other.where(),
                other.slice(),
                lifecycle,
                objective,
                owner,
                role,
                kind,
                weight,
                other.direction(),
                other.target(),
                other.cadence(),
                other.thresholds(),
                supporting,
                response,
                why,
                reason,
                span);
    }

    /** Only an active KPI is judged, alerted on and counted. */
    public enum Lifecycle {
        DRAFT,
        ACTIVE,
        RETIRED
    }

    /** Pace at or above which an open KPI is on track, and at risk; default 0.90 and 0.75. */
    public record Thresholds(BigDecimal onTrack, BigDecimal atRisk) {
        public static final Thresholds STANDARD = new Thresholds(new BigDecimal("0.90"), new BigDecimal("0.75"));
    }
}

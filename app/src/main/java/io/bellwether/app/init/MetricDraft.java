package io.bellwether.app.init;

import org.jspecify.annotations.Nullable;

/**
 * A metric that we propose.
 *
 * @param unit as written in a definition, or null
 * @param good {@code up}, {@code down} or {@code none}
 * @param promise what a KPI on it would promise
 */
record MetricDraft(
        String name,
        String label,
        String description,
        String expression,
        @Nullable String unit,
        String good,
        @Nullable String category,
        Promise promise) {
    MetricDraft withUnit(@Nullable String other) {
        return new MetricDraft(name, label, description, expression, other, good, category, promise);
    }

    MetricDraft withExpression(String other) {
        return new MetricDraft(name, label, description, other, unit, good, category, promise);
    }

    MetricDraft named(String other, String otherLabel) {
        return new MetricDraft(other, otherLabel, description, expression, unit, good, category, promise);
    }

    /** The target form that fits a metric. */
    enum Promise {
        /** A sum over the year. */
        TOTAL,
        /** A level at the end of the year. */
        REACH,
        /** A floor in every month. */
        AT_LEAST,
        /** A ceiling in every month. */
        AT_MOST,
        /** No KPI: it stands beside one. */
        NONE
    }
}

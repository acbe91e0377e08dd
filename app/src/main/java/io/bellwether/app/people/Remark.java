package io.bellwether.app.people;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody knows about a day or a period: an event, or a note on a point of a chart.
 *
 * @param kind {@code external} or another word for an event; {@value #NOTE} for a note
 * @param onKind {@code kpi} or {@code metric}, or null where it is about everything
 * @param day of an event; the first day of a note's period
 * @param period the label of a note's period, or null for an event
 * @param label what happened, or what is to be known
 * @param replaces the first of those that it is the newest of, or null for a first one
 */
public record Remark(
        long id,
        Instant at,
        String person,
        String kind,
        @Nullable String onKind,
        @Nullable String onName,
        LocalDate day,
        @Nullable String period,
        String label,
        @Nullable Long replaces,
        boolean withdrawn) {
    static final String NOTE = "note";

    public boolean isNote() {
        return kind.equals(NOTE);
    }

    /** The number that all its newer forms go by. */
    public long first() {
        return replaces == null ? id : replaces;
    }

    /** What it is about. */
    String subject() {
        return onKind == null ? "workspace" : onKind + ":" + onName;
    }

    /** Whether it belongs on the chart of a KPI over that metric. */
    public boolean isOn(String kpi, String metric) {
        return onKind == null
                || onKind.equals("kpi") && kpi.equals(onName)
                || onKind.equals("metric") && metric.equals(onName);
    }
}

package io.bellwether.app.page;

import org.jspecify.annotations.Nullable;

/**
 * A check-in.
 *
 * @param standing what the KPI stood at then, in words
 * @param mine whether the one who asks said it, and may correct it
 */
public record SaidView(
        long id,
        String kpi,
        String label,
        String href,
        String who,
        String day,
        String dayText,
        @Nullable StatusView status,
        String standing,
        String comment,
        @Nullable Integer confidence,
        @Nullable String note,
        boolean corrected,
        boolean mine,
        @Nullable Long review) {}

package io.bellwether.app.page;

import org.jspecify.annotations.Nullable;

/**
 * An action.
 *
 * @param opened who opened it, when, and out of what
 * @param overText who ended it and when; empty for an open one
 * @param effect how the KPI moved since, like for like; null where nothing can be told yet
 */
public record ActionView(
        long id,
        String kpi,
        String label,
        String href,
        String title,
        String owner,
        String ownerEmail,
        String due,
        String dueText,
        String state,
        boolean overdue,
        boolean mine,
        String opened,
        String overText,
        @Nullable String outcome,
        @Nullable String effect) {}

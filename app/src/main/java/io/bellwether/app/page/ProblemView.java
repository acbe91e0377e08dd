package io.bellwether.app.page;

import org.jspecify.annotations.Nullable;

/** Every failure: {@code application/problem+json}. */
public record ProblemView(
        String title,
        int status,
        String code,
        String detail,
        @Nullable String fix) {}

package io.bellwether.app.page;

import org.jspecify.annotations.Nullable;

/**
 * Every failure: {@code application/problem+json}.
 *
 * @param ossie what Apache Ossie calls it, or null
 */
public record ProblemView(
        String title,
        int status,
        String code,
        String detail,
        @Nullable String fix,
        @Nullable String ossie) {
    public ProblemView(String title, int status, String code, String detail, @Nullable String fix) {
        this(title, status, code, detail, fix, null);
    }
}

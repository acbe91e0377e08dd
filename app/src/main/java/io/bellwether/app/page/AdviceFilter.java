package io.bellwether.app.page;

import io.bellwether.core.lint.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are shown; what is null does not restrict.
 *
 * @param waived those that are waived, instead of those that are open
 * @param sheet from 1
 */
public record AdviceFilter(
        @Nullable String severity,
        @Nullable String code,
        @Nullable String owner,
        boolean waived,
        int sheet) {
    boolean shows(Finding finding) {
        return (severity == null || severity.equals(AdviceText.severity(finding)))
                && (code == null || code.equals(finding.code()))
                && (owner == null || owner.equals(finding.owner()));
    }
}

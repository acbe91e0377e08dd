package io.bellwether.app.page;

import io.bellwether.core.judge.Status;
import org.jspecify.annotations.Nullable;

/** Which rows of the scorecard to keep; null keeps all. The headline always speaks for all of them. */
public record ScorecardFilter(
        @Nullable String owner,
        @Nullable Status status,
        @Nullable String objective) {
    public static final ScorecardFilter ALL = new ScorecardFilter(null, null, null);

    boolean keeps(KpiFacts facts) {
        return (owner == null || owner.equals(facts.kpi().owner())) && (status == null || status == facts.status());
    }
}

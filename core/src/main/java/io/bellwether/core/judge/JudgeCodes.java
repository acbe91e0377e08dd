package io.bellwether.core.judge;

import io.bellwether.core.source.CodeEntry;
import java.util.List;

/** The codes of what keeps a promise from being judged once its numbers are known; the reference explains each. */
public final class JudgeCodes {
    /** A target is a percentage of a baseline that is zero, negative, or not there. */
    public static final String BASELINE = "D360";
    /** A total of a metric for which down is good: it would be reached by getting worse. */
    public static final String TOTAL_AGAINST_DIRECTION = "D361";

    /** What the reference says about each. */
    public static final List<CodeEntry> ALL = List.of(
            new CodeEntry(
                    BASELINE,
                    "percentage of nothing",
                    "A target is a percentage of a baseline that is zero, negative, or not there.",
                    "Give baseline: a number or a period in which the metric is above zero, or use reach:."),
            new CodeEntry(
                    TOTAL_AGAINST_DIRECTION,
                    "total of what should fall",
                    "A total is reached by growing, but for this metric down is good.",
                    "Use at_most: with a check period, or a metric for which up is good."));

    private JudgeCodes() {}
}

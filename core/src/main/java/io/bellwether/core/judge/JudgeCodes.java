package io.bellwether.core.judge;

import io.bellwether.core.source.CodeEntry;
import java.util.List;

/** The codes of what keeps a promise from being judged once its numbers are known; the reference explains each. */
public final class JudgeCodes {
    /** A target is a percentage of a baseline that is zero, negative, or not there. */
    public static final String BASELINE = "D360";

    /** What the reference says about each. */
    public static final List<CodeEntry> ALL = List.of(new CodeEntry(
            BASELINE,
            "percentage of nothing",
            "A target is a percentage of a baseline that is zero, negative, or not there.",
            "Give baseline: a number or a period in which the metric is above zero, or use reach:."));

    private JudgeCodes() {}
}

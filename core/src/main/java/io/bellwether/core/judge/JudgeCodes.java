package io.bellwether.core.judge;

/** The codes of what keeps a promise from being judged once its numbers are known; the reference explains each. */
public final class JudgeCodes {
    /** A target is a percentage of a baseline that is zero, negative, or not there. */
    public static final String BASELINE = "D360";
    /** A total of a metric for which down is good: it would be reached by getting worse. */
    public static final String TOTAL_AGAINST_DIRECTION = "D361";

    private JudgeCodes() {}
}

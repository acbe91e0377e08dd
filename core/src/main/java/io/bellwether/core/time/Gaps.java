package io.bellwether.core.time;

/** What becomes of periods that nothing happened in, where an answer is by time; the later word wins where two are said. */
public enum Gaps {
    /** They are not in the answer. */
    LEFT_OUT,
    /** A period without rows of any group has one row of the answer, of no group. */
    ONCE,
    /** Every group has a row for every period. */
    EACH_GROUP;

    public Gaps or(Gaps other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

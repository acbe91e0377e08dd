package io.bellwether.core.lint;

import io.bellwether.core.source.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found.
 *
 * @param problem with its place, and what to do about it in a few words
 * @param owner whose it is, or null where nobody's
 * @param yaml what can be pasted into the file to mend it, or null where a person must decide first
 * @param edit a change that mends it without another word, or null
 */
public record Finding(
        Diagnostic problem,
        Subject subject,
        @Nullable String owner,
        @Nullable String yaml,
        @Nullable Edit edit) {
    /** One that nothing mends by itself. */
    Finding(Diagnostic problem, Subject subject, @Nullable String owner, @Nullable String yaml) {
        this(problem, subject, owner, yaml, null);
    }

    /** The same with a change that mends it. */
    Finding with(@Nullable Edit change) {
        return new Finding(problem, subject, owner, yaml, change);
    }

    /** What a finding is about, by the name that a waiver has for it. */
    public record Subject(Kind kind, String name) {}

    /** What there is to be found something about. */
    public enum Kind {
        KPI("KPI"),
        METRIC("metric"),
        OBJECTIVE("objective"),
        TEAM("team"),
        DATASET("dataset"),
        WORKSPACE("workspace"),
        WAIVER("waiver");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As people call it. */
        public String word() {
            return word;
        }
    }

    public String code() {
        return problem.code();
    }
}

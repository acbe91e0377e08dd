package io.bellwether.app.cases;

import io.bellwether.core.source.Diagnostic;

/** What came of a case. */
sealed interface Outcome {
    record Passed() implements Outcome {}

    /** @param how the answer differs */
    record Failed(String how) implements Outcome {}

    /** There is no answer, and a diagnostic says why. */
    record Unsupported(Diagnostic why) implements Outcome {}
}

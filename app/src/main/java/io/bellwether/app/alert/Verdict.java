package io.bellwether.app.alert;

/** What an alert finds when it looks at one thing. */
public sealed interface Verdict {
    /**
     * It holds.
     *
     * @param mark what kind of holding this is: where it changes, it is told again
     * @param text one or two sentences
     */
    record Holds(String mark, String text) implements Verdict {}

    record Fine(String text) implements Verdict {}

    /** It cannot be evaluated, and why. */
    record Unknown(String text) implements Verdict {}

    /** There is nothing to watch: the KPI is a draft, or retired. */
    record Resting() implements Verdict {}
}

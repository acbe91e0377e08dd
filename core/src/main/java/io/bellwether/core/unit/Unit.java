package io.bellwether.core.unit;

/** What a number counts; drives every piece of number text. */
public sealed interface Unit {
    record Count() implements Unit {}

    /** The value is a share: 0.25 is shown as 25 %. */
    record Percent() implements Unit {}

    record Ratio() implements Unit {}

    /** @param base the unit that the raw value counts, from {@code seconds} to {@code days} */
    record Duration(java.time.temporal.ChronoUnit base) implements Unit {}

    /** @param code ISO 4217 */
    record Currency(String code) implements Unit {}

    /** Free text after the number. */
    record Named(String text) implements Unit {}

    /** No unit given. */
    record None() implements Unit {}
}

package io.bellwether.app.query;

import io.bellwether.core.catalog.DataTest;
import io.bellwether.core.time.Completeness;
import java.util.List;

/**
 * What can be trusted of a dataset.
 *
 * @param completeness how far its data reaches
 * @param failures the data tests that some rows fail, of any severity
 */
public record Health(Completeness completeness, List<Failure> failures) {
    public Health {
        failures = List.copyOf(failures);
    }

    /** The same, where so many days without rows are usual. */
    Health withSilence(int days) {
        return new Health(completeness.withSilence(days), failures);
    }

    /**
     * A test that did not hold.
     *
     * @param rows how many rows break it, or -1 where only the fact is known
     * @param text in words, as a part of a sentence
     */
    public record Failure(String dataset, DataTest test, long rows, String text) {}

    /** What a test asks for, in a few words; two tests that ask for the same have the same words. */
    public static String asks(DataTest test) {
        return TestMeasures.asks(test);
    }
}

package io.bellwether.app.health;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look at all data.
 *
 * @param id 0 for one that is not kept yet
 */
public record Run(long id, Instant at, String asOf, long tookMs, List<DatasetResult> datasets) {
    public Run {
        datasets = List.copyOf(datasets);
    }

    /**
     * What it found of a dataset.
     *
     * @param watermark before which data is complete, or null where it could not be read
     * @param lastRow the time of the latest row, or null
     * @param stale whether more was expected by now
     * @param problem why it could not be read, or null
     */
    public record DatasetResult(
            String dataset,
            @Nullable LocalDateTime watermark,
            @Nullable LocalDateTime lastRow,
            boolean stale,
            @Nullable String problem,
            List<TestResult> tests) {}

    /** How a test came out. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** The data could not be read. */
        NOT_READ
    }

    /**
     * @param test what it asks for: its name across runs
     * @param isError whether KPIs lose their judgement by it
     * @param rows that break it, or null where only the fact is known
     * @param said what is wrong in words, or null
     */
    public record TestResult(
            String test,
            boolean isError,
            Outcome outcome,
            @Nullable Long rows,
            @Nullable String said) {}

    /** Whether something takes the judgement away from KPIs. */
    public boolean fails() {
        return datasets.stream()
                .anyMatch(dataset -> dataset.problem() != null
                        || dataset.stale()
                        || dataset.tests().stream()
                                .anyMatch(test -> test.isError() && test.outcome() == Outcome.FAILED));
    }
}

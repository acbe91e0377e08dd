package io.bellwether.core.expression;

/** The aggregates of the allow-list, and what each allows: the planner asks here, never by name. */
public enum AggregateFunction {
    COUNT_ROWS(true, true),
    COUNT(true, true),
    SUM(true, true),
    MIN(true, false),
    MAX(true, false),
    /** By its parts, sum and count. */
    AVERAGE(true, false),
    COUNT_DISTINCT(false, true),
    /** Of each value once. */
    SUM_DISTINCT(false, false),
    AVERAGE_DISTINCT(false, false),
    MEDIAN(false, false),
    /** Interpolates between the two nearest values. */
    PERCENTILE_CONTINUOUS(false, false),
    /** An actual value of the data. */
    PERCENTILE_DISCRETE(false, false),
    STDDEV_SAMPLE(false, false),
    STDDEV_POPULATION(false, false),
    VARIANCE_SAMPLE(false, false),
    VARIANCE_POPULATION(false, false),
    /** Of pairs of numbers, those that have both. */
    CORRELATION(false, false),
    COVARIANCE_POPULATION(false, false),
    COVARIANCE_SAMPLE(false, false),
    /** All texts as one. */
    LIST(false, false),
    LIST_DISTINCT(false, false);

    private final boolean mergeable;
    private final boolean extensive;

    AggregateFunction(boolean mergeable, boolean extensive) {
        this.mergeable = mergeable;
        this.extensive = extensive;
    }

    /** Whether the aggregate of a whole follows from the aggregates of its parts (promise 4 of the planner). */
    public boolean isMergeable() {
        return mergeable;
    }

    /** Whether it counts: of no rows it is 0, and not nothing. */
    public boolean isCount() {
        return this == COUNT || this == COUNT_ROWS || this == COUNT_DISTINCT;
    }

    /** Whether one value that is infinite or not a number makes such a value of all. */
    public boolean isCarried() {
        return switch (this) {
            case SUM,
                    AVERAGE,
                    SUM_DISTINCT,
                    AVERAGE_DISTINCT,
                    STDDEV_SAMPLE,
                    STDDEV_POPULATION,
                    VARIANCE_SAMPLE,
                    VARIANCE_POPULATION -> true;
            case COUNT_ROWS,
                    COUNT,
                    MIN,
                    MAX,
                    COUNT_DISTINCT,
                    MEDIAN,
                    PERCENTILE_CONTINUOUS,
                    PERCENTILE_DISCRETE,
                    CORRELATION,
                    COVARIANCE_POPULATION,
                    COVARIANCE_SAMPLE,
                    LIST,
                    LIST_DISTINCT -> false;
        };
    }

    /** Whether the value grows with the length of the period, as a sum does and an average does not. */
    public boolean isExtensive() {
        return extensive;
    }
}

package io.bellwether.core.plan;

import io.bellwether.core.time.Grain;

/** What a question groups by. {@code as} is the name of the column that comes back. */
public sealed interface Dimension {
    String as();

    /** A field of a dataset; every metric of the question must be able to reach it. */
    record ByField(String dataset, String field, String as) implements Dimension {}

    /** Each metric's own time, cut to a grain; comes back as the first day (or instant) of the period. */
    record ByTime(Grain grain, String as) implements Dimension {}
}

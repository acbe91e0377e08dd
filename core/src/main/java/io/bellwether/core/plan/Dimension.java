package io.bellwether.core.plan;

import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import org.jspecify.annotations.Nullable;

/** What a question groups by. {@code as} is the name of the column that comes back. */
public sealed interface Dimension {
    String as();

    /**
     * A field; every metric of the question must be able to reach it.
     *
     * @param dataset a dataset, a role that it is reached in ({@code host}, {@code listing.host}), or {@code self}
     * @param cut what is made of a time, or null for the value itself
     */
    record ByField(String dataset, String field, @Nullable TimeCut cut, String as) implements Dimension {
        public ByField(String dataset, String field, String as) {
            this(dataset, field, null, as);
        }
    }

    /** Each metric's own time; a period comes back as its first day (or instant). */
    record ByTime(TimeCut cut, String as) implements Dimension {
        public ByTime(Grain grain, String as) {
            this(new TimeCut.At(grain), as);
        }
    }
}

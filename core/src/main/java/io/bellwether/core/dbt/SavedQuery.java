package io.bellwether.core.dbt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that a dbt project keeps under a name, as written there.
 *
 * @param groupBy {@code listing__country} or {@code TimeDimension('metric_time', 'day')}
 * @param where conditions as templates; all hold
 * @param orderBy names or templates, {@code -} before those that are descending
 */
record SavedQuery(
        String name,
        @Nullable String description,
        List<String> metrics,
        List<String> groupBy,
        List<String> where,
        List<String> orderBy,
        @Nullable Long limit) {}

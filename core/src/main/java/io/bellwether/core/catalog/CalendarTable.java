package io.bellwether.core.catalog;

import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.util.Map;

/**
 * A table with a row for every day (or hour…): where periods come from that have no rows, and grains that no rule gives.
 *
 * @param field of {@code dataset} with the start of the day
 * @param grain how long a row is
 * @param grains fields of {@code dataset} by the name of the grain that they define; a value is the same for all rows of
 *     one period and grows with time
 */
public record CalendarTable(String dataset, String field, Grain grain, Map<String, String> grains, Span span) {}

package io.bellwether.app.page;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small line: lists of the same length, a null is a gap. */
public record SparkView(
        String title,
        List<String> labels,
        List<@Nullable BigDecimal> values,
        List<@Nullable String> texts,
        List<@Nullable BigDecimal> path) {}

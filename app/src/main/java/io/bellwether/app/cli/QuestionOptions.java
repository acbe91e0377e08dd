package io.bellwether.app.cli;

import io.bellwether.core.plan.QuestionText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A question about metrics, apart from the metrics themselves. */
final class QuestionOptions {
    @Option(
            names = "--by",
            split = ",",
            paramLabel = "DIMENSION",
            description = "Group by fields (country, customers.country) and times (time.month).")
    List<String> by = new ArrayList<>();

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "Only rows for which this SQL condition is true.")
    @Nullable
    String where;

    @Option(names = "--from", paramLabel = "DAY", description = "The first day (or month, quarter, year), included.")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DAY", description = "The last day (or month, quarter, year), included.")
    @Nullable
    String to;

    @Option(
            names = "--compare",
            split = ",",
            paramLabel = "COMPARISON",
            description = "Add a column per comparison: previous, year_ago, 3_ago; like for like.")
    List<String> compare = new ArrayList<>();

    @Option(
            names = "--order",
            split = ",",
            paramLabel = "COLUMN",
            description = "Order by these columns; \"-revenue\" or \"revenue desc\" for the greatest first.")
    List<String> order = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "At most this many rows.")
    @Nullable
    Long limit;

    QuestionText about(List<String> metrics) {
        return new QuestionText(metrics, by, where, from, to, compare, order, limit);
    }
}

package io.bellwether.app.cli;

import io.bellwether.app.query.Queries;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
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

    @Option(
            names = "--having",
            paramLabel = "CONDITION",
            description = "Only rows of the answer for which this is true: \"revenue > 1000\".")
    @Nullable
    String having;

    @Option(
            names = "--window",
            paramLabel = "LENGTH",
            description = "Each period with the time before it: 28d, 3 months.")
    @Nullable
    String window;

    @Option(names = "--to-date", paramLabel = "GRAIN", description = "From the start of the month (quarter, year…) on.")
    @Nullable
    String toDate;

    @Option(names = "--all-time", description = "Everything so far.")
    boolean allTime;

    @Option(names = "--offset", paramLabel = "LENGTH", description = "The values from so much earlier: 1y, 4 weeks.")
    @Nullable
    String offset;

    @Option(
            names = "--fill",
            paramLabel = "NUMBER",
            description = "For periods without rows, which then come back too.")
    @Nullable
    String fill;

    @Option(names = "--all-rows", description = "Without metrics: every row, equal ones too.")
    boolean allRows;

    @Option(
            names = {"--question", "--saved"},
            paramLabel = "NAME|FILE",
            description =
                    "A saved question, to which the rest adds; or a .json file with a whole question as Ossie has it.")
    @Nullable
    String question;

    /** The name of a file with a question, or null. */
    @Nullable
    String file() {
        return question != null && question.endsWith(".json") ? question : null;
    }

    /** Whether it names a question that the workspace keeps. */
    boolean isSaved() {
        return question != null && file() == null;
    }

    static SourceFile read(String file, Terminal terminal) throws IOException {
        return new SourceFile(
                "--question " + file, Files.readString(terminal.folder().resolve(file)));
    }

    QuestionText about(List<String> metrics, Catalog catalog) {
        QuestionText text = about(metrics);
        return question == null ? text : text.over(Queries.saved(catalog, question));
    }

    private QuestionText about(List<String> metrics) {
        return new QuestionText(
                metrics,
                by,
                where,
                having,
                from,
                to,
                compare,
                new QuestionText.Through(window, toDate, allTime, offset, fill),
                order,
                limit,
                !allRows);
    }
}

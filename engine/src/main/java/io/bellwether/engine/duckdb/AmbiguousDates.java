package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds columns whose every date can be read with day and month exchanged: 01/02/2024 is two dates. DuckDB takes the
 * day first; a person has to know.
 */
final class AmbiguousDates {
    private final Runner runner;

    AmbiguousDates(Runner runner) {
        this.runner = runner;
    }

    /** At most one warning per column of the file. */
    List<Diagnostic> warnings(Path file, String label, FileShape shape, Deadline deadline) throws SQLException {
        List<Diagnostic> warnings = new ArrayList<>();
        for (PhysicalColumn column : shape.columns()) {
            Optional<String> other = exchanged(shape, column);
            if (other.isPresent() && fits(file, shape, column, other.get(), deadline)) {
                warnings.add(Diagnostic.warning(
                        "S418",
                        null,
                        label + ": each date in column " + column.name()
                                + " could have day and month the other way round; it is read as "
                                + words(format(shape, column).orElseThrow()),
                        "write dates as 2024-12-31"));
            }
        }
        return warnings;
    }

    private boolean fits(Path file, FileShape shape, PhysicalColumn column, String format, Deadline deadline)
            throws SQLException {
        List<PhysicalColumn> texts = shape.columns().stream()
                .map(c -> new PhysicalColumn(c.name(), "VARCHAR"))
                .toList();
        String name = Sql.identifier(column.name());
        String query = "select count(*) from "
                + CsvSniffer.source(List.of(file), new FileShape(texts, shape.options(), List.of())) + " where " + name
                + " is not null and try_strptime(" + name + ", " + Sql.string(format) + ") is null";
        return runner.query(query, deadline, rows -> rows.next() && rows.getLong(1) == 0);
    }

    private static Optional<String> format(FileShape shape, PhysicalColumn column) {
        return switch (column.type()) {
            case "DATE" -> Optional.ofNullable(shape.options().get("dateformat"));
            case "TIMESTAMP" -> Optional.ofNullable(shape.options().get("timestampformat"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> exchanged(FileShape shape, PhysicalColumn column) {
        return format(shape, column)
                .filter(f -> f.matches("%[dm][/.-]%[dm][/.-]%[Yy].*"))
                .map(f -> f.chars()
                        .mapToObj(c -> c == 'd' ? "m" : c == 'm' ? "d" : String.valueOf((char) c))
                        .collect(Collectors.joining()));
    }

    private static String words(String format) {
        return format.startsWith("%d") ? "day, then month" : "month, then day";
    }
}

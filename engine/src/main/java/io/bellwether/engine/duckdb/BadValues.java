package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.FileSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in the files the value stands that a statement could not convert: a cast fails far from where its rows came from. */
final class BadValues {
    private static final Pattern QUOTED = Pattern.compile("[\"'](.+?)[\"']");
    private static final Pattern LAST = Pattern.compile(": ([^:]+)$");
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int MOST_COLUMNS = 200;

    private final Runner runner;
    private final Mounts mounts;
    private final Shapes shapes;

    BadValues(Runner runner, Mounts mounts, Shapes shapes) {
        this.runner = runner;
        this.mounts = mounts;
        this.shapes = shapes;
    }

    /** The same failure, with the place of the value where it is found. */
    EngineException named(EngineException failure, String sql) {
        Diagnostic told = failure.diagnostic();
        Optional<String> value = value(told.message());
        if (!told.code().equals("E606") || value.isEmpty()) {
            return failure;
        }
        try {
            for (Map.Entry<String, FileSet> mounted : mounts.files().entrySet()) {
                Optional<String> place = sql.contains(mounted.getKey())
                        ? place(mounted.getKey(), mounted.getValue(), value.get())
                        : Optional.empty();
                if (place.isPresent()) {
                    return new EngineException(
                            Diagnostic.error(
                                    told.code(), told.span(), told.message() + " (" + place.get() + ")", told.fix()),
                            failure);
                }
            }
            return failure;
        } catch (SQLException | EngineException e) {
            return failure;
        }
    }

    private static Optional<String> value(String message) {
        String first = message.lines().findFirst().orElse("");
        for (Pattern pattern : List.of(QUOTED, LAST)) {
            Matcher matcher = pattern.matcher(first);
            if (matcher.find()) {
                return Optional.of(matcher.group(1).strip());
            }
        }
        return Optional.empty();
    }

    private Optional<String> place(String relation, FileSet files, String value) throws SQLException {
        Deadline deadline = Deadline.in(LOOK);
        FileShape shape = shapes.of(files, deadline);
        List<String> texts = Described.columns(runner, "select * from " + relation, deadline).stream()
                .filter(column -> column.type().equals("VARCHAR"))
                .map(PhysicalColumn::name)
                .limit(MOST_COLUMNS)
                .toList();
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        List<String> counts = texts.stream()
                .map(column -> "count(*) filter (where " + is(column, value) + ")")
                .toList();
        List<String> holding =
                runner.query("select " + String.join(", ", counts) + " from " + relation, deadline, rows -> {
                    rows.next();
                    List<String> found = new ArrayList<>();
                    for (int i = 0; i < texts.size(); i++) {
                        if (rows.getLong(i + 1) > 0) {
                            found.add(texts.get(i));
                        }
                    }
                    return found;
                });
        if (holding.isEmpty()) {
            return Optional.empty();
        }
        String column = holding.getFirst();
        return Optional.of(shapes.reading(files)
                        .place(files, shape, is(column, value), deadline)
                        .orElse(files.pattern())
                + ", column " + column);
    }

    private static String is(String column, String value) {
        return "trim(" + Sql.identifier(column) + ") = " + Sql.string(value.strip());
    }
}

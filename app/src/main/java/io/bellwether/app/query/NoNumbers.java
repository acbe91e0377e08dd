package io.bellwether.app.query;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values that are infinite or not a number (NaN) in the columns that a question uses. The statement itself finds that there
 * is one, and stops; only then they are counted, and one is looked for:
 *
 * <pre>
 *   SELECT count(*) FROM sales AS source WHERE NOT isfinite(amount)
 * </pre>
 */
final class NoNumbers {
    /** What every engine says of a value that it cannot take. */
    private static final String NO_FIT = "E606";

    private final Engine engine;
    private final Deadline deadline;

    private NoNumbers(Engine engine, Deadline deadline) {
        this.engine = engine;
        this.deadline = deadline;
    }

    /** What the work gives; where a value stopped it, the columns tell whether they hold one that is no number. */
    static Table told(Plan plan, Engine engine, Deadline deadline, Supplier<Table> work) {
        try {
            return work.get();
        } catch (DiagnosticException e) {
            if (e.diagnostics().stream().noneMatch(d -> d.code().equals(NO_FIT))) {
                throw e;
            }
            List<Diagnostic> found = new NoNumbers(engine, deadline).in(plan.sources());
            throw found.isEmpty() ? e : new DiagnosticException(found);
        }
    }

    private List<Diagnostic> in(Map<Dataset, Set<String>> sources) {
        List<Diagnostic> found = new ArrayList<>();
        try {
            sources.forEach((dataset, names) -> names.stream()
                    .flatMap(name -> engine.describe(dataset.source()).column(name).stream())
                    .forEach(column -> in(dataset, column).ifPresent(found::add)));
        } catch (EngineException cannotLook) {
            // Then what stopped the statement is all that is known.
        }
        return found;
    }

    private Optional<Diagnostic> in(Dataset dataset, Column column) {
        Dialect dialect = engine.dialect();
        String value = dialect.column(dialect.identifier(column.name()), column.type());
        String isNone = dialect.isNoNumber(value, column.type());
        if (isNone == null) {
            return Optional.empty();
        }
        String from = " FROM " + engine.relation(dataset.source()) + " AS source WHERE " + isNone;
        long count = ((Number) Objects.requireNonNull(first("SELECT count(*)" + from, List.of("n"))
                        .orElseThrow()
                        .getFirst()))
                .longValue();
        return count == 0
                ? Optional.empty()
                : Optional.of(Diagnostic.error(
                        "S433",
                        dataset.span(),
                        dataset.name() + ": column " + column.name() + " has " + count
                                + (count == 1 ? " value" : " values") + " that " + (count == 1 ? "is" : "are")
                                + " infinite or not a number (NaN)" + place(dataset, from),
                        "leave the value empty, or write the one that is meant"));
    }

    /** By which one such row is found: its key, or else its time. */
    private String place(Dataset dataset, String from) {
        List<String> key = KeyColumns.of(dataset, dataset.primaryKey()).orElse(List.of());
        String time = dataset.time();
        List<String> names = key.isEmpty() && time != null
                ? KeyColumns.of(dataset, List.of(time)).orElse(List.of())
                : key;
        if (names.isEmpty()) {
            return "";
        }
        String all = names.stream().map(engine.dialect()::identifier).collect(Collectors.joining(", "));
        return first("SELECT " + all + from + " ORDER BY " + all + " LIMIT 1", names)
                .map(row -> ", one where " + equations(names, row))
                .orElse("");
    }

    private static String equations(List<String> names, List<@Nullable Object> row) {
        List<String> equations = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            equations.add(names.get(i) + " is " + row.get(i));
        }
        return String.join(" and ", equations);
    }

    private Optional<List<@Nullable Object>> first(String sql, List<String> names) {
        return engine.run(new SqlStatement(sql, names), deadline).rows().stream()
                .findFirst();
    }
}

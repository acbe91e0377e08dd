package io.bellwether.conformance;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@link NastyRows} at one engine.
 *
 * @param source as a definition names it
 * @param connection what a definition says of the server, or nothing
 */
record NastyEngine(String name, String source, String connection, Map<String, String> environment) {
    /** The values of an expression by row, or why there are none. */
    sealed interface Answer {
        record Values(List<List<@Nullable Object>> rows) implements Answer {}

        record Refused(String code, String message) implements Answer {}
    }

    /** The expressions as fields, answered in their order. */
    final class Asked implements AutoCloseable {
        private final Bellwether bellwether;
        private final Catalog catalog;

        Asked(Path folder, List<String> expressions, List<String> metrics) throws IOException {
            Path home = Files.createDirectories(folder.resolve(name));
            Files.writeString(home.resolve("bellwether.yml"), definitions(expressions, metrics));
            bellwether = Bellwether.open(new WorkspaceFolder(home, List.of(folder.getParent())), environment);
            Snapshot snapshot = bellwether.loader().load(1);
            List<Diagnostic> errors =
                    snapshot.problems().stream().filter(Diagnostic::isError).toList();
            if (!errors.isEmpty()) {
                throw new AssertionError(name + ": " + errors + "\n" + definitions(expressions, metrics));
            }
            catalog = snapshot.good();
        }

        /** @param where a condition on the rows, or null */
        Answer field(int expression, @Nullable String where) {
            return ask(List.of(), List.of("id", "f" + expression), where);
        }

        Answer metric(int metric, @Nullable String where) {
            return ask(List.of("m" + metric), List.of(), where);
        }

        private Answer ask(List<String> metrics, List<String> by, @Nullable String where) {
            try {
                var question = new QuestionText(metrics, by, where, null, null, List.of(), List.of(), null);
                var deadline = Deadline.in(Duration.ofMinutes(1));
                var asOf = AsOf.date(LocalDate.of(2026, 6, 30));
                return new Answer.Values(bellwether
                        .queries()
                        .answer(catalog, question, null, asOf, deadline)
                        .table()
                        .rows());
            } catch (DiagnosticException e) {
                Diagnostic first = e.diagnostics().getFirst();
                return new Answer.Refused(first.code(), first.message());
            }
        }

        @Override
        public void close() {
            bellwether.close();
        }
    }

    private String definitions(List<String> expressions, List<String> metrics) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            fields.add("      - { name: f" + i + ", expression: " + quoted(expressions.get(i)) + " }\n");
        }
        List<String> named = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            named.add("  - { name: m" + i + ", unit: count, direction: up, expression: " + quoted(metrics.get(i))
                    + " }\n");
        }
        return "name: Nasty\ntime_zone: UTC\n" + connection + "datasets:\n  - name: nasty\n    source: " + source
                + fields.stream().collect(Collectors.joining("", fields.isEmpty() ? "\n" : "\n    fields:\n", ""))
                + named.stream().collect(Collectors.joining("", named.isEmpty() ? "" : "metrics:\n", ""));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

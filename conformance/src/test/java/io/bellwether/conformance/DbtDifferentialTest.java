package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.conformance.RandomManifest.Asked;
import io.bellwether.conformance.RandomManifest.Condition;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random questions about random dbt projects, answered by the product and by {@link NaiveMetricFlow}.
 * {@code -Dbellwether.seed=100 -Dbellwether.seeds=500} asks about others.
 */
class DbtDifferentialTest {
    private static final int QUESTIONS = 25;
    private static final AsOf LATER = AsOf.date(LocalDate.of(2030, 1, 1));

    @TempDir
    Path folder;

    static LongStream seeds() {
        long first = Long.getLong("bellwether.seed", 1);
        return LongStream.range(first, first + Long.getLong("bellwether.seeds", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAreThoseOfTheRows(long seed) throws Exception {
        RandomManifest manifest = new RandomManifest(seed);
        Files.writeString(folder.resolve("semantic_manifest.json"), manifest.manifest());
        Files.writeString(folder.resolve("orders.csv"), manifest.orders());
        Files.writeString(folder.resolve("customers.csv"), RandomManifest.customers());
        Files.writeString(folder.resolve("days.csv"), RandomManifest.days());
        List<String> wrong = new ArrayList<>();
        try (Bellwether bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()), Map.of())) {
            Catalog catalog = bellwether.loader().load(1).good();
            for (int i = 0; i < QUESTIONS; i++) {
                Asked asked = manifest.question();
                var right = new NaiveMetricFlow(manifest.rows(), RandomManifest.spine(), asked).answer();
                String ours = difference(right, answer(bellwether, catalog, asked), asked);
                if (!ours.isEmpty()) {
                    wrong.add("\n" + asked + ours);
                }
            }
        }
        assertThat(wrong).as("seed " + seed).isEmpty();
    }

    private static List<List<@Nullable Object>> answer(Bellwether bellwether, Catalog catalog, Asked asked) {
        List<String> by = new ArrayList<>();
        if (asked.grain() != null) {
            by.add("metric_time__" + asked.grain());
        }
        by.addAll(asked.fields());
        String where = asked.where().stream().map(Condition::template).collect(Collectors.joining(" and "));
        var text = new QuestionText(
                asked.metrics().stream().map(RandomManifest.Metric::name).toList(),
                by,
                where.isEmpty() ? null : where,
                asked.from() == null ? null : asked.from().toString(),
                asked.to() == null ? null : asked.to().toString(),
                List.of(),
                List.of(),
                null);
        try {
            return bellwether
                    .queries()
                    .answer(catalog, text, null, LATER, Deadline.in(Duration.ofMinutes(1)))
                    .table()
                    .rows();
        } catch (DiagnosticException e) {
            throw new AssertionError(asked + " is refused: " + e.diagnostics(), e);
        }
    }

    private static String difference(
            Map<List<@Nullable Object>, List<@Nullable Double>> right, List<List<@Nullable Object>> rows, Asked asked) {
        int keys = asked.fields().size() + (asked.grain() == null ? 0 : 1);
        Map<List<@Nullable Object>, List<@Nullable Double>> ours = new HashMap<>();
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> key = new ArrayList<>();
            row.subList(0, keys).forEach(value -> key.add(value instanceof LocalDateTime t ? t.toLocalDate() : value));
            List<@Nullable Double> values = new ArrayList<>();
            row.subList(keys, row.size()).forEach(value -> values.add(rounded(value)));
            ours.put(key, values);
        }
        Map<List<@Nullable Object>, List<@Nullable Double>> wanted = new HashMap<>();
        right.forEach((key, values) -> wanted.put(
                key, values.stream().map(DbtDifferentialTest::rounded).toList()));
        if (ours.size() == rows.size() && ours.equals(wanted)) {
            return "";
        }
        var extra = new HashMap<>(ours);
        extra.entrySet().removeIf(e -> Objects.equals(wanted.get(e.getKey()), e.getValue()));
        var missing = new HashMap<>(wanted);
        missing.entrySet().removeIf(e -> Objects.equals(ours.get(e.getKey()), e.getValue()));
        return "\n  ours " + extra + "\n  right " + missing;
    }

    private static @Nullable Double rounded(@Nullable Object value) {
        return value == null ? null : Math.round(((Number) value).doubleValue() * 1e9) / 1e9;
    }
}

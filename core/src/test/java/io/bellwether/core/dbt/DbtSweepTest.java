package io.bellwether.core.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Mutations;
import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.Resolver;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is missing or of another kind in a manifest of either shape, the rest is read, nothing falls over, and every
 * problem has its line. A part of all ways by chance; all of them, to the end of the catalog, with {@code -Dbellwether.sweep=all}.
 */
class DbtSweepTest {
    private static final boolean ALL = "all".equals(System.getProperty("bellwether.sweep"));
    private static final int SHARE = 8;
    private static final Random RANDOM = new Random(20261122);

    private static final List<Column> COLUMNS = Stream.of(
                    "order_id",
                    "customer_id",
                    "region_id",
                    "id",
                    "balance",
                    "amount",
                    "gift",
                    "country_code",
                    "manager")
            .map(name -> new Column(name, Type.INTEGER))
            .toList();

    /** Keys whose value is read, so that another kind of value is told about. */
    private static final Set<String> READ = Set.of(
            "semantic_models",
            "metrics",
            "saved_queries",
            "project_configuration",
            "node_relation",
            "defaults",
            "entities",
            "dimensions",
            "measures",
            "type_params",
            "filter",
            "agg",
            "agg_params",
            "non_additive_dimension",
            "metric_aggregation_params",
            "cumulative_type_params",
            "conversion_type_params",
            "numerator",
            "denominator",
            "window",
            "window_choice",
            "window_groupings",
            "query_params",
            "time_spines",
            "primary_column",
            "custom_granularities",
            "is_partition",
            "join_to_timespine");

    private static final Pattern LAST_KEY = Pattern.compile("(\\w+)\\] as (.*)");

    private static String manifest(String name) throws IOException {
        try (var in = Objects.requireNonNull(DbtSweepTest.class.getResourceAsStream("/dbt/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.json", "newer.json"})
    void brokenManifests(String name) throws IOException {
        String text = manifest(name);
        int whole = read(text).files().size();
        List<String> known = messages(read(text));
        Mutations.each(text, (what, broken) -> {
            if (!ALL && RANDOM.nextInt(SHARE) > 0) {
                return;
            }
            DbtImport found = read(broken);
            found.problems().forEach(problem -> checkPlace(what, problem));
            // Another name is no fault: a key that no other model has leads nowhere, here as in dbt.
            boolean removed = what.endsWith("removed")
                    || what.endsWith("empty list")
                    || what.endsWith("null")
                    || what.contains(", name] as ")
                    || what.matches("\\[project_configuration] as an? .*block");
            if (found.files().size() < whole && !removed || isOfAnotherKind(what)) {
                assertThat(messages(found)).as(what).anyMatch(message -> !known.contains(message));
            }
            if (ALL || RANDOM.nextInt(4) == 0) {
                var parsed = Definitions.parse(found.files());
                Resolver.resolve(parsed.definitions(), (dataset, source, span) -> new SourceSchema.Columns(COLUMNS));
            }
        });
    }

    private static DbtImport read(String text) {
        return DbtImport.read(new SourceFile("m.json", text), (schema, table) -> table + ".csv");
    }

    private static List<String> messages(DbtImport read) {
        return read.problems().stream().map(Diagnostic::message).toList();
    }

    private static void checkPlace(String what, Diagnostic problem) {
        assertThat(problem.span()).as(what).isNotNull();
        assertThat(Objects.requireNonNull(problem.span()).toString())
                .as("%s: %s", what, problem.message())
                .matches("m\\.json:\\d+:\\d+");
    }

    /** A number, a truth or a text in spaces is none of the kinds that these keys have. */
    private static boolean isOfAnotherKind(String what) {
        var key = LAST_KEY.matcher(what);
        if (!key.find() || !READ.contains(key.group(1))) {
            return false;
        }
        boolean truth = key.group(1).startsWith("is_") || key.group(1).startsWith("join_");
        return truth
                ? key.group(2).equals("a number")
                : key.group(2).equals("a number") || key.group(2).equals("a truth");
    }
}

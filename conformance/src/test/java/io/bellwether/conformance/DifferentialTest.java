package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.query.Answer;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random questions about random shops, answered by the product and by {@link NaiveAnswer}. {@code -Dbellwether.seed=100
 * -Dbellwether.seeds=500} asks about other shops, {@code -Dbellwether.place=postgres} elsewhere: see {@link Place}.
 */
class DifferentialTest {
    private static final int QUESTIONS = 25;

    @TempDir
    Path folder;

    static LongStream seeds() {
        long first = Long.getLong("bellwether.seed", 1);
        return LongStream.range(first, first + Long.getLong("bellwether.seeds", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAreThoseOfTheRows(long seed) throws Exception {
        Place place = Place.of(seed);
        RandomShop shop = new RandomShop(seed, place.knowsAllZones());
        RandomQuestions questions = new RandomQuestions(shop, seed);
        shop.write(folder, shop.definitions(place, questions.definitions()));
        place.prepare(folder);
        List<String> wrong = new ArrayList<>();
        try (Bellwether bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()), place.environment())) {
            Catalog catalog = bellwether.loader().load(1).good();
            for (int i = 0; i < QUESTIONS; i++) {
                compare(bellwether, catalog, place, shop, questions.question(), wrong);
            }
            for (int i = 0; i < 3; i++) {
                RandomQuestions.Values values = questions.values();
                if (!shop.repeatedRegion || !values.text().toString().contains("regions.")) {
                    compare(bellwether, catalog, values, wrong);
                }
            }
        }
        assertThat(wrong)
                .as("seed " + seed + " in " + place + " by " + shop.calendar)
                .isEmpty();
    }

    private static void compare(
            Bellwether bellwether, Catalog catalog, RandomQuestions.Values asked, List<String> wrong) {
        List<List<@Nullable Object>> rows = bellwether
                .queries()
                .answer(catalog, asked.text(), null, AsOf.date(asked.asOf()), Deadline.in(Duration.ofMinutes(1)))
                .table()
                .rows();
        Set<List<@Nullable Object>> ours = new HashSet<>(rows);
        boolean twice = ours.size() < rows.size();
        // Whoever the condition is about and who has no row stands there with nothing.
        ours.removeIf(row -> row.stream().allMatch(Objects::isNull));
        asked.right().removeIf(row -> row.stream().allMatch(Objects::isNull));
        if (twice || !ours.equals(asked.right())) {
            wrong.add("\n" + asked.text() + "\n  ours " + rows + ", right is " + asked.right());
        }
    }

    private static void compare(
            Bellwether bellwether,
            Catalog catalog,
            Place place,
            RandomShop shop,
            RandomQuestions.Asked asked,
            List<String> wrong) {
        Map<List<@Nullable Object>, List<@Nullable BigDecimal>> ours;
        try {
            Answer answer = bellwether
                    .queries()
                    .answer(
                            catalog,
                            asked.text(),
                            asked.top(),
                            AsOf.date(asked.asOf()),
                            Deadline.in(Duration.ofMinutes(1)));
            ours = rows(answer, asked);
            AnswerShape.check(answer, asked).forEach(problem -> wrong.add(text(asked) + problem));
        } catch (DiagnosticException e) {
            boolean repeated = shop.repeatedRegion
                    && asked.needs("regions.")
                    && e.getMessage().contains("D355");
            if (!repeated && !place.refuses(e.getMessage())) {
                wrong.add(text(asked) + "\n  refused: " + e.getMessage());
            }
            return;
        }
        if (asked.top() != null && first(shop, asked).values().contains(BigDecimal.ZERO)) {
            // Whether a member of which nothing is known comes before those that stay together may be told or not.
            return;
        }
        var theirs = naive(shop, asked);
        if ("day".equals(asked.cut())
                && asked.metrics().stream().anyMatch(m -> m.meaning().moves())) {
            // A day that the calendar lacks and on which nothing happened may be in the answer or not.
            ours.keySet().removeIf(key -> !listed(shop, key.getFirst()));
            theirs.keySet().removeIf(key -> !listed(shop, key.getFirst()));
        }
        if (asked.from() == null
                && asked.cut() != null
                && asked.metrics().getFirst().meaning().moves()) {
            // Without a first and a last day, what counts before the first row and after the last may be told or not.
            List<LocalDate> extent = answer(shop, asked, Map.of())
                    .extent(asked.metrics().getFirst().meaning().leaf().orElseThrow());
            theirs.keySet().removeIf(key -> !ours.containsKey(key) && !within(extent, key.getFirst()));
        }
        close(ours, theirs);
        Long limit = asked.text().limit();
        if (limit != null) {
            // Which of the rows is told by their order; of equal ones any.
            BigDecimal least = ours.values().stream()
                    .map(values -> values.getFirst())
                    .filter(Objects::nonNull)
                    .min(java.util.Comparator.naturalOrder())
                    .orElse(null);
            List<List<@Nullable Object>> missed = theirs.keySet().stream()
                    .filter(key -> !ours.containsKey(key))
                    .filter(key -> least == null
                            || theirs.get(key).getFirst() == null
                            || theirs.get(key).getFirst().compareTo(least) <= 0)
                    .toList();
            missed.forEach(theirs::remove);
        }
        if (!ours.equals(theirs)) {
            wrong.add(text(asked) + difference(ours, theirs));
        }
    }

    /** Takes ours for theirs where they differ by nothing but the last digits of a double. */
    private static void close(
            Map<List<@Nullable Object>, List<@Nullable BigDecimal>> ours,
            Map<List<@Nullable Object>, List<@Nullable BigDecimal>> theirs) {
        theirs.replaceAll((key, values) -> {
            List<@Nullable BigDecimal> mine = ours.getOrDefault(key, List.of());
            List<@Nullable BigDecimal> same = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                BigDecimal one = values.get(i);
                BigDecimal other = i < mine.size() ? mine.get(i) : null;
                boolean near = one != null
                        && other != null
                        && one.subtract(other).abs().movePointRight(8).compareTo(one.abs()) < 0;
                same.add(near ? other : one);
            }
            return same;
        });
    }

    private static boolean within(List<LocalDate> extent, @Nullable Object period) {
        return period instanceof LocalDate day
                && !extent.isEmpty()
                && !day.isBefore(extent.getFirst())
                && !day.isAfter(extent.getLast());
    }

    private static boolean listed(RandomShop shop, @Nullable Object day) {
        return shop.table("days").stream()
                .anyMatch(d ->
                        ((LocalDate) Objects.requireNonNull(day)).atStartOfDay().equals(d.get("day")));
    }

    private static String text(RandomQuestions.Asked asked) {
        StringBuilder text = new StringBuilder("\n" + asked.text() + " top " + asked.top());
        asked.metrics()
                .forEach(
                        m -> text.append("\n    ").append(m.name()).append(": ").append(m.definition()));
        return text.toString();
    }

    private static String difference(Map<?, ?> ours, Map<?, ?> theirs) {
        Map<String, String> lines = new TreeMap<>();
        ours.forEach((key, value) -> {
            if (!Objects.equals(theirs.get(key), value)) {
                lines.put(key.toString(), "ours " + value + ", right is " + theirs.get(key));
            }
        });
        theirs.forEach((key, value) -> {
            if (!ours.containsKey(key)) {
                lines.put(key.toString(), "ours nothing, right is " + value);
            }
        });
        StringBuilder text = new StringBuilder();
        lines.entrySet().stream().limit(6).forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }

    private static Map<List<@Nullable Object>, List<@Nullable BigDecimal>> rows(
            Answer answer, RandomQuestions.Asked asked) {
        int keys = asked.fields().size() + (asked.cut() == null ? 0 : 1);
        Map<List<@Nullable Object>, List<@Nullable BigDecimal>> rows = new HashMap<>();
        for (List<@Nullable Object> row : answer.table().rows()) {
            List<@Nullable Object> key = new ArrayList<>(row.subList(0, keys));
            List<@Nullable BigDecimal> values = row.subList(keys, row.size()).stream()
                    .map(v -> NaiveAnswer.shown(v == null ? null : new BigDecimal(v.toString())))
                    .toList();
            if (values.stream().anyMatch(Objects::nonNull) && rows.put(key, values) != null) {
                throw new AssertionError("two rows for " + key + ": " + text(asked));
            }
        }
        return rows;
    }

    private static Map<List<@Nullable Object>, List<@Nullable BigDecimal>> naive(
            RandomShop shop, RandomQuestions.Asked asked) {
        List<NaiveMetric> metrics =
                asked.metrics().stream().map(RandomMetrics.Metric::meaning).toList();
        NaiveAnswer plain = answer(shop, asked, Map.of());
        Map<List<@Nullable Object>, List<@Nullable BigDecimal>> rows = plain.rows(metrics);
        if (asked.top() != null) {
            rows = answer(shop, asked, first(shop, asked)).rows(metrics);
        }
        BigDecimal least = asked.having();
        if (least != null) {
            rows.values().removeIf(v -> v.getFirst() == null || v.getFirst().compareTo(least) <= 0);
        }
        return rows;
    }

    /** The members of the first field with the most of the first metric; of equal ones those that come first. */
    private static Map<Object, Object> first(RandomShop shop, RandomQuestions.Asked asked) {
        NaiveAnswer ranking = answer(shop, asked, Map.of());
        ranking = new NaiveAnswer(
                shop,
                null,
                asked.fields().subList(0, 1),
                ranking.where(),
                ranking.from(),
                ranking.before(),
                ranking.seen(),
                ranking.open(),
                Map.of());
        Map<Object, Object> members = new HashMap<>();
        members.put("", "");
        if (ranking.values(asked.metrics().getFirst().meaning()).values().stream()
                .anyMatch(value -> value.signum() == 0)) {
            members.put("", BigDecimal.ZERO);
        }
        ranking.values(asked.metrics().getFirst().meaning()).entrySet().stream()
                .sorted(java.util.Comparator.<Map.Entry<Object, BigDecimal>, BigDecimal>comparing(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(e -> inOrder(e.getKey())))
                .limit(Objects.requireNonNull(asked.top()).count())
                .forEach(e -> members.put(e.getKey(), e.getKey()));
        return members;
    }

    private static String inOrder(Object member) {
        return member instanceof Long number ? "%09d".formatted(number) : member.toString();
    }

    private static NaiveAnswer answer(RandomShop shop, RandomQuestions.Asked asked, Map<Object, Object> lumped) {
        LocalDateTime seen = asked.asOf().plusDays(1).atStartOfDay();
        LocalDate to = asked.to();
        LocalDateTime end = to == null || seen.isBefore(to.plusDays(1).atStartOfDay())
                ? seen
                : to.plusDays(1).atStartOfDay();
        return new NaiveAnswer(
                shop,
                asked.cut(),
                asked.fields(),
                asked.where(),
                asked.from() == null ? null : asked.from().atStartOfDay(),
                end,
                seen,
                asked.from() == null && to == null,
                lumped);
    }
}

package io.bellwether.conformance;

import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.Top;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Questions about a shop, about metrics of every kind. */
final class RandomQuestions {
    private static final List<String> SHARED = List.of("customers.segment", "regions.name", "customers.since.month");
    private static final Map<String, List<String>> OWN = Map.of(
            "orders", List.of("orders.channel", "ship.country", "bill.country", "homes.area", "orders.hour"),
            "visits", List.of("visits.source"),
            "stock", List.of("stock.item", "stock.hall"),
            "returns", List.of("returns.reason", "orders.channel", "bought.ship.country", "orders.day"),
            "customers", List.of("tags.kind", "orders.channel"));
    private static final List<String> GRAINS =
            List.of("day", "week", "month", "quarter", "year", "fiscal_month", "fiscal_quarter", "fiscal_year", "hour");
    private static final List<String> LABELS = List.of(
            "season",
            "season",
            "season",
            "day_of_week",
            "month_of_year",
            "day_of_month",
            "quarter_of_year",
            "day_of_year",
            "year_number");
    private static final QuestionText.Through NOTHING = new QuestionText.Through(null, null, false, null, null);

    /** @param having the least value of the first metric, or null */
    record Asked(
            QuestionText text,
            @Nullable Top top,
            List<RandomMetrics.Metric> metrics,
            @Nullable String cut,
            List<String> fields,
            BiPredicate<String, Map<String, @Nullable Object>> where,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            LocalDate asOf,
            @Nullable BigDecimal having) {
        boolean needs(String field) {
            return fields.contains(field) || text.toString().contains(field);
        }
    }

    /** What is asked before it is words. */
    private record Draft(
            List<RandomMetrics.Metric> metrics,
            List<String> facts,
            @Nullable String cut,
            List<String> fields,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        boolean moves() {
            return metrics.stream().anyMatch(m -> m.meaning().moves());
        }

        boolean isPlain() {
            return metrics.stream()
                    .map(RandomMetrics.Metric::meaning)
                    .allMatch(m -> m instanceof NaiveMetric.Aggregate
                            || m instanceof NaiveMetric.Ratio
                            || m instanceof NaiveMetric.Formula f && !f.moves());
        }

        Draft meaning(UnaryOperator<NaiveMetric> change) {
            return new Draft(
                    metrics.stream()
                            .map(m -> new RandomMetrics.Metric(m.name(), m.definition(), change.apply(m.meaning())))
                            .toList(),
                    facts,
                    cut,
                    fields,
                    from,
                    to);
        }
    }

    private final RandomShop shop;
    private final Random random;
    private final LocalDate asOf;
    private final RandomMetrics metrics;
    private final RandomConditions conditions;

    RandomQuestions(RandomShop shop, long seed) {
        this.shop = shop;
        this.random = new Random(seed * 31 + 7);
        this.asOf = shop.first.plusDays(random.nextBoolean() ? RandomShop.DAYS : 60 + random.nextInt(80));
        this.conditions = new RandomConditions(shop, random, asOf.plusDays(1).atStartOfDay());
        this.metrics = new RandomMetrics(shop, random, asOf);
    }

    List<String> definitions() {
        return metrics.definitions();
    }

    private <T> T one(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    Asked question() {
        Draft draft = draft();
        boolean byPeriod = draft.cut() != null
                && GRAINS.subList(0, 8).contains(draft.cut())
                && draft.from() != null
                && draft.isPlain();
        return switch (byPeriod ? random.nextInt(4) : 9) {
            case 0 -> through(draft);
            case 1 -> compared(draft);
            default -> asked(draft, NOTHING, List.of());
        };
    }

    /** A question without metrics: which values some columns of a dataset have together, and a condition. */
    Values values() {
        Map<String, List<String>> columns = Map.of(
                "orders", List.of("channel", "ship", "bill", "hour", "day"),
                "visits", List.of("source", "customer"),
                "stock", List.of("item", "hall", "pieces"),
                "returns", List.of("reason", "share"));
        String fact = one(List.copyOf(new java.util.TreeSet<>(columns.keySet())));
        List<String> fields = new ArrayList<>();
        for (String column : Objects.requireNonNull(columns.get(fact))) {
            if (fields.isEmpty() || random.nextBoolean()) {
                fields.add(fact + "." + column);
            }
        }
        RandomConditions.Condition where = random.nextBoolean() ? null : conditions.of(List.of(fact), fields, true);
        var text = new QuestionText(
                List.of(), fields, where == null ? null : where.text(), null, null, List.of(), List.of(), null);
        LocalDateTime seen = asOf.plusDays(1).atStartOfDay();
        Set<List<@Nullable Object>> right = new HashSet<>();
        for (Map<String, @Nullable Object> row : shop.table(fact)) {
            boolean isSeen = !(row.get("at") instanceof LocalDateTime at) || at.isBefore(seen);
            if (isSeen && (where == null || where.holds(fact, row))) {
                List<@Nullable Object> values = new ArrayList<>();
                fields.forEach(field -> values.add(new NaiveShop(shop, seen)
                        .values(fact, row, field)
                        .iterator()
                        .next()));
                right.add(values);
            }
        }
        return new Values(text, asOf, right);
    }

    /** @param right the rows of its answer */
    record Values(QuestionText text, LocalDate asOf, Set<List<@Nullable Object>> right) {}

    private Draft draft() {
        List<RandomMetrics.Metric> asked = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            RandomMetrics.Metric metric = one(metrics.all());
            if (!asked.contains(metric)) {
                asked.add(metric);
            }
        }
        boolean moves = asked.stream().anyMatch(m -> m.meaning().moves());
        List<String> facts = asked.stream()
                .flatMap(m -> m.meaning().facts().stream())
                .distinct()
                .toList();
        boolean timed = !facts.contains("customers");
        if (moves && !timed) {
            return draft();
        }
        String cut = !timed || random.nextInt(3) == 0
                ? null
                : !moves && random.nextInt(4) == 0 ? one(LABELS) : one(GRAINS.subList(0, moves ? 8 : 9));
        boolean hourly = "hour".equals(cut);
        boolean open = asked.size() == 1 && asked.getFirst().meaning().leaf().isPresent();
        boolean bounded = hourly || timed && (moves && cut != null && !open || random.nextBoolean());
        LocalDate from = bounded ? shop.first.plusDays(random.nextInt(80)) : null;
        LocalDate to = from == null ? null : from.plusDays(random.nextInt(hourly ? 3 : 60));
        return new Draft(asked, facts, cut, fields(facts, moves), from, to);
    }

    private List<String> fields(List<String> facts, boolean moves) {
        List<String> options = new ArrayList<>(facts.contains("stock") ? List.of() : SHARED);
        if (facts.size() == 1) {
            options.addAll(Objects.requireNonNull(OWN.get(facts.getFirst())));
        }
        if (moves) {
            options.remove("customers.since.month");
        }
        List<String> fields = new ArrayList<>();
        while (!options.isEmpty() && fields.size() < 2 && random.nextInt(2) == 0) {
            fields.add(options.remove(random.nextInt(options.size())));
        }
        return fields;
    }

    /** The same metrics through what only the question does with their time. */
    private Asked through(Draft draft) {
        String unit = one(List.of("day", "week", "month", "quarter"));
        int count = 1 + random.nextInt(unit.equals("day") ? 20 : 4);
        String length = count + " " + unit;
        String fill = random.nextBoolean() ? "0" : null;
        return switch (random.nextInt(5)) {
            case 0, 1 ->
                asked(
                        draft.meaning(m -> new NaiveMetric.Rolling(m, count, unit)),
                        new QuestionText.Through(length, null, false, null, fill),
                        List.of());
            case 2 -> {
                String since = one(List.of("week", "month", "quarter", "fiscal_quarter", "fiscal_year"));
                yield asked(
                        draft.meaning(m -> new NaiveMetric.ToDate(m, since)),
                        new QuestionText.Through(null, since, false, null, fill),
                        List.of());
            }
            case 3 ->
                asked(
                        draft.meaning(NaiveMetric.AllTime::new),
                        new QuestionText.Through(null, null, true, null, fill),
                        List.of());
            default ->
                asked(
                        draft.meaning(m -> new NaiveMetric.Offset(m, count, unit)),
                        new QuestionText.Through(null, null, false, length, fill),
                        List.of());
        };
    }

    /** Whole periods beside those before them. */
    private Asked compared(Draft draft) {
        String cut = Objects.requireNonNull(draft.cut());
        LocalDate from = shop.calendar
                .floor(Objects.requireNonNull(draft.from()).atStartOfDay(), cut)
                .toLocalDate();
        LocalDate to = shop.calendar
                .floor(Objects.requireNonNull(draft.to()).atStartOfDay(), cut)
                .toLocalDate()
                .minusDays(1);
        boolean uneven = shop.calendar.weeks() != null && cut.startsWith("fiscal");
        if (!from.isBefore(to) || to.isAfter(asOf) || cut.equals("day") || uneven) {
            return asked(draft, NOTHING, List.of());
        }
        int ago = 1 + random.nextInt(3);
        List<RandomMetrics.Metric> both = new ArrayList<>();
        for (RandomMetrics.Metric m : draft.metrics()) {
            both.add(m);
            both.add(new RandomMetrics.Metric(
                    "", ago + " " + cut + " before", new NaiveMetric.Offset(m.meaning(), ago, cut)));
        }
        return asked(
                new Draft(both, draft.facts(), cut, draft.fields(), from, to),
                NOTHING,
                List.of(ago == 1 ? "previous" : ago + "_ago"));
    }

    private Asked asked(Draft draft, QuestionText.Through through, List<String> compare) {
        RandomConditions.Condition where =
                random.nextInt(3) > 0 ? null : conditions.of(draft.facts(), draft.fields(), draft.moves());
        List<String> fields = draft.fields();
        boolean ranked = !fields.isEmpty()
                && (draft.cut() == null || !draft.moves())
                && compare.isEmpty()
                && !fields.contains("tags.kind")
                && !(draft.facts().contains("customers") && fields.contains("orders.channel"))
                && random.nextInt(3) == 0;
        BigDecimal having = !ranked && random.nextInt(5) == 0 ? BigDecimal.valueOf(random.nextInt(20)) : null;
        List<String> by = new ArrayList<>(fields);
        if (draft.cut() != null) {
            by.addFirst("time." + draft.cut());
        }
        List<String> names = draft.metrics().stream()
                .map(RandomMetrics.Metric::name)
                .filter(n -> !n.isEmpty())
                .toList();
        boolean ordered = compare.isEmpty() && random.nextInt(6) == 0;
        var text = new QuestionText(
                names,
                by,
                where == null ? null : where.text(),
                having == null ? null : names.getFirst() + " > " + having,
                text(draft.from()),
                text(draft.to()),
                compare,
                through,
                ordered ? List.of("-" + names.getFirst()) : List.of(),
                ordered && random.nextBoolean() ? (Long) (1L + random.nextInt(6)) : null,
                true);
        return new Asked(
                text,
                ranked ? Top.parse(fields.getFirst() + "=" + (1 + random.nextInt(2))) : null,
                draft.metrics(),
                draft.cut(),
                fields,
                where == null ? (fact, row) -> true : where::holds,
                draft.from(),
                draft.to(),
                asOf,
                having);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}

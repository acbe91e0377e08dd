package io.bellwether.conformance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An answer computed cell by cell from the rows, each cell by looking at every row: slow, simple, and past everything of ours.
 *
 * @param cut of the time, or null
 * @param fields as people name them
 * @param where of a fact and a row
 * @param from the first moment that counts
 * @param before the first that does not: the end of the range, or the as-of
 * @param seen the as-of
 * @param open whether no stretch of time is asked for: then rows without a time count too
 */
record NaiveAnswer(
        RandomShop shop,
        @Nullable String cut,
        List<String> fields,
        BiPredicate<String, Map<String, @Nullable Object>> where,
        @Nullable LocalDateTime from,
        LocalDateTime before,
        LocalDateTime seen,
        boolean open,
        Map<Object, Object> lumped) {
    private static final LocalDateTime EVER = LocalDateTime.of(1, 1, 1, 0, 0);

    /** The start of all that is seen, with what has no time. */
    private static final LocalDateTime ALL = LocalDateTime.of(2, 1, 1, 0, 0);

    /** What an answer has a row for: when, and the values of the fields. */
    record Cell(
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime end,
            @Nullable Object period,
            List<@Nullable Object> group) {
        Cell at(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
            return new Cell(from, to, period, group);
        }
    }

    /** Each row of the answer: the period's name and the fields' values, then the metrics'; rows of nothing are left out. */
    Map<List<@Nullable Object>, List<@Nullable BigDecimal>> rows(List<NaiveMetric> metrics) {
        Map<List<@Nullable Object>, List<@Nullable BigDecimal>> answer = new HashMap<>();
        for (Cell cell : cells(metrics)) {
            List<@Nullable BigDecimal> values = new ArrayList<>();
            metrics.forEach(m -> values.add(shown(value(m, cell))));
            if (values.stream().anyMatch(Objects::nonNull)) {
                List<@Nullable Object> key = new ArrayList<>();
                if (cut != null) {
                    key.add(cell.period());
                }
                key.addAll(cell.group());
                answer.put(key, values);
            }
        }
        return answer;
    }

    /** What a metric is for each member of the only field, where it is anything. */
    Map<Object, BigDecimal> values(NaiveMetric metric) {
        Map<Object, BigDecimal> values = new HashMap<>();
        for (Cell cell : cells(List.of(metric))) {
            Object member = cell.group().getFirst();
            BigDecimal value = value(metric, cell);
            if (member != null && value != null) {
                values.put(member, value);
            }
        }
        return values;
    }

    /** The first and the last period that a row of the aggregate falls into; empty without rows. */
    List<LocalDate> extent(NaiveMetric.Aggregate m) {
        return shop.table(m.fact()).stream()
                .filter(row -> row.get("at") instanceof LocalDateTime at && at.isBefore(before))
                .filter(m.keep())
                .filter(row -> where.test(m.fact(), row))
                .filter(row -> !m.function().matches("distinct|median|p\\d+|sum_distinct|variance")
                        || m.of().apply(row) != null)
                .map(row -> floor(time(row), Objects.requireNonNull(cut)).toLocalDate())
                .sorted()
                .toList();
    }

    /** Nothing and 0 are told apart elsewhere. */
    static @Nullable BigDecimal shown(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0
                ? null
                : value.round(new MathContext(9)).stripTrailingZeros();
    }

    private List<Cell> cells(List<NaiveMetric> metrics) {
        Set<List<@Nullable Object>> groups = new HashSet<>();
        for (String fact :
                metrics.stream().flatMap(m -> m.facts().stream()).distinct().toList()) {
            shop.table(fact).forEach(row -> groups.addAll(groups(fact, row)));
        }
        List<Cell> cells = new ArrayList<>();
        for (List<@Nullable Object> group : groups) {
            if (cut == null) {
                cells.add(new Cell(from, before, null, group));
            } else if (isLabelled()) {
                Set<@Nullable Object> labels = new HashSet<>();
                for (String fact : List.of("orders", "visits", "stock", "returns")) {
                    shop.table(fact).stream()
                            .filter(row -> row.get("at") != null)
                            .forEach(row -> labels.add(label(time(row))));
                }
                labels.add(null);
                labels.forEach(label -> cells.add(new Cell(from, before, label, group)));
            } else {
                cells.addAll(periods(group));
                cells.add(new Cell(null, null, null, group));
            }
        }
        return cells;
    }

    private List<Cell> periods(List<@Nullable Object> group) {
        List<Cell> cells = new ArrayList<>();
        LocalDateTime first = shop.first.atStartOfDay();
        LocalDateTime at = from == null ? floor(first, Objects.requireNonNull(cut)) : from;
        while (at.isBefore(before)) {
            LocalDateTime start = floor(at, Objects.requireNonNull(cut));
            LocalDateTime end = shop.calendar.next(start, cut);
            cells.add(
                    new Cell(start.isBefore(at) ? at : start, end.isAfter(before) ? before : end, name(start), group));
            at = end;
        }
        return cells;
    }

    private Object name(LocalDateTime start) {
        return Objects.equals(cut, "hour") ? start : start.toLocalDate();
    }

    private LocalDateTime floor(LocalDateTime at, String grain) {
        return shop.calendar.floor(at, grain);
    }

    private static LocalDateTime back(LocalDateTime time, int count, String unit) {
        return NaiveCalendar.back(time, count, unit);
    }

    /** Whether the cut gives rows a label, and not a place in the order of time. */
    private boolean isLabelled() {
        return cut != null && (cut.equals("season") || cut.contains("_of_") || cut.equals("year_number"));
    }

    private @Nullable Object label(LocalDateTime at) {
        if (!Objects.equals(cut, "season")) {
            return NaiveCalendar.part(at, Objects.requireNonNull(cut));
        }
        return shop.table("days").stream()
                .filter(d -> at.toLocalDate().atStartOfDay().equals(d.get("day")))
                .map(d -> d.get("season"))
                .findFirst()
                .orElse(null);
    }

    private Set<List<@Nullable Object>> groups(String fact, Map<String, @Nullable Object> row) {
        Set<List<@Nullable Object>> groups = new HashSet<>(Set.of(List.of()));
        for (String field : fields) {
            Set<List<@Nullable Object>> longer = new HashSet<>();
            for (List<@Nullable Object> group : groups) {
                for (Object value : new NaiveShop(shop, seen).values(fact, row, field)) {
                    List<@Nullable Object> one = new ArrayList<>(group);
                    boolean isRanked = field.equals(fields.getFirst()) && value != null && !lumped.isEmpty();
                    one.add(isRanked ? lumped.getOrDefault(value, "Other").toString() : value);
                    longer.add(one);
                }
            }
            groups = longer;
        }
        return groups;
    }

    @Nullable
    BigDecimal value(NaiveMetric metric, Cell cell) {
        LocalDateTime start = cell.start();
        LocalDateTime end = cell.end();
        if (metric.moves() && end == null) {
            return null;
        }
        return switch (metric) {
            case NaiveMetric.Aggregate m -> aggregate(m, rows(m.fact(), cell, true, m.keep()));
            case NaiveMetric.Rolling m ->
                value(m.of(), cell.at(back(Objects.requireNonNull(end), m.count(), m.unit()), end));
            case NaiveMetric.Picked m -> picked(m, cell);
            case NaiveMetric.ToDate m ->
                value(m.of(), cell.at(floor(Objects.requireNonNull(end).minusSeconds(1), m.unit()), end));
            case NaiveMetric.AllTime m -> value(m.of(), cell.at(cut == null && start == null ? ALL : EVER, end));
            case NaiveMetric.Offset m -> offset(m, cell);
            case NaiveMetric.Level m -> level(m, cell);
            case NaiveMetric.Filled m -> {
                BigDecimal value = value(m.of(), cell);
                yield value == null ? BigDecimal.ZERO : value;
            }
            case NaiveMetric.Ratio m -> ratio(value(m.above(), cell), value(m.below(), cell));
            case NaiveMetric.Minus m -> minus(value(m.one(), cell), value(m.other(), cell));
            case NaiveMetric.Formula m -> {
                List<@Nullable BigDecimal> inputs = new ArrayList<>();
                m.inputs().forEach(input -> inputs.add(value(input, cell)));
                yield m.of().apply(inputs);
            }
            case NaiveMetric.AtStart m -> {
                LocalDateTime day = floor(
                        start == null || start.equals(EVER)
                                ? Objects.requireNonNull(end).minusSeconds(1)
                                : start,
                        m.unit());
                yield value(m.of(), cell.at(day, day.plusDays(1)));
            }
            case NaiveMetric.Followed m -> followed(m, cell);
        };
    }

    private @Nullable BigDecimal offset(NaiveMetric.Offset m, Cell cell) {
        LocalDateTime start = cell.start();
        LocalDateTime end = Objects.requireNonNull(cell.end());
        if ("day".equals(cut)) {
            LocalDateTime day = back(Objects.requireNonNull(start), m.count(), m.unit());
            return value(m.of(), cell.at(day, day.plusDays(1)));
        }
        return value(
                m.of(),
                cell.at(start == null ? EVER : back(start, m.count(), m.unit()), back(end, m.count(), m.unit())));
    }

    private @Nullable BigDecimal picked(NaiveMetric.Picked m, Cell cell) {
        LocalDateTime end = Objects.requireNonNull(cell.end());
        if (cut == null) {
            return value(m.of(), cell.at(end.minusDays(m.days()), end));
        }
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (LocalDateTime day = Objects.requireNonNull(cell.start()); day.isBefore(end); day = day.plusDays(1)) {
            NaiveMetric.Aggregate of = (NaiveMetric.Aggregate) m.of();
            Cell window = cell.at(day.plusDays(1 - m.days()), day.plusDays(1));
            boolean any = rows(of.fact(), window, true, of.keep()).stream()
                    .anyMatch(row -> !of.function().matches("distinct|sum_distinct|median|p\\d+|variance")
                            || of.of().apply(row) != null);
            if (any) {
                values.add(value(of, window));
            }
        }
        if (m.pick().equals("average")) {
            values.removeIf(Objects::isNull);
        }
        return values.isEmpty()
                ? null
                : switch (m.pick()) {
                    case "first" -> values.getFirst();
                    case "last" -> values.getLast();
                    default -> NaiveMetric.of("avg", values);
                };
    }

    static @Nullable BigDecimal ratio(@Nullable BigDecimal above, @Nullable BigDecimal below) {
        return above == null || below == null || below.signum() == 0
                ? null
                : above.divide(below, MathContext.DECIMAL64);
    }

    private static @Nullable BigDecimal minus(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? null : one.subtract(other);
    }

    private static @Nullable BigDecimal aggregate(NaiveMetric.Aggregate m, List<Map<String, @Nullable Object>> rows) {
        return NaiveMetric.of(m.function(), NaiveShop.numbers(rows, m.of()));
    }

    /** @param grouped whether only rows of the cell's group count */
    private List<Map<String, @Nullable Object>> rows(
            String fact, Cell cell, boolean grouped, Predicate<Map<String, @Nullable Object>> keep) {
        return shop.table(fact).stream()
                .filter(row -> fact.equals("customers") || isIn(cell, (LocalDateTime) row.get("at")))
                .filter(keep)
                .filter(row -> where.test(fact, row))
                .filter(row -> !grouped || groups(fact, row).contains(cell.group()))
                .toList();
    }

    private boolean isIn(Cell cell, @Nullable LocalDateTime at) {
        if (at == null) {
            boolean all = cell.start() == null || cell.start().equals(ALL);
            return open && all && cell.period() == null;
        }
        boolean in = (cell.start() == null && (cut == null || isLabelled())
                        || cell.start() != null && !at.isBefore(cell.start()))
                && cell.end() != null
                && at.isBefore(cell.end())
                && at.isBefore(seen);
        return in && (!isLabelled() || Objects.equals(label(at), cell.period()));
    }

    private @Nullable BigDecimal level(NaiveMetric.Level m, Cell cell) {
        List<Map<String, @Nullable Object>> mine = rows(m.of().fact(), cell, true, m.of().keep()).stream()
                .filter(row -> row.get("at") != null)
                .toList();
        if (m.choice().equals("average")) {
            BigDecimal sum = aggregate(m.of(), mine);
            long moments = mine.stream().map(RandomShop::moment).distinct().count();
            return sum == null ? null : sum.divide(BigDecimal.valueOf(moments), MathContext.DECIMAL64);
        }
        Map<Object, Instant> chosen = new LinkedHashMap<>();
        Comparator<Instant> order = m.choice().equals("last") ? Comparator.naturalOrder() : Comparator.reverseOrder();
        for (Map<String, @Nullable Object> row : rows(m.of().fact(), cell, false, m.of().keep())) {
            if (row.get("at") != null) {
                chosen.merge(by(m, row), RandomShop.moment(row), (a, b) -> order.compare(a, b) >= 0 ? a : b);
            }
        }
        return aggregate(
                m.of(),
                mine.stream()
                        .filter(r -> RandomShop.moment(r).equals(chosen.get(by(m, r))))
                        .toList());
    }

    private static Object by(NaiveMetric.Level m, Map<String, @Nullable Object> row) {
        List<@Nullable Object> by = new ArrayList<>();
        m.by().forEach(column -> by.add(row.get(column)));
        return by;
    }

    private @Nullable BigDecimal followed(NaiveMetric.Followed m, Cell cell) {
        List<Map<String, @Nullable Object>> visits = rows("visits", cell, true, m.from());
        Predicate<Map<String, @Nullable Object>> counts =
                row -> from == null || !time(row).isBefore(from);
        List<Map<String, @Nullable Object>> all = shop.table("visits").stream()
                .filter(row -> m.from().test(row) && where.test("visits", row) && counts.test(row))
                .filter(row -> time(row).isBefore(before) && time(row).isBefore(seen))
                .toList();
        long followed = shop.table("orders").stream()
                .filter(m.to())
                .filter(order -> order.get("at") != null
                        && order.get("customer") != null
                        && time(order).isBefore(seen))
                .filter(order -> all.stream()
                        .filter(v -> Objects.equals(v.get("customer"), order.get("customer")))
                        .filter(v -> !m.same()
                                || v.get("source") != null && v.get("source").equals(order.get("channel")))
                        .filter(v -> !time(v).isAfter(time(order))
                                && time(v).isAfter(time(order).minusDays(m.days())))
                        .max(Comparator.comparing(NaiveAnswer::time))
                        .filter(visits::contains)
                        .isPresent())
                .count();
        BigDecimal count = BigDecimal.valueOf(followed);
        return m.rate() ? ratio(count, BigDecimal.valueOf(visits.size())) : count;
    }

    private static LocalDateTime time(Map<String, @Nullable Object> row) {
        return (LocalDateTime) Objects.requireNonNull(row.get("at"));
    }
}

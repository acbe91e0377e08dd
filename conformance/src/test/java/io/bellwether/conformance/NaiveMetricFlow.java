package io.bellwether.conformance;

import io.bellwether.conformance.RandomManifest.Aggregate;
import io.bellwether.conformance.RandomManifest.Asked;
import io.bellwether.conformance.RandomManifest.Condition;
import io.bellwether.conformance.RandomManifest.Metric;
import io.bellwether.conformance.RandomManifest.Offset;
import io.bellwether.conformance.RandomManifest.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What MetricFlow says a question comes to, from row to row and from day to day; it shares nothing with the product. As ours,
 * it keeps rows without a time in a group of their own where no stretch is asked for, beside filled days too.
 */
final class NaiveMetricFlow {
    private static final List<String> GRAINS = List.of("day", "week", "month", "quarter", "year");

    private final List<Row> rows;
    private final List<LocalDate> spine;
    private final Asked asked;

    NaiveMetricFlow(List<Row> rows, List<LocalDate> spine, Asked asked) {
        this.rows = rows;
        this.spine = spine;
        this.asked = asked;
    }

    /** Of each group the value of each metric. */
    Map<List<@Nullable Object>, List<@Nullable Double>> answer() {
        List<Map<List<@Nullable Object>, @Nullable Double>> each = new ArrayList<>();
        Set<List<@Nullable Object>> groups = new LinkedHashSet<>();
        for (Metric metric : asked.metrics()) {
            each.add(values(metric));
            groups.addAll(each.getLast().keySet());
        }
        Map<List<@Nullable Object>, List<@Nullable Double>> answer = new HashMap<>();
        for (List<@Nullable Object> group : groups) {
            List<@Nullable Double> values = new ArrayList<>();
            for (int i = 0; i < each.size(); i++) {
                values.add(filled(asked.metrics().get(i), each.get(i).get(group)));
            }
            answer.put(group, values);
        }
        return answer;
    }

    private static @Nullable Double filled(Metric metric, @Nullable Double value) {
        return value == null && metric instanceof Metric.Simple simple && simple.fill() != null
                ? Double.valueOf(simple.fill())
                : value;
    }

    private Map<List<@Nullable Object>, @Nullable Double> values(Metric metric) {
        return switch (metric) {
            case Metric.Simple simple -> simple(simple, null);
            case Metric.Derived derived -> derived(derived);
            case Metric.Cumulative cumulative -> cumulative(cumulative);
        };
    }

    private Map<List<@Nullable Object>, @Nullable Double> derived(Metric.Derived metric) {
        var first = simple(metric.first(), metric.firstOffset());
        var second = simple(metric.second(), metric.secondOffset());
        Set<List<@Nullable Object>> groups = new HashSet<>(first.keySet());
        groups.addAll(second.keySet());
        Map<List<@Nullable Object>, @Nullable Double> values = new HashMap<>();
        for (List<@Nullable Object> group : groups) {
            Double a = filled(metric.first(), first.get(group));
            Double b = filled(metric.second(), second.get(group));
            boolean none = a == null || b == null || metric.isRatio() && b == 0;
            values.put(group, none ? null : metric.isRatio() ? a / b : a - b);
        }
        return values;
    }

    private Map<List<@Nullable Object>, @Nullable Double> simple(Metric.Simple metric, @Nullable Offset offset) {
        List<Condition> all = new ArrayList<>(asked.where());
        all.addAll(metric.own());
        List<Condition> fields = all.stream().filter(c -> !c.isOfTime()).toList();
        List<Condition> times = all.stream().filter(Condition::isOfTime).toList();
        Map<List<@Nullable Object>, List<Row>> groups = new HashMap<>();
        for (Row row : rows) {
            if (fields.stream().allMatch(c -> c.holds(row))) {
                stand(row, offset, times)
                        .forEach(at -> groups.computeIfAbsent(key(at, row), k -> new ArrayList<>())
                                .add(row));
            }
        }
        Map<List<@Nullable Object>, @Nullable Double> values = new HashMap<>();
        groups.forEach((key, rows) -> values.put(key, aggregate(metric.aggregate(), rows)));
        if (asked.grain() == null && asked.fields().isEmpty()) {
            values.putIfAbsent(List.of(), null); // an aggregate without groups is one row, over no rows too
        }
        if (metric.onSpine() && asked.grain() != null) {
            fill(values, fields, times);
        }
        return values;
    }

    /** The periods in which a row counts; null for the group without a time. */
    private List<@Nullable LocalDate> stand(Row row, @Nullable Offset offset, List<Condition> times) {
        LocalDate at = row.at();
        List<@Nullable LocalDate> periods = new ArrayList<>();
        if (offset == null) {
            boolean counts = at == null ? times.isEmpty() && asked.from() == null : passes(at, times);
            if (counts) {
                periods.add(bucket(at));
            }
            return periods;
        }
        if (at != null) {
            boolean whole = GRAINS.indexOf(asked.grain()) <= GRAINS.indexOf(offset.unit());
            Set<LocalDate> before = new HashSet<>();
            for (LocalDate day : spine) {
                if (passes(day, times) && (!whole || before.add(bucket(day)))) {
                    LocalDate looked = offset.of(whole ? Objects.requireNonNull(bucket(day)) : day);
                    if (looked.equals(whole ? bucket(at) : at)) {
                        periods.add(bucket(day));
                    }
                }
            }
        }
        return periods;
    }

    /** Each period of the spine once, of no group, unless a condition on what is asked by takes it out. */
    private void fill(
            Map<List<@Nullable Object>, @Nullable Double> values, List<Condition> fields, List<Condition> times) {
        Set<LocalDate> with = new HashSet<>();
        values.keySet().forEach(key -> with.add((LocalDate) key.getFirst()));
        if (fields.stream().anyMatch(c -> asked.fields().contains(c.field()))) {
            return;
        }
        for (LocalDate day : spine) {
            LocalDate period = bucket(day);
            if (passes(day, times) && !with.contains(period)) {
                List<@Nullable Object> key = new ArrayList<>(List.of(period));
                asked.fields().forEach(field -> key.add(null));
                values.put(key, null);
            }
        }
    }

    private Map<List<@Nullable Object>, @Nullable Double> cumulative(Metric.Cumulative metric) {
        List<Condition> fields =
                asked.where().stream().filter(c -> !c.isOfTime()).toList();
        List<Condition> times =
                asked.where().stream().filter(Condition::isOfTime).toList();
        Map<List<@Nullable Object>, List<Double>> daily = new HashMap<>();
        for (LocalDate day : spine) {
            if (!passes(day, times)) {
                continue;
            }
            Map<List<@Nullable Object>, List<Row>> groups = new HashMap<>();
            for (Row row : rows) {
                if (row.at() != null
                        && metric.holds(row.at(), day)
                        && fields.stream().allMatch(c -> c.holds(row))) {
                    groups.computeIfAbsent(key(bucket(day), row), k -> new ArrayList<>())
                            .add(row);
                }
            }
            groups.forEach((key, rows) ->
                    daily.computeIfAbsent(key, k -> new ArrayList<>()).add(aggregate(metric.aggregate(), rows)));
        }
        Map<List<@Nullable Object>, @Nullable Double> values = new HashMap<>();
        daily.forEach((key, days) -> values.put(
                key,
                switch (metric.pick()) {
                    case "first" -> days.getFirst();
                    case "last" -> days.getLast();
                    default -> days.stream().mapToDouble(d -> d).average().orElseThrow();
                }));
        return values;
    }

    private boolean passes(LocalDate day, List<Condition> times) {
        boolean inside = asked.from() == null || !day.isBefore(asked.from()) && !day.isAfter(asked.to());
        return inside && times.stream().allMatch(c -> c.holds(day));
    }

    private List<@Nullable Object> key(@Nullable LocalDate period, Row row) {
        List<@Nullable Object> key = new ArrayList<>();
        if (asked.grain() != null) {
            key.add(period);
        }
        asked.fields().forEach(field -> key.add(row.field(field)));
        return key;
    }

    private @Nullable LocalDate bucket(@Nullable LocalDate day) {
        return day == null || asked.grain() == null ? null : bucket(day, asked.grain());
    }

    static LocalDate bucket(LocalDate day, String grain) {
        return switch (grain) {
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> day.withDayOfMonth(1);
            case "quarter" -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case "year" -> day.withDayOfYear(1);
            default -> day;
        };
    }

    private static double aggregate(Aggregate aggregate, List<Row> rows) {
        List<Integer> amounts = rows.stream().map(Row::amount).toList();
        return switch (aggregate) {
            case SUM -> amounts.stream().mapToInt(a -> a).sum();
            case COUNT -> rows.size();
            case MAX -> Collections.max(amounts);
            case PEOPLE ->
                rows.stream()
                        .map(Row::customer)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count();
        };
    }
}

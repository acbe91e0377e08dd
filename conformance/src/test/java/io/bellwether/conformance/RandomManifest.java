package io.bellwether.conformance;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders of customers over some months as a dbt project with a table of days, metrics of chance over them, and questions. */
final class RandomManifest {
    enum Aggregate {
        SUM,
        COUNT,
        MAX,
        PEOPLE
    }

    /** An order with what its customer says of it. */
    record Row(
            @Nullable LocalDate at,
            String size,
            @Nullable String customer,
            @Nullable String country,
            int amount) {
        @Nullable
        String field(String name) {
            return name.equals("order__size") ? size : country;
        }
    }

    /** {@code field = value}, or of metric_time {@code cut(day) >= bound}. */
    record Condition(String field, String grain, String operator, String value) {
        boolean isOfTime() {
            return !grain.isEmpty();
        }

        boolean holds(Row row) {
            return value.equals(row.field(field));
        }

        boolean holds(LocalDate day) {
            int way = NaiveMetricFlow.bucket(day, grain).compareTo(LocalDate.parse(value));
            return switch (operator) {
                case ">=" -> way >= 0;
                case "<" -> way < 0;
                default -> way == 0;
            };
        }

        String template() {
            String name = isOfTime() ? "TimeDimension('metric_time', '" + grain + "')" : "Dimension('" + field + "')";
            return "{{ " + name + " }} " + operator + " '" + value + "'";
        }
    }

    /** So many units back, or to the start of one where the count is 0. */
    record Offset(int count, String unit) {
        LocalDate of(LocalDate day) {
            return switch (count == 0 ? "start" : unit) {
                case "start" -> NaiveMetricFlow.bucket(day, unit);
                case "day" -> day.minusDays(count);
                case "week" -> day.minusWeeks(count);
                case "month" -> day.minusMonths(count);
                default -> day.minus(Period.ofMonths(3 * count));
            };
        }
    }

    sealed interface Metric {
        String name();

        record Simple(
                String name,
                Aggregate aggregate,
                List<Condition> own,
                boolean onSpine,
                @Nullable Integer fill) implements Metric {}

        record Derived(
                String name,
                Simple first,
                @Nullable Offset firstOffset,
                Simple second,
                @Nullable Offset secondOffset,
                boolean isRatio)
                implements Metric {}

        /** A window of so many units; 0 from the start of the unit; of no unit over all that was. */
        record Cumulative(String name, Aggregate aggregate, int count, String unit, String pick) implements Metric {
            boolean holds(LocalDate at, LocalDate day) {
                LocalDate from = unit.isEmpty()
                        ? LocalDate.MIN
                        : count == 0
                                ? NaiveMetricFlow.bucket(day, unit)
                                : new Offset(count, unit).of(day).plusDays(1);
                return !at.isAfter(day) && !at.isBefore(from);
            }
        }
    }

    /** @param from with {@code to}, both included, or null */
    record Asked(
            List<Metric> metrics,
            @Nullable String grain,
            List<String> fields,
            List<Condition> where,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** A Monday; the last of the days is a Sunday and ends a quarter, so that every period is whole. */
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private static final int DAYS = 182;
    private static final List<String> FIELDS = List.of("order__size", "customer__country");

    private final Random random;
    private final List<Row> rows = new ArrayList<>();
    private final List<Metric.Simple> simple = new ArrayList<>();
    private final List<Metric> metrics = new ArrayList<>();

    RandomManifest(long seed) {
        random = new Random(seed * 7_919);
        List<String> countries = List.of("FR", "DE", "");
        rows.add(new Row(FIRST.plusDays(90), "S", "c0", "FR", 3)); // a column without any value has no type
        for (int i = random.nextInt(40); i >= 0; i--) {
            int who = random.nextInt(7);
            String country = who > 4 ? "" : countries.get(who % 3);
            rows.add(new Row(
                    random.nextInt(12) == 0 ? null : FIRST.plusDays(20L + random.nextInt(140)),
                    random.nextBoolean() ? "S" : "L",
                    who == 6 ? null : "c" + who,
                    country.isEmpty() ? null : country,
                    1 + random.nextInt(9)));
        }
        for (int i = 0; i < 4; i++) {
            simple.add(simple("m" + i, i > 1));
        }
        metrics.addAll(simple);
        for (int i = 0; i < 4; i++) {
            metrics.add(derived("d" + i));
            metrics.add(cumulative("c" + i));
        }
    }

    List<Row> rows() {
        return rows;
    }

    static List<LocalDate> spine() {
        return FIRST.datesUntil(FIRST.plusDays(DAYS)).toList();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Metric.Simple simple(String name, boolean filtered) {
        List<Condition> own = new ArrayList<>();
        if (filtered) {
            own.add(condition(random.nextBoolean()));
        }
        boolean onSpine = random.nextBoolean();
        Integer fill = onSpine && random.nextBoolean() ? random.nextInt(2) * 5 : null;
        return new Metric.Simple(name, any(List.of(Aggregate.SUM, Aggregate.COUNT, Aggregate.MAX)), own, onSpine, fill);
    }

    private Metric derived(String name) {
        Metric.Simple a = simple.get(random.nextInt(2));
        Metric.Simple b = simple.get(random.nextInt(2));
        boolean ratio = random.nextInt(3) == 0;
        return new Metric.Derived(name, a, null, b, ratio ? null : offset(), ratio);
    }

    private Offset offset() {
        return random.nextInt(4) == 0
                ? new Offset(0, any(List.of("month", "quarter")))
                : new Offset(1 + random.nextInt(3), any(List.of("day", "week", "month", "quarter")));
    }

    private Metric cumulative(String name) {
        int kind = random.nextInt(3);
        String unit = kind == 2 ? "" : any(List.of("day", "week", "month"));
        return new Metric.Cumulative(
                name,
                any(List.of(Aggregate.SUM, Aggregate.PEOPLE, Aggregate.MAX)),
                kind == 0 ? 1 + random.nextInt(4) : 0,
                kind == 1 && unit.equals("day") ? "week" : unit,
                any(List.of("first", "last", "average")));
    }

    private Condition condition(boolean ofTime) {
        if (!ofTime) {
            String field = any(FIELDS);
            return new Condition(
                    field, "", "=", any(field.equals("order__size") ? List.of("S", "L") : List.of("FR", "DE")));
        }
        String grain = any(List.of("day", "week", "month"));
        String operator = any(List.of(">=", "<", "="));
        LocalDate day = FIRST.plusDays(20L + random.nextInt(140));
        return new Condition(
                "", grain, operator, NaiveMetricFlow.bucket(day, grain).toString());
    }

    Asked question() {
        Metric metric = any(metrics);
        boolean moves = !(metric instanceof Metric.Simple);
        String grain = moves || random.nextInt(4) > 0 ? any(List.of("day", "week", "month", "quarter")) : null;
        if (metric instanceof Metric.Derived d && d.secondOffset() != null && !isClear(d.secondOffset(), grain)) {
            grain = "day";
        }
        List<Metric> all = new ArrayList<>(List.of(metric));
        if (!moves && random.nextBoolean()) {
            simple.stream().filter(m -> m != metric).findFirst().ifPresent(all::add);
        }
        List<String> fields =
                FIELDS.stream().filter(f -> random.nextInt(3) == 0).toList();
        List<Condition> where = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            where.add(condition(random.nextBoolean()));
        }
        LocalDate from = random.nextInt(3) > 0 ? null : FIRST.plusDays(20L + random.nextInt(100));
        LocalDate to = from == null ? null : from.plusDays(random.nextInt(60));
        if (from != null && grain != null) {
            from = NaiveMetricFlow.bucket(from, grain);
            LocalDate end = to;
            to = spine().stream()
                    .filter(d -> !d.isBefore(end))
                    .filter(lastOf(grain))
                    .findFirst()
                    .orElseThrow();
        }
        return new Asked(all, grain, fields, where, from, to);
    }

    private static java.util.function.Predicate<LocalDate> lastOf(String grain) {
        return day -> !NaiveMetricFlow.bucket(day, grain).equals(NaiveMetricFlow.bucket(day.plusDays(1), grain));
    }

    /** A week lies in no month, and the start of a period within a longer one is none that is asked for. */
    private static boolean isClear(Offset offset, @Nullable String grain) {
        boolean longer = !List.of("day", "week").contains(offset.unit());
        boolean start = offset.count() == 0 && offset.unit().equals("month") && "quarter".equals(grain);
        return !(longer && "week".equals(grain)) && !start;
    }

    String orders() {
        StringBuilder text = new StringBuilder("id,at,size,customer,amount\n");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            text.append("%d,%s,%s,%s,%d\n"
                    .formatted(
                            i,
                            row.at() == null ? "" : row.at(),
                            row.size(),
                            row.customer() == null ? "" : row.customer(),
                            row.amount()));
        }
        return text.toString();
    }

    static String customers() {
        return "id,country\nc0,FR\nc1,DE\nc2,\nc3,FR\nc4,DE\nc8,FR\n";
    }

    static String days() {
        return spine().stream().map(LocalDate::toString).collect(Collectors.joining("\n", "day\n", "\n"));
    }

    String manifest() {
        String measures = List.of(Aggregate.values()).stream()
                .map(RandomManifest::measure)
                .collect(Collectors.joining(","));
        String texts = metrics.stream().map(RandomManifest::text).collect(Collectors.joining(",\n"));
        return """
                {"semantic_models": [
                 {"name": "orders", "node_relation": {"schema_name": "s", "alias": "orders"}, "defaults": {"agg_time_dimension": "at"},
                  "entities": [{"name": "order", "type": "primary", "expr": "id"}, {"name": "customer", "type": "foreign"}],
                  "dimensions": [{"name": "at", "type": "time", "type_params": {"time_granularity": "day"}}, {"name": "size", "type": "categorical"}],
                  "measures": [%s]},
                 {"name": "customers", "node_relation": {"schema_name": "s", "alias": "customers"},
                  "entities": [{"name": "customer", "type": "primary", "expr": "id"}],
                  "dimensions": [{"name": "country", "type": "categorical"}]}],
                 "metrics": [%s],
                 "project_configuration": {"time_spines": [],
                  "time_spine_table_configurations": [{"location": "s.days", "column_name": "day", "grain": "day"}]}}
                """.formatted(measures, texts);
    }

    private static String measure(Aggregate aggregate) {
        String how = switch (aggregate) {
            case SUM -> "\"agg\": \"sum\", \"expr\": \"amount\"";
            case COUNT -> "\"agg\": \"sum\", \"expr\": \"1\"";
            case MAX -> "\"agg\": \"max\", \"expr\": \"amount\"";
            case PEOPLE -> "\"agg\": \"count_distinct\", \"expr\": \"customer\"";
        };
        return "{\"name\": \"" + word(aggregate) + "\", " + how + "}";
    }

    private static String word(Aggregate aggregate) {
        return "a_" + aggregate.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Metric metric) {
        String type = switch (metric) {
            case Metric.Simple m -> "simple";
            case Metric.Derived m -> m.isRatio() ? "ratio" : "derived";
            case Metric.Cumulative m -> "cumulative";
        };
        String parameters = switch (metric) {
            case Metric.Simple m ->
                "\"measure\": {\"name\": \"%s\", \"join_to_timespine\": %s, \"fill_nulls_with\": %s}"
                        .formatted(word(m.aggregate()), m.onSpine(), m.fill());
            case Metric.Derived m
            when m.isRatio() ->
                "\"numerator\": {\"name\": \"%s\"}, \"denominator\": {\"name\": \"%s\"}"
                        .formatted(m.first().name(), m.second().name());
            case Metric.Derived m ->
                "\"expr\": \"a - b\", \"metrics\": [%s, %s]"
                        .formatted(input(m.first(), "a", m.firstOffset()), input(m.second(), "b", m.secondOffset()));
            case Metric.Cumulative m ->
                "\"measure\": {\"name\": \"%s\"}, \"cumulative_type_params\": {%s\"period_agg\": \"%s\"}"
                        .formatted(word(m.aggregate()), window(m), m.pick());
        };
        String filters = metric instanceof Metric.Simple m
                ? m.own().stream()
                        .map(c -> "{\"where_sql_template\": \"" + c.template() + "\"}")
                        .collect(Collectors.joining(","))
                : "";
        return "{\"name\": \"%s\", \"type\": \"%s\", \"type_params\": {%s}, \"filter\": {\"where_filters\": [%s]}}"
                .formatted(metric.name(), type, parameters, filters);
    }

    private static String window(Metric.Cumulative metric) {
        if (metric.unit().isEmpty()) {
            return "";
        }
        return metric.count() == 0
                ? "\"grain_to_date\": \"" + metric.unit() + "\", "
                : "\"window\": {\"count\": " + metric.count() + ", \"granularity\": \"" + metric.unit() + "\"}, ";
    }

    private static String input(Metric.Simple metric, String alias, @Nullable Offset offset) {
        String back = offset == null
                ? ""
                : offset.count() == 0
                        ? ", \"offset_to_grain\": \"" + offset.unit() + "\""
                        : ", \"offset_window\": {\"count\": " + offset.count() + ", \"granularity\": \"" + offset.unit()
                                + "\"}";
        return "{\"name\": \"" + metric.name() + "\", \"alias\": \"" + alias + "\"" + back + "}";
    }
}

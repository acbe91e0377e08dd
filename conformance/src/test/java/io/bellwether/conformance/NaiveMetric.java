package io.bellwether.conformance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A metric as our definitions say it, and as a person would compute it from the rows. */
sealed interface NaiveMetric {
    /**
     * @param of what is aggregated of a row
     * @param keep which rows count, beside those of the question
     */
    record Aggregate(
            String fact,
            String function,
            Function<Map<String, @Nullable Object>, @Nullable Object> of,
            Predicate<Map<String, @Nullable Object>> keep)
            implements NaiveMetric {
        Aggregate(String fact, String function, String column, Predicate<Map<String, @Nullable Object>> keep) {
            this(fact, function, (Map<String, @Nullable Object> row) -> row.get(column), keep);
        }
    }

    /** The last so many days or months at the end of a period. */
    record Rolling(NaiveMetric of, int count, String unit) implements NaiveMetric {}

    /** Of a period the first or last day whose window has rows, or the mean of all such days. */
    record Picked(NaiveMetric of, int days, String pick) implements NaiveMetric {}

    record ToDate(NaiveMetric of, String unit) implements NaiveMetric {}

    record AllTime(NaiveMetric of) implements NaiveMetric {}

    record Offset(NaiveMetric of, int count, String unit) implements NaiveMetric {}

    /** @param by per what the moment is looked for */
    record Level(Aggregate of, String choice, List<String> by) implements NaiveMetric {}

    /** The value at the first day of the period. */
    record AtStart(NaiveMetric of, String unit) implements NaiveMetric {}

    /** Of the values of others. */
    record Formula(List<NaiveMetric> inputs, Function<List<@Nullable BigDecimal>, @Nullable BigDecimal> of)
            implements NaiveMetric {}

    record Filled(NaiveMetric of) implements NaiveMetric {}

    record Ratio(NaiveMetric above, NaiveMetric below) implements NaiveMetric {}

    record Minus(NaiveMetric one, NaiveMetric other) implements NaiveMetric {}

    /**
     * Orders within so many days of a customer's latest visit before them.
     *
     * @param from which visits count
     * @param to which orders
     * @param same whether an order's channel must be the visit's source
     */
    record Followed(
            int days,
            boolean rate,
            Predicate<Map<String, @Nullable Object>> from,
            Predicate<Map<String, @Nullable Object>> to,
            boolean same)
            implements NaiveMetric {}

    /** The facts whose rows it counts. */
    default List<String> facts() {
        return switch (this) {
            case Aggregate m -> List.of(m.fact());
            case Rolling m -> m.of().facts();
            case Picked m -> m.of().facts();
            case ToDate m -> m.of().facts();
            case AllTime m -> m.of().facts();
            case Offset m -> m.of().facts();
            case Level m -> m.of().facts();
            case Filled m -> m.of().facts();
            case Ratio m ->
                java.util.stream.Stream.concat(m.above().facts().stream(), m.below().facts().stream())
                        .distinct()
                        .toList();
            case Minus m ->
                java.util.stream.Stream.concat(m.one().facts().stream(), m.other().facts().stream())
                        .distinct()
                        .toList();
            case AtStart m -> m.of().facts();
            case Formula m ->
                m.inputs().stream()
                        .flatMap(input -> input.facts().stream())
                        .distinct()
                        .toList();
            case Followed ignored -> List.of("visits");
        };
    }

    /** The one aggregate that it makes windows or offsets of, if it is so simple. */
    default Optional<Aggregate> leaf() {
        return switch (this) {
            case Aggregate m -> Optional.of(m);
            case Rolling m -> m.of().leaf();
            case ToDate m -> m.of().leaf();
            case AllTime m -> m.of().leaf();
            case Offset m -> m.of().leaf();
            case Picked ignored -> Optional.empty();
            case Level ignored -> Optional.empty();
            case Filled ignored -> Optional.empty();
            case Ratio ignored -> Optional.empty();
            case Minus ignored -> Optional.empty();
            case AtStart ignored -> Optional.empty();
            case Formula ignored -> Optional.empty();
            case Followed ignored -> Optional.empty();
        };
    }

    /** Whether other rows than those of a period make its value. */
    default boolean moves() {
        return switch (this) {
            case Aggregate ignored -> false;
            case Rolling ignored -> true;
            case Picked ignored -> true;
            case ToDate ignored -> true;
            case AllTime ignored -> true;
            case Offset ignored -> true;
            case Level ignored -> false;
            case Filled m -> m.of().moves();
            case Ratio m -> m.above().moves() || m.below().moves();
            case Minus m -> m.one().moves() || m.other().moves();
            case AtStart ignored -> true;
            case Formula m -> m.inputs().stream().anyMatch(NaiveMetric::moves);
            case Followed ignored -> false;
        };
    }

    /** An aggregate of values; null where there are none. */
    static @Nullable BigDecimal of(String function, List<BigDecimal> values) {
        if (values.isEmpty()) {
            return null;
        }
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (function) {
            case "count" -> BigDecimal.valueOf(n);
            case "distinct" -> BigDecimal.valueOf(values.stream().distinct().count());
            case "sum" -> sum;
            case "avg" -> sum.divide(BigDecimal.valueOf(n), java.math.MathContext.DECIMAL64);
            case "min" -> sorted.getFirst();
            case "max" -> sorted.getLast();
            case "median" ->
                sorted.get((n - 1) / 2).add(sorted.get(n / 2)).divide(BigDecimal.TWO, java.math.MathContext.DECIMAL64);
            case "p10" -> sorted.get((int) Math.ceil(0.1 * n) - 1);
            case "p75" -> sorted.get((int) Math.ceil(0.75 * n) - 1);
            case "p30" -> between(sorted, 0.3 * (n - 1));
            case "sum_distinct" -> values.stream().distinct().reduce(BigDecimal.ZERO, BigDecimal::add);
            case "variance" ->
                n < 2
                        ? null
                        : values.stream()
                                .map(v ->
                                        v.subtract(sum.divide(BigDecimal.valueOf(n), java.math.MathContext.DECIMAL64)))
                                .map(v -> v.multiply(v))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(n - 1L), java.math.MathContext.DECIMAL64);
            default -> throw new IllegalArgumentException(function);
        };
    }

    private static BigDecimal between(List<BigDecimal> sorted, double place) {
        int low = (int) Math.floor(place);
        int high = (int) Math.ceil(place);
        BigDecimal step = sorted.get(high).subtract(sorted.get(low));
        return sorted.get(low).add(step.multiply(BigDecimal.valueOf(place - low)));
    }
}

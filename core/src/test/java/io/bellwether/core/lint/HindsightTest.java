package io.bellwether.core.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.lint.Past.Change;
import io.bellwether.core.lint.Past.Goal;
import io.bellwether.core.lint.Past.OfKpi;
import io.bellwether.core.lint.Past.Verdict;
import io.bellwether.core.source.SourceFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules over the past, each at its edge. The KPIs are looked at weekly. */
class HindsightTest {
    private static final Catalog CATALOG = Lint.check(List.of(new SourceFile("w.yml", Cleaned.TEXT)), Cleaned::columns)
            .catalog()
            .orElseThrow();
    private static final Goal AT_LEAST_TEN = new Goal(BigDecimal.TEN, null);

    private static List<BigDecimal> repeat(int n, int value) {
        return Collections.nCopies(n, BigDecimal.valueOf(value));
    }

    private static List<BigDecimal> join(List<BigDecimal> a, List<BigDecimal> b) {
        List<BigDecimal> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static OfKpi met(List<BigDecimal> comparable, List<BigDecimal> endings) {
        return new OfKpi(
                AT_LEAST_TEN, comparable, endings, List.of(), List.of(), List.of(), null, null, null, null, List.of());
    }

    private static OfKpi ended(Verdict... verdicts) {
        return new OfKpi(
                null, List.of(), List.of(), List.of(), List.of(), List.of(verdicts), null, null, null, null, List.of());
    }

    private static OfKpi moving(List<BigDecimal> weeks) {
        return new OfKpi(null, List.of(), List.of(), weeks, List.of(), List.of(), null, null, null, null, List.of());
    }

    private static OfKpi seen(String began, String review) {
        LocalDate last = review == null ? null : LocalDate.parse(review);
        return new OfKpi(
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                LocalDate.parse(began),
                null,
                null,
                last,
                List.of());
    }

    private static List<String> codes(OfKpi past) {
        return codes(Map.of("takings_2026", past), false);
    }

    private static List<String> codes(Map<String, OfKpi> kpis, boolean reviewed) {
        return findings(kpis, Map.of(), reviewed).stream().map(Finding::code).toList();
    }

    private static List<Finding> findings(
            Map<String, OfKpi> kpis, Map<String, Past.Trouble> troubles, boolean reviewed) {
        var calendar = CATALOG.workspace().calendar();
        return Hindsight.findings(CATALOG, new Past(kpis, troubles, reviewed, calendar, Cleaned.TODAY));
    }

    @Test
    void k116NothingLeadsThere() {
        assertThat(codes(met(repeat(2, 9), repeat(20, 9)))).containsExactly("K116");
        assertThat(codes(met(repeat(2, 9), repeat(19, 9))))
                .as("not enough history")
                .isEmpty();
        assertThat(codes(met(List.of(), repeat(20, 9))))
                .as("nothing comparable")
                .isEmpty();
        assertThat(codes(met(join(repeat(2, 9), repeat(1, 10)), repeat(20, 9))))
                .as("reached once")
                .isEmpty();
        assertThat(codes(met(repeat(2, 9), join(repeat(19, 9), repeat(1, 10)))))
                .as("5 % is not less")
                .isEmpty();
        assertThat(codes(met(repeat(2, 9), join(repeat(20, 9), repeat(1, 10)))))
                .as("4.8 % is")
                .containsExactly("K116");
    }

    @Test
    void k117NothingNew() {
        assertThat(codes(met(join(repeat(1, 9), repeat(11, 10)), List.of()))).containsExactly("K117");
        assertThat(codes(met(join(repeat(2, 9), repeat(10, 10)), List.of()))).isEmpty();
        assertThat(codes(met(repeat(11, 10), List.of()))).as("eleven of eleven").isEmpty();
        assertThat(codes(met(join(repeat(9, 1), repeat(12, 10)), List.of())))
                .as("the last twelve")
                .containsExactly("K117");
    }

    @Test
    void k120TheSameEndAgain() {
        Verdict a = Verdict.ACHIEVED;
        Verdict m = Verdict.MISSED;
        assertThat(codes(ended(a, m, m, m))).containsExactly("K120");
        assertThat(codes(ended(m, m, m, a))).as("the latest is another").isEmpty();
        assertThat(codes(ended(m, m, Verdict.NEITHER, m))).as("interrupted").isEmpty();
        assertThat(codes(ended(a, a, a, a, a))).isEmpty();
        assertThat(codes(ended(a, a, a, a, a, a))).containsExactly("K120");
    }

    @Test
    void k118MovedQuietly() {
        Change change = new Change(LocalDate.of(2026, 5, 2), "target 100 → 80", "ann@example.com");
        OfKpi past = new OfKpi(
                null, List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, null, List.of(change));
        assertThat(codes(past)).containsExactly("K118");
        assertThat(findings(Map.of("takings_2026", past), Map.of(), false)
                        .getFirst()
                        .problem()
                        .message())
                .endsWith("target 100 → 80 on 2026-05-02, by ann@example.com");
    }

    @Test
    void k119Overdue() {
        assertThat(codes(seen("2026-01-01", "2026-06-16")))
                .as("two weeks ago to the day")
                .isEmpty();
        assertThat(codes(seen("2026-01-01", "2026-06-15"))).containsExactly("K119");
        assertThat(codes(seen("2026-01-01", null))).as("nobody checks in here").isEmpty();
        assertThat(codes(Map.of("takings_2026", seen("2026-01-01", null)), true))
                .containsExactly("K119");
        assertThat(codes(Map.of("takings_2026", seen("2026-06-20", null)), true))
                .as("just begun")
                .isEmpty();
    }

    @Test
    void k114AsOne() {
        Random dice = new Random(1);
        List<BigDecimal> walk = IntStream.range(0, 30)
                .mapToObj(i -> BigDecimal.valueOf(dice.nextInt(1_000)))
                .toList();
        List<BigDecimal> twice =
                walk.stream().map(v -> v.multiply(BigDecimal.valueOf(-2))).toList();
        List<BigDecimal> other = IntStream.range(0, 30)
                .mapToObj(i -> BigDecimal.valueOf(dice.nextInt(1_000)))
                .toList();
        assertThat(codes(pair(walk, twice), false)).containsExactly("K114");
        assertThat(codes(pair(walk, other), false)).isEmpty();
        assertThat(codes(pair(walk.subList(0, 19), twice.subList(0, 19)), false))
                .as("too short")
                .isEmpty();
        assertThat(codes(pair(walk, repeat(30, 5)), false))
                .as("one that never moves")
                .isEmpty();
        assertThat(codes(pair(walk, twice.subList(5, 30)), false))
                .as("the newest side by side")
                .containsExactly("K114");
    }

    private static Map<String, OfKpi> pair(List<BigDecimal> a, List<BigDecimal> b) {
        Map<String, OfKpi> kpis = new LinkedHashMap<>();
        kpis.put("takings_2026", moving(a));
        kpis.put("orders_2026", moving(b));
        return kpis;
    }

    /** Anscombe's quartet: four sets with the published correlation 0.816, here the first, three times over. */
    @Test
    void theCorrelationIsPearsons() {
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        double[] xs = IntStream.range(0, 33).mapToDouble(i -> x[i % 11]).toArray();
        double[] ys = IntStream.range(0, 33).mapToDouble(i -> y[i % 11]).toArray();
        assertThat(MovingAsOne.correlation(xs, ys)).isCloseTo(0.81642, within(1e-5));
        xs[4] = Double.NaN;
        assertThat(MovingAsOne.correlation(xs, ys))
                .as("what one lacks is left out")
                .isBetween(0.8, 0.83);
    }

    @Test
    void k123AndK124AreOfTheDataset() {
        Map<String, Past.Trouble> late =
                Map.of("sales", new Past.Trouble("the last row is of May", List.of("3 rows break it")));
        assertThat(findings(Map.of(), late, false))
                .extracting(f -> f.code() + " " + f.subject().name())
                .containsExactly("K123 sales", "K124 sales");
    }
}

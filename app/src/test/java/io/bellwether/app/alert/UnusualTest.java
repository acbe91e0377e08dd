package io.bellwether.app.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnusualTest {
    private static List<BigDecimal> values(double... numbers) {
        List<BigDecimal> values = new ArrayList<>();
        for (double number : numbers) {
            values.add(BigDecimal.valueOf(number));
        }
        return values;
    }

    /** By hand: the median of the ten is (2.4 + 2.5) / 2 = 2.45, that of their distances from it 0.15. */
    @Test
    void theScoreIsThatOfIglewiczAndHoaglin() {
        var found = Unusual.of(values(2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3, 2.6), Grain.YEAR);
        assertThat(found.score()).isCloseTo(0.6745 * (2.6 - 2.45) / 0.15, within(1e-9));
        assertThat(found.comparable()).isEqualTo(10);
        assertThat(found.isUnusual()).isFalse();
        var far = Unusual.of(values(2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 2.2, 8.3, 9.2), Grain.YEAR);
        assertThat(far.isUnusual()).isTrue();
    }

    @Test
    void littleHistoryRaisesNoAlarm() {
        assertThat(Unusual.of(values(1, 1, 1, 1, 1, 1, 1, 1000), Grain.YEAR).score())
                .isNull();
        assertThat(Unusual.of(List.of(), Grain.DAY).score()).isNull();
    }

    /** Sundays are low each week: a low Sunday is usual, a low Tuesday is not. */
    @Test
    void aDayIsHeldAgainstItsWeekday() {
        Random dice = new Random(7);
        List<BigDecimal> days = new ArrayList<>();
        IntStream.range(0, 7 * 20)
                .forEach(i -> days.add(BigDecimal.valueOf((i % 7 == 6 ? 100 : 1_000) + dice.nextInt(20))));
        assertThat(Unusual.of(days, Grain.DAY).isUnusual()).as("a Sunday").isFalse();
        days.add(BigDecimal.valueOf(105));
        assertThat(Unusual.of(days, Grain.DAY).isUnusual())
                .as("a Monday like a Sunday")
                .isTrue();
    }

    /** Each December is three times as high; with years enough that is expected. */
    @Test
    void aMonthIsHeldAgainstTheSameMonthOfTheYearBefore() {
        Random dice = new Random(11);
        List<BigDecimal> months = new ArrayList<>();
        IntStream.range(0, 36)
                .forEach(i -> months.add(BigDecimal.valueOf((i % 12 == 11 ? 3_000 : 1_000) + dice.nextInt(50))));
        assertThat(Unusual.of(months, Grain.MONTH).isUnusual()).as("December").isFalse();
        months.set(35, BigDecimal.valueOf(1_010));
        assertThat(Unusual.of(months, Grain.MONTH).isUnusual())
                .as("a December like a November")
                .isTrue();
    }

    @Test
    void aSeriesThatNeverMovedIsLeftByAnyMove() {
        double[] flat = new double[20];
        java.util.Arrays.fill(flat, 99.9);
        assertThat(Unusual.of(values(flat), Grain.YEAR).isUnusual()).isFalse();
        flat[19] = 99.8;
        assertThat(Unusual.of(values(flat), Grain.YEAR).isUnusual()).isTrue();
    }

    /** Published: Φ(1.96) = 0.9750021, Φ(−1) = 0.1586553. */
    @Test
    void theNormalDistributionIsThatOfTheTables() {
        assertThat(Chance.normal(1.96)).isCloseTo(0.9750021, within(1e-6));
        assertThat(Chance.normal(-1)).isCloseTo(0.1586553, within(1e-6));
    }

    /** Four coins, three heads or more: 5/16; a fair coin is 9 of 18 + 2. */
    @Test
    void theChanceToHoldIsBinomial() {
        assertThat(Chance.holding(9, 18, 3, 4)).isCloseTo(5.0 / 16, within(1e-12));
        assertThat(Chance.holding(9, 18, 5, 4)).isZero();
        assertThat(Chance.holding(9, 18, 0, 4)).isEqualTo(1);
    }

    @Test
    void theChanceOnTheWayGrowsWithWhatPeriodsAdd() {
        List<BigDecimal> added = values(90, 110, 100, 95, 105, 100, 98, 102);
        assertThat(Chance.onTheWay(added, 400, 4)).isCloseTo(0.5, within(1e-9));
        assertThat(Chance.onTheWay(added, 440, 4)).isLessThan(0.01);
        assertThat(Chance.onTheWay(added, 0, 0)).isEqualTo(1);
    }
}

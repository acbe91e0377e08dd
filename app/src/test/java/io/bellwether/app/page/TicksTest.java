package io.bellwether.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void moneyInRoundAmounts() {
        assertThat(texts(new Unit.Currency("GBP"), "12000", "1290000")).containsExactly("£0", "£500k", "£1M", "£1.5M");
    }

    @Test
    void sharesAsPercent() {
        assertThat(texts(new Unit.Percent(), "0.035", "0.0595")).containsExactly("3 %", "4 %", "5 %", "6 %");
    }

    @Test
    void durationsInWholeHoursAndMinutes() {
        assertThat(texts(new Unit.Duration(ChronoUnit.SECONDS), "10800", "16560"))
                .containsExactly("3 h", "3 h 30 min", "4 h", "4 h 30 min", "5 h");
    }

    @Test
    void countsNeverInHalves() {
        assertThat(texts(new Unit.Count(), "1", "2")).containsExactly("1", "2");
    }

    @Test
    void oneValueAloneStillHasAnAxis() {
        assertThat(Ticks.of(List.of(BigDecimal.ZERO), new Unit.Ratio())).isNotEmpty();
        assertThat(Ticks.of(List.of(), new Unit.Ratio())).isEmpty();
    }

    /** Few enough to read, and around all values. */
    @Property(tries = 300)
    void ticksEmbraceTheValues(
            @ForAll @Size(min = 1, max = 5)
                    List<@BigRange(min = "-1000000000", max = "1000000000") @Scale(4) BigDecimal> values) {
        var ticks = Ticks.of(values, new Unit.Ratio());
        assertThat(ticks).hasSizeBetween(1, 8);
        assertThat(ticks.getFirst().value())
                .isLessThanOrEqualTo(values.stream().reduce(BigDecimal::min).orElseThrow());
        assertThat(ticks.getLast().value())
                .isGreaterThanOrEqualTo(values.stream().reduce(BigDecimal::max).orElseThrow());
    }

    private static List<String> texts(Unit unit, String... values) {
        return Ticks.of(Stream.of(values).map(BigDecimal::new).toList(), unit).stream()
                .map(tick -> tick.text().replace('\u00a0', ' '))
                .toList();
    }
}

package io.bellwether.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class AsOfTest {
    private final Calendar berlin = new Calendar(ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, Month.JANUARY);

    @Test
    void aDateMeansTheEndOfThatDay() {
        AsOf asOf = AsOf.date(LocalDate.parse("2026-11-14"));
        assertThat(asOf.seenBefore()).isEqualTo("2026-11-15T00:00");
        assertThat(asOf.text()).isEqualTo("14 Nov 2026");
        assertThat(asOf.day()).isEqualTo("2026-11-14");
    }

    @Test
    void anInstantIncludesTheRowsAtIt() {
        AsOf asOf = AsOf.instant(Instant.parse("2026-11-14T09:30:00.123456789Z"), berlin);
        assertThat(asOf.seenBefore()).isEqualTo("2026-11-14T10:30:00.123457");
        assertThat(asOf.text()).isEqualTo("14 Nov 2026, 10:30");
    }

    @Test
    void anInstantInTheHourThatTheClockRepeatsStaysThatInstant() {
        for (String text : new String[] {"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"}) {
            Instant instant = Instant.parse(text);
            AsOf asOf = AsOf.instant(instant, berlin);
            assertThat(asOf.seenBefore().truncatedTo(ChronoUnit.MICROS)).isEqualTo("2026-10-25T02:30:00.000001");
            assertThat(AsOf.instant(asOf.seenBefore(), berlin.zone())).isEqualTo(instant.plus(1, ChronoUnit.MICROS));
            assertThat(asOf.text()).isEqualTo("25 Oct 2026, 02:30");
        }
        assertThat(AsOf.date(LocalDate.parse("2026-10-25")).seenBefore()).isEqualTo("2026-10-26T00:00");
    }

    @Test
    void readsItsLabel() {
        for (String text : new String[] {"2026-11-14", "2026-11-14T09:30:00Z", "2026-11-14T10:30:00+01:00"}) {
            AsOf asOf = AsOf.parse(text, berlin).orElseThrow();
            assertThat(AsOf.parse(asOf.label(), berlin)).contains(asOf);
        }
        assertThat(AsOf.parse("2026-02-30", berlin)).isEmpty();
        assertThat(AsOf.parse("yesterday", berlin)).isEmpty();
        assertThat(AsOf.parse("2026-11-14T09:30", berlin)).isEmpty();
    }
}

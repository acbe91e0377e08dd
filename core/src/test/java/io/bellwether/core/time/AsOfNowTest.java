package io.bellwether.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What a day means, by the clock. */
class AsOfNowTest {
    private static final Calendar TOKYO = new Calendar(ZoneId.of("Asia/Tokyo"), DayOfWeek.MONDAY, Month.JANUARY);

    /** 21:33 on 30 November in Tokyo. */
    private static final Instant NOW = Instant.parse("2026-11-30T12:33:00Z");

    @Test
    void todayIsNowAndADayThatIsOverItsEnd() {
        assertThat(AsOf.parse("2026-11-30", TOKYO, NOW).orElseThrow().moment())
                .isEqualTo(LocalDateTime.parse("2026-11-30T21:33"));
        assertThat(AsOf.parse("2026-11-29", TOKYO, NOW).orElseThrow().seenBefore())
                .isEqualTo(LocalDateTime.parse("2026-11-30T00:00"));
        assertThat(AsOf.parse("2026-11-29T10:00:00Z", TOKYO, NOW).orElseThrow().moment())
                .isEqualTo(LocalDateTime.parse("2026-11-29T19:00"));
        assertThat(AsOf.of(LocalDate.parse("2026-12-01"), NOW, TOKYO).seenBefore())
                .isEqualTo(LocalDateTime.parse("2026-12-02T00:00"));
    }

    @Test
    void whatLiesAheadIsNotPast() {
        assertThat(AsOf.parse("2026-11-30", TOKYO, NOW).orElseThrow().isPast(NOW, TOKYO))
                .isTrue();
        assertThat(AsOf.date(LocalDate.parse("2026-11-29")).isPast(NOW, TOKYO)).isTrue();
        assertThat(AsOf.date(LocalDate.parse("2026-11-30")).isPast(NOW, TOKYO)).isFalse();
    }

    @Test
    void silenceNeverMakesANumber() {
        AsOf asOf = AsOf.date(LocalDate.parse("2026-04-15"));
        LocalDateTime first = LocalDateTime.parse("2026-01-05T00:00");
        // Rows each week up to 13 April: March is known, and so is April as far as it has come.
        Completeness weekly = Completeness.of(asOf, null, first, LocalDateTime.parse("2026-04-13T00:00"), TOKYO)
                .withSilence(7)
                .by(Grain.MONTH, asOf, TOKYO);
        assertThat(weekly.mark()).isEqualTo("2026-04-16T00:00");
        assertThat(weekly.stale()).isFalse();
        // The last row lies 8 days from the end of March.
        Completeness late = Completeness.of(asOf, null, first, LocalDateTime.parse("2026-03-24T00:00"), TOKYO)
                .withSilence(7)
                .by(Grain.MONTH, asOf, TOKYO);
        assertThat(late.mark()).isEqualTo("2026-03-31T00:00");
        assertThat(late.stale()).isTrue();
        // Seven days: March counts, April has no row and is not over.
        Completeness just = Completeness.of(asOf, null, first, LocalDateTime.parse("2026-03-25T00:00"), TOKYO)
                .withSilence(7)
                .by(Grain.MONTH, asOf, TOKYO);
        assertThat(just.mark()).isEqualTo("2026-04-01T00:00");
        assertThat(just.stale()).isFalse();
        // Of too few days one period of the cadence is usual.
        Completeness few = Completeness.of(asOf, null, first, LocalDateTime.parse("2026-01-19T00:00"), TOKYO)
                .withSilence(0)
                .by(Grain.MONTH, asOf, TOKYO);
        assertThat(few.mark()).isEqualTo("2026-02-01T00:00");
        assertThat(few.stale()).isTrue();
        Completeness never = Completeness.of(
                        asOf, java.time.Period.ZERO, first, LocalDateTime.parse("2026-01-19T00:00"), TOKYO)
                .by(Grain.MONTH, asOf, TOKYO);
        assertThat(never.mark()).isEqualTo("2026-04-16T00:00");
        assertThat(never.stale()).isFalse();
    }

    @Test
    void theLastInstantIsTheOneThatWasSaidOrTheLastOfTheDay() {
        var berlin = new Calendar(ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, Month.JANUARY);
        assertThat(AsOf.date(LocalDate.of(2026, 7, 1)).lastInstant(berlin))
                .isEqualTo(Instant.parse("2026-07-01T21:59:59.999999Z"));
        // In the hour that the clock repeats, the second of the two.
        assertThat(AsOf.parse("2026-10-25T02:30:00+01:00", berlin).orElseThrow().lastInstant(berlin))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }
}

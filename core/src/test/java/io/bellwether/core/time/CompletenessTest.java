package io.bellwether.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletenessTest {
    private final Calendar utc = new Calendar(ZoneId.of("UTC"), DayOfWeek.MONDAY, Month.JANUARY);

    @ParameterizedTest
    @CsvSource({
        // expected, as of,                last row,            complete before,     stale
        "P1D,       2026-11-14,            2026-11-14T17:00:00, 2026-11-15T00:00:00, false",
        "P1D,       2026-11-14,            2026-11-13T17:00:00, 2026-11-14T00:00:00, false",
        "P1D,       2026-11-14,            2026-11-12T17:00:00, 2026-11-13T00:00:00, true",
        "P1D,       2026-11-14T12:00:00Z,  2026-11-13T17:00:00, 2026-11-14T00:00:00, false",
        "P1D,       2026-11-14T12:00:00Z,  2026-11-12T17:00:00, 2026-11-13T00:00:00, true",
        "P1D,       2026-11-14T12:00:00Z,  2026-11-14T09:00:00, 2026-11-14T12:00:00.000001, false",
        // weeks from Monday 9 November
        "P7D,       2026-11-22,            2026-11-11T00:00:00, 2026-11-16T00:00:00, false",
        "P7D,       2026-11-23,            2026-11-11T00:00:00, 2026-11-16T00:00:00, true",
        "P1M,       2026-11-14,            2026-09-30T00:00:00, 2026-10-01T00:00:00, true",
        "P1M,       2026-11-14,            2026-10-02T00:00:00, 2026-11-01T00:00:00, false",
        "P3M,       2026-11-14,            2026-07-01T00:00:00, 2026-10-01T00:00:00, false",
        "P1Y,       2026-11-14,            2025-01-01T00:00:00, 2026-01-01T00:00:00, false",
        "P3D,       2026-11-14,            2026-11-11T08:00:00, 2026-11-12T00:00:00, false",
        "P3D,       2026-11-15,            2026-11-11T08:00:00, 2026-11-12T00:00:00, true",
        "PT6H,      2026-11-14T16:00:00Z,  2026-11-14T07:00:00, 2026-11-14T12:00:00, false",
        "PT6H,      2026-11-14T18:00:00Z,  2026-11-14T07:00:00, 2026-11-14T12:00:00, true",
        "PT24H,     2026-11-14,            2026-11-13T17:00:00, 2026-11-14T00:00:00, false",
        "PT5H,      2026-11-14T12:59:00Z,  2026-11-14T07:10:00, 2026-11-14T08:00:00, false",
        "PT48H,     2026-11-14,            2026-11-12T07:10:00, 2026-11-13T00:00:00, false",
    })
    void isCompleteToTheEndOfTheLastExpectedIntervalWithData(
            String every, String asOf, LocalDateTime lastRow, LocalDateTime mark, boolean stale) {
        TemporalAmount amount = every.startsWith("PT") ? Duration.parse(every) : java.time.Period.parse(every);
        Completeness complete = Completeness.of(AsOf.parse(asOf, utc).orElseThrow(), amount, null, lastRow, utc);
        assertThat(complete.mark()).isEqualTo(mark);
        assertThat(complete.stale()).isEqualTo(stale);
    }

    @Test
    void withoutAnExpectationIsCompleteUpToTheAsOf() {
        AsOf asOf = AsOf.instant(Instant.parse("2026-11-14T12:00:00Z"), utc);
        Completeness complete = Completeness.of(asOf, null, null, LocalDateTime.parse("2020-01-01T00:00"), utc);
        assertThat(complete.mark()).isEqualTo(asOf.seenBefore());
        assertThat(complete.stale()).isFalse();
    }

    @Test
    void withoutAnyRowWhereSomeAreExpectedIsStale() {
        AsOf asOf = AsOf.date(LocalDate.parse("2026-11-14"));
        assertThat(Completeness.of(asOf, java.time.Period.ofDays(1), null, null, utc)
                        .stale())
                .isTrue();
    }

    @Test
    void aMetricIsAsCompleteAsItsLeastCompleteDataset() {
        AsOf asOf = AsOf.date(LocalDate.parse("2026-11-14"));
        LocalDateTime first = LocalDateTime.parse("2025-01-01T00:00");
        Completeness daily =
                Completeness.of(asOf, java.time.Period.ofDays(1), first, LocalDateTime.parse("2026-11-14T03:00"), utc);
        Completeness monthly = Completeness.of(
                asOf, java.time.Period.ofMonths(1), first.plusYears(1), LocalDateTime.parse("2026-10-31T03:00"), utc);
        Completeness both = Completeness.of(List.of(daily, monthly), asOf);
        assertThat(both.mark()).isEqualTo("2026-11-01T00:00");
        assertThat(both.firstRow()).isEqualTo("2026-01-01T00:00");
        assertThat(both.lag(asOf)).isEqualTo(Duration.ofDays(14));
        assertThat(Completeness.of(List.of(), asOf)).isEqualTo(Completeness.upTo(asOf.seenBefore()));
    }
}

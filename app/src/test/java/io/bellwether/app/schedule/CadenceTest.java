package io.bellwether.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CadenceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<Instant> next(Cadence cadence, String after, int n) {
        List<Instant> all = new ArrayList<>();
        Instant at = Instant.parse(after);
        for (int i = 0; i < n; i++) {
            at = cadence.next(at);
            all.add(at);
        }
        return all;
    }

    /** 29 March 2026: 02:00 becomes 03:00, so 02:30 is not there; the job runs at 03:30 summer time. */
    @Test
    void aTimeThatTheClockSkipsIsDueRightAfter() {
        var daily = new Cadence.Daily(LocalTime.of(2, 30), BERLIN);
        assertThat(next(daily, "2026-03-27T12:00:00Z", 3))
                .containsExactly(
                        Instant.parse("2026-03-28T01:30:00Z"),
                        Instant.parse("2026-03-29T01:30:00Z"),
                        Instant.parse("2026-03-30T00:30:00Z"));
    }

    /** 25 October 2026: 03:00 becomes 02:00, so 02:30 is there twice; the job runs the first time only. */
    @Test
    void aTimeThatTheClockRepeatsIsDueOnce() {
        var daily = new Cadence.Daily(LocalTime.of(2, 30), BERLIN);
        assertThat(next(daily, "2026-10-24T12:00:00Z", 2))
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void aWeekDayIsThatOfTheZone() {
        var weekly = new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.of(0, 30), ZoneId.of("Pacific/Auckland"));
        assertThat(next(weekly, "2026-11-14T12:00:00Z", 2))
                .containsExactly(Instant.parse("2026-11-15T11:30:00Z"), Instant.parse("2026-11-22T11:30:00Z"));
        assertThat(weekly.text()).isEqualTo("Mondays at 00:30 (Pacific/Auckland)");
    }

    @Test
    void cadencesAreSaidInWords() {
        assertThat(new Cadence.Every(Duration.ofMinutes(15)).text()).isEqualTo("every 15 minutes");
        assertThat(new Cadence.Every(Duration.ofHours(1)).text()).isEqualTo("every hour");
        assertThat(new Cadence.Asked().next(Instant.EPOCH)).isNull();
    }
}

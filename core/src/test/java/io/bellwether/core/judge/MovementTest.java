package io.bellwether.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What a KPI did since a day, like for like. */
class MovementTest {
    private static final Calendar CALENDAR = new Calendar(ZoneOffset.UTC, DayOfWeek.MONDAY, Month.JANUARY);

    @Test
    void asManyDaysOfBothMonthsAreHeldAgainstEachOther() {
        Movement movement = monthly("2026-11-14", "2026-10-20");
        assertThat(movement.windows())
                .containsExactly(window("2026-10-01", "2026-10-15"), window("2026-11-01", "2026-11-15"));
        // The day's number of the year: 1 Oct is the 274th. Fourteen days from there, and from the 305th.
        World days = new World(LocalDate::getDayOfYear, LocalDate.parse("2020-01-01"), LocalDate.parse("2030-12-31"));
        Measured.Delta delta = movement.read(days.sums());
        assertThat(delta.from()).isEqualByComparingTo(BigDecimal.valueOf(14 * 274 + 91));
        assertThat(delta.to()).isEqualByComparingTo(BigDecimal.valueOf(14 * 305 + 91));
        assertThat(delta.note()).isEqualTo("1 Oct – 14 Oct 2026");
    }

    @Test
    void theLastDayOfAMonthBelongsToIt() {
        assertThat(monthly("2026-11-30", "2026-10-31").windows())
                .containsExactly(window("2026-10-01", "2026-11-01"), window("2026-11-01", "2026-12-01"));
    }

    @Test
    void withinOnePeriodNothingCanBeTold() {
        Movement movement = monthly("2026-11-14", "2026-11-01");
        assertThat(movement.windows()).isEmpty();
        assertThat(movement.read(World.ONE_A_DAY.sums())).isNull();
        assertThat(monthly("2026-11-14", "2027-01-01").windows()).isEmpty();
    }

    @Test
    void aValueThatIsMissingTellsNothing() {
        World old = new World(day -> 1, LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-31"));
        assertThat(monthly("2026-11-14", "2026-10-20").read(old.sums())).isNull();
    }

    private static Movement monthly(String asOf, String lastDay) {
        AsOf moment = AsOf.date(LocalDate.parse(asOf));
        var subject = new Subject(World.kpi(null, Direction.UP, Grain.MONTH), new Unit.Count(), true, true, false);
        var setting = new Subject.Setting(CALENDAR, moment, Completeness.upTo(moment.seenBefore()));
        return new Movement(
                subject, setting, LocalDate.parse(lastDay).plusDays(1).atStartOfDay());
    }

    private static TimeWindow window(String from, String to) {
        return new TimeWindow(at(from), at(to));
    }

    private static LocalDateTime at(String day) {
        return LocalDate.parse(day).atStartOfDay();
    }
}

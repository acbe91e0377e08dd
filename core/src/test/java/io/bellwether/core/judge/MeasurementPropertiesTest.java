package io.bellwether.core.judge;

import static io.bellwether.core.judge.Cases.by;
import static io.bellwether.core.judge.Cases.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MeasurementPropertiesTest {
    @Provide
    Arbitrary<Subject> subjects() {
        Arbitrary<Target.Terms> terms = Combinators.combine(
                        Arbitraries.of("2026", "2026-Q3", "2026-11", "2026-W46", "2027-Q1", "2025-03-10..2026-09-09"),
                        Arbitraries.of(new TargetPath.Linear(), new TargetPath.Seasonal(), new TargetPath.Step()),
                        Arbitraries.of(true, false))
                .as((timeframe, path, renewed) -> renewed ? Cases.every(Grain.QUARTER, null) : by(timeframe, path));
        Arbitrary<Target> targets =
                Combinators.combine(terms, Arbitraries.integers().between(0, 5)).as(MeasurementPropertiesTest::target);
        return Combinators.combine(
                        targets,
                        Arbitraries.of(Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER),
                        Arbitraries.of(true, false))
                .as((target, cadence, extensive) -> new Subject(
                        World.kpi(target, Direction.UP, cadence), Cases.NUMBER, extensive, extensive, extensive));
    }

    private static Target target(Target.Terms terms, int kind) {
        return switch (kind) {
            case 0 -> new Target.Reach(number("75"), terms);
            case 1 -> new Target.Change(true, number("0.25"), true, terms);
            case 2 -> new Target.Total(number("400"), terms);
            case 3 -> new Target.AtLeast(number("1"), terms);
            case 4 -> new Target.Between(number("1"), number("2"), terms);
            default -> new Target.FromMetric("planned", terms);
        };
    }

    @Provide
    Arbitrary<Subject.Setting> settings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.integers().between(0, 40))
                .as((day, lag) -> {
                    LocalDate date = LocalDate.parse("2025-06-01").plusDays(day);
                    AsOf asOf = AsOf.date(date);
                    LocalDateTime mark = asOf.seenBefore().minusDays(lag);
                    return new Subject.Setting(
                            Cases.CALENDAR, asOf, new Completeness(mark, lag > 30, mark.minusHours(1), null));
                });
    }

    @Property(tries = 500)
    void noWindowReachesBeyondTheAsOf(
            @ForAll("subjects") Subject subject, @ForAll("settings") Subject.Setting setting) {
        Measurement measurement = new Measurement(subject, setting, true);
        assertThat(measurement.windows())
                .doesNotHaveDuplicates()
                .allMatch(window -> window.start().isBefore(window.end()))
                .allMatch(window -> !window.end().isAfter(setting.asOf().seenBefore()));
        // But for the plan of the whole timeframe and its months, whose rows are seen whatever the as-of.
        Period timeframe = measurement.read(World.ONE_A_DAY.sums()).timeframe();
        assertThat(measurement.goalWindows())
                .doesNotHaveDuplicates()
                .filteredOn(window -> window.end().isAfter(setting.asOf().seenBefore()))
                .allMatch(window -> timeframe != null
                        && !window.start().isBefore(timeframe.start())
                        && !window.end().isAfter(timeframe.end()));
    }

    @Property(tries = 500)
    void asksOnlyForTheWindowsThatItNamed(
            @ForAll("subjects") Subject subject, @ForAll("settings") Subject.Setting setting) {
        Measurement measurement = new Measurement(subject, setting, true);
        Set<TimeWindow> actual = new HashSet<>(measurement.windows());
        Set<TimeWindow> goal = new HashSet<>(measurement.goalWindows());
        Measured measured = measurement.read(Readings.of(
                window -> actual.contains(window) ? World.ONE_A_DAY.sum(window) : fail(window),
                window -> goal.contains(window) ? World.ONE_A_DAY.sum(window) : fail(window)));
        Judgement judgement = measured.judgement();
        assertThat(judgement).isNotNull();
        assertThat(judgement.why()).endsWith(".");
        if (judgement.expected() != null) {
            assertThat(judgement.expected()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
        assertThat(measured.spark()).hasSize(13);
        // A renewed timeframe on its last day is judged, and so is every open one: the row and the judgement agree.
        if (judgement.status().isJudged()) {
            assertThat(judgement.numbers().actual()).isEqualByComparingTo(measured.value());
        }
    }

    @Property(tries = 200)
    void withoutAnyDataNothingIsJudged(
            @ForAll("subjects") Subject subject, @ForAll("settings") Subject.Setting setting) {
        Measured measured = new Measurement(subject, setting, true).read(World.readings(window -> null));
        assertThat(measured.judgement().status().isJudged()).isFalse();
        assertThat(measured.lastGood()).isNull();
    }

    private static BigDecimal fail(TimeWindow window) {
        throw new AssertionError("not named: " + window);
    }
}

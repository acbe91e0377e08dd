package io.bellwether.core.judge;

import static io.bellwether.core.judge.Cases.by;
import static io.bellwether.core.judge.Cases.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Baseline;
import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.time.Grain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final Target TOTAL = new Target.Total(number("365"), by("2026"));

    @Test
    void aTotalIsTheSumFromTheStartOfTheTimeframe() {
        Measured measured =
                measure(World.extensive(TOTAL, Grain.MONTH), World.asOf("2026-11-14"), World.ONE_A_DAY.sums());
        assertThat(measured.value()).isEqualByComparingTo("318");
        assertThat(measured.windowText()).isEqualTo("1 Jan – 14 Nov 2026");
        assertThat(measured.judgement().pace()).isEqualByComparingTo("1");
        // 14 days of November against 14 of October; 318 days against 318 of 2025
        assertThat(measured.previous().to()).isEqualByComparingTo("14");
        assertThat(measured.previous().note()).isEqualTo("1 Oct – 14 Oct 2026");
        assertThat(measured.yearAgo().to()).isEqualByComparingTo("318");
        assertThat(measured.yearAgo().from()).isEqualByComparingTo("318");
        assertThat(measured.yearAgo().note()).isEqualTo("1 Jan – 14 Nov 2025");
    }

    @Test
    void aLaggingFeedDoesNotLookLikeALaggingTeam() {
        World late = new World(day -> 1, LocalDate.parse("2020-01-01"), LocalDate.parse("2026-11-10"));
        Measured measured =
                measure(World.extensive(TOTAL, Grain.WEEK), World.asOf("2026-11-14", "2026-11-11", false), late.sums());
        assertThat(measured.value()).isEqualByComparingTo("314");
        assertThat(measured.judgement().pace()).isEqualByComparingTo("1");
    }

    @Test
    void theSeasonIsLearntFromTheMeanOfEarlierYears() {
        // Half a year at 1 a day, half at 3: at the end of June 181 of 733 were reached.
        World world = new World(
                day -> day.getMonthValue() <= 6 ? 1 : 3, LocalDate.parse("2020-01-01"), LocalDate.parse("2030-01-01"));
        Target target = new Target.Total(number("733"), by("2026", new TargetPath.Seasonal()));
        Subject.Setting setting = World.asOf("2026-06-30", "2026-07-01", false);
        Measured measured = measure(World.extensive(target, Grain.MONTH), setting, world.sums());
        // 2025 and 2023 reached 181 of 733, 2024 182 of 734
        assertThat(measured.judgement().expected())
                .isEqualByComparingTo(Share.of(181 + 182 + 181, 733 + 734 + 733).decimal());
        assertThat(measured.judgement().formula()).anyMatch(line -> line.contains("earlier years"));
    }

    @Test
    void yearsBeforeTheDataBeganAreNoSeason() {
        World world = new World(day -> 1, LocalDate.parse("2025-09-01"), LocalDate.parse("2030-01-01"));
        Target target = new Target.Total(number("365"), by("2026", new TargetPath.Seasonal()));
        Subject.Setting setting = World.asOf("2026-06-30");
        Subject.Setting young = new Subject.Setting(
                setting.calendar(),
                setting.asOf(),
                new io.bellwether.core.time.Completeness(
                        setting.asOf().seenBefore(), false, null, LocalDateTime.parse("2025-09-01T00:00")));
        Measured measured = measure(World.extensive(target, Grain.MONTH), young, world.sums());
        assertThat(measured.judgement().expected())
                .isEqualByComparingTo(Share.of(181, 365).decimal());
        assertThat(measured.judgement().formula()).anyMatch(line -> line.contains("no earlier year"));
    }

    @Test
    void aGrowingMetricIsHeldAgainstItsBaselineOverAsLongATime() {
        // 1 a day in the second quarter, 2 a day from July on; 91 days make a quarter's baseline.
        World world = new World(
                day -> day.isBefore(LocalDate.parse("2026-07-01")) ? 1 : 2,
                LocalDate.parse("2020-01-01"),
                LocalDate.parse("2030-01-01"));
        Target target = new Target.Change(true, number("0.25"), true, by("2026-Q3"));
        Measured measured = measure(World.extensive(target, Grain.MONTH), World.asOf("2026-08-15"), world.sums());
        // three months to 16 August: 46 days at 1, 46 at 2
        assertThat(measured.window()).isEqualTo(window("2026-05-16", "2026-08-16"));
        assertThat(measured.value()).isEqualByComparingTo("138");
        assertThat(measured.judgement().numbers().start()).isEqualByComparingTo("91");
        assertThat(measured.previous().then()).isEqualTo(window("2026-02-16", "2026-05-16"));
        assertThat(measured.yearAgo().then()).isEqualTo(window("2025-05-16", "2025-08-16"));
    }

    @Test
    void aLevelIsThatOfTheLastPeriodThatIsOver() {
        World world = new World(LocalDate::getDayOfMonth, LocalDate.parse("2020-01-01"), LocalDate.parse("2030-01-01"));
        Target.Terms terms = new Target.Terms(
                by("2026").schedule(),
                new Baseline.Over(Cases.period("2025")),
                new TargetPath.Linear(),
                null,
                null,
                Cases.SPAN);
        Measured measured = measure(
                World.level(new Target.Reach(number("75"), terms), Grain.MONTH),
                World.asOf("2026-11-14"),
                world.levels());
        assertThat(measured.window()).isEqualTo(window("2026-10-01", "2026-11-01"));
        assertThat(measured.value()).isEqualByComparingTo("31");
        assertThat(measured.running().window()).isEqualTo(window("2026-11-01", "2026-11-15"));
        assertThat(measured.running().value()).isEqualByComparingTo("14");
        assertThat(measured.running().text()).isEqualTo("1 Nov – 14 Nov 2026");
        assertThat(measured.judgement().numbers().start())
                .as("31 December 2025")
                .isEqualByComparingTo("31");
        assertThat(measured.previous().then()).isEqualTo(window("2026-09-01", "2026-10-01"));
        assertThat(measured.yearAgo().then()).isEqualTo(window("2025-10-01", "2025-11-01"));
    }

    @Test
    void aHoldingTargetLooksAtClosedCheckPeriodsOnly() {
        World world = new World(LocalDate::getMonthValue, LocalDate.parse("2020-01-01"), LocalDate.parse("2030-01-01"));
        Target target = new Target.AtLeast(number("4"), by("2026"));
        Measured measured = measure(World.level(target, Grain.MONTH), World.asOf("2026-11-14"), world.levels());
        assertThat(measured.windowText()).isEqualTo("Oct 2026");
        assertThat(measured.value()).isEqualByComparingTo("10");
        // April to October of January to October
        assertThat(measured.judgement().progress()).isEqualByComparingTo("0.7");
        assertThat(measured.judgement().numbers().actual()).isEqualByComparingTo("10");
        assertThat(measured.previous().note()).isEqualTo("Sep 2026");
        assertThat(measured.yearAgo().note()).isEqualTo("Oct 2025");
    }

    @Test
    void aWeekOverNewYearIsCheckedInTheYearInWhichItEnds() {
        Target target = new Target.AtLeast(number("1"), by("2027"));
        Subject subject = World.level(target, Grain.WEEK);
        // 2026-12-28 to 2027-01-03
        assertThat(measure(subject, World.asOf("2027-01-03"), World.ONE_A_DAY.levels())
                        .judgement()
                        .status())
                .isEqualTo(Status.ON_TRACK);
        assertThat(measure(subject, World.asOf("2027-01-02"), World.ONE_A_DAY.levels())
                        .judgement()
                        .status())
                .isEqualTo(Status.TOO_EARLY);
    }

    @Test
    void aRenewedTargetIsJudgedOnceMoreWhenItsTimeIsOver() {
        Target target = new Target.Total(number("90"), Cases.every(Grain.QUARTER, null));
        Subject subject = World.extensive(target, Grain.WEEK);
        Measured last = measure(subject, World.asOf("2026-09-30"), World.ONE_A_DAY.sums());
        assertThat(last.timeframe().label()).isEqualTo("2026-Q3");
        assertThat(last.judgement().status()).isEqualTo(Status.ACHIEVED);
        Measured next = measure(subject, World.asOf("2026-10-01"), World.ONE_A_DAY.sums());
        assertThat(next.timeframe().label()).isEqualTo("2026-Q4");
        assertThat(next.judgement().status()).isEqualTo(Status.TOO_EARLY);
    }

    @Test
    void aClosedTimeframeKeepsItsNumber() {
        Target target = new Target.Total(number("92"), by("2026-Q3"));
        Measured measured =
                measure(World.extensive(target, Grain.WEEK), World.asOf("2026-11-14"), World.ONE_A_DAY.sums());
        assertThat(measured.value()).isEqualByComparingTo("92");
        assertThat(measured.windowText()).isEqualTo("Q3 2026");
        assertThat(measured.judgement().status()).isEqualTo(Status.ACHIEVED);
        assertThat(measured.spark().getLast().value()).isEqualByComparingTo("92");
    }

    @Test
    void beforeItsTimeframeATotalHasNoNumber() {
        Measured measured = measure(
                World.extensive(new Target.Total(number("1"), by("2027-Q1")), Grain.WEEK),
                World.asOf("2026-11-14"),
                World.ONE_A_DAY.sums());
        assertThat(measured.judgement().status()).isEqualTo(Status.NOT_STARTED);
        assertThat(measured.value()).isNull();
        assertThat(measured.windowText()).isEmpty();
    }

    @Test
    void aTargetFromDataIsReadOverTheSameWindow() {
        Target target = new Target.FromMetric("planned", by("2026-Q4"));
        Measurement measurement = new Measurement(World.extensive(target, Grain.WEEK), World.asOf("2026-11-14"), false);
        assertThat(measurement.goalWindows()).contains(window("2026-10-01", "2026-11-15"));
        Measured measured = measurement.read(Readings.of(World.ONE_A_DAY::sum, World.steady(2)::sum));
        assertThat(measured.judgement().pace()).isEqualByComparingTo("0.5");
        assertThat(measured.spark().getLast().path()).isEqualByComparingTo("90");
    }

    @Test
    void staleDataShowsItsLastGoodNumberAndAGap() {
        World stopped = new World(day -> 3, LocalDate.parse("2020-01-01"), LocalDate.parse("2026-10-30"));
        Target target = new Target.AtMost(number("4"), by("2026"));
        Measured measured = measure(
                World.level(target, Grain.WEEK), World.asOf("2026-11-14", "2026-10-31", true), stopped.levels());
        assertThat(measured.judgement().status()).isEqualTo(Status.NO_DATA);
        assertThat(measured.judgement().why()).contains("30 Oct 2026");
        assertThat(measured.value()).isEqualByComparingTo("3");
        assertThat(measured.lastGood().value()).isEqualByComparingTo("3");
        assertThat(measured.lastGood().day()).isEqualTo("2026-10-25"); // the end of the last week that is complete
        assertThat(measured.spark()).hasSize(13);
        assertThat(measured.spark().subList(11, 13)).allMatch(point -> point.value() == null);
        assertThat(measured.spark().get(10).value()).isEqualByComparingTo("3");
    }

    @Test
    void theSparkShowsWhatTheRowShowedAndEndsWithNow() {
        Measured measured =
                measure(World.extensive(TOTAL, Grain.WEEK), World.asOf("2026-11-14"), World.ONE_A_DAY.sums());
        assertThat(measured.spark()).hasSize(13);
        assertThat(measured.spark().getLast().value()).isEqualByComparingTo(measured.value());
        // Twelve ends of weeks and now: the first is that of 23 August, a Sunday.
        assertThat(measured.spark().getFirst().value()).isEqualByComparingTo("235");
        assertThat(measured.spark().getFirst().path()).isEqualByComparingTo("235");
        assertThat(measured.spark().getFirst().label()).isNull();
    }

    @Test
    void theSparkOfAPromiseHasOnePointForEachPeriodOfItsCadence() {
        World world = new World(LocalDate::getMonthValue, LocalDate.parse("2020-01-01"), LocalDate.parse("2030-01-01"));
        Target target = new Target.AtLeast(number("4"), by("2026"));
        Measured measured = measure(World.level(target, Grain.MONTH), World.asOf("2026-11-14"), world.levels());
        assertThat(measured.spark())
                .extracting(p -> p.value().intValue())
                .containsExactly(10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(measured.spark().getLast().label()).isEqualTo("Oct 2026");
    }

    @Test
    void aReadingThatFailedLeavesTheRowUnjudged() {
        Diagnostic problem = Diagnostic.error("E601", null, "the file is gone", null);
        Readings failing = new Readings() {
            @Override
            public Reading actual(TimeWindow window) {
                return new Reading.Failed(problem);
            }

            @Override
            public Reading goal(TimeWindow window) {
                return new Reading.Failed(problem);
            }
        };
        Target target = new Target.Change(true, number("0.25"), true, by("2026"));
        Measured measured = measure(World.extensive(target, Grain.WEEK), World.asOf("2026-11-14"), failing);
        assertThat(measured.judgement().status()).isEqualTo(Status.NO_DATA);
        assertThat(measured.judgement().problem()).isEqualTo(problem);
        assertThat(measured.value()).isNull();
        assertThat(measured.previous()).isNull();
    }

    @Test
    void aFailedDataTestLeavesTheNumberButNoJudgement() {
        Measured measured = new Measurement(World.extensive(TOTAL, Grain.WEEK), World.asOf("2026-11-14"), false)
                .read(World.ONE_A_DAY.sums(), "3 rows of sales have no amount.");
        assertThat(measured.judgement().status()).isEqualTo(Status.NO_DATA);
        assertThat(measured.value()).isEqualByComparingTo("318");
        assertThat(measured.lastGood()).isNull();
    }

    @Test
    void aDraftWithoutATargetIsMeasuredAndNotJudged() {
        Measured measured =
                measure(World.extensive(null, Grain.MONTH), World.asOf("2026-11-14"), World.ONE_A_DAY.sums());
        assertThat(measured.judgement()).isNull();
        assertThat(measured.value()).isEqualByComparingTo("14");
    }

    @Test
    void theChartHasAPointPerPeriodAndThePathToTheEnd() {
        Measured measured = new Measurement(World.extensive(TOTAL, Grain.MONTH), World.asOf("2026-11-14"), true)
                .read(World.ONE_A_DAY.sums());
        assertThat(measured.chart()).hasSize(12);
        assertThat(measured.chart().getFirst().value()).isEqualByComparingTo("31");
        assertThat(measured.chart().get(10).value()).isEqualByComparingTo("318");
        assertThat(measured.chart().get(10).open()).isTrue();
        assertThat(measured.chart().get(11).value()).isNull();
        assertThat(measured.chart().get(11).path()).isEqualByComparingTo("365");

        Target reach = new Target.Reach(number("75"), by("2026-Q4"));
        List<Measured.ChartPoint> level = new Measurement(
                        World.level(reach, Grain.MONTH), World.asOf("2026-11-14"), true)
                .read(World.ONE_A_DAY.levels())
                .chart();
        assertThat(level.getFirst().period().label()).isEqualTo("2025-11");
        assertThat(level.getLast().period().label()).isEqualTo("2026-12");
        assertThat(level.getFirst().path()).isNull();
    }

    @Test
    void aLevelThatFallsIsJudgedByItsWay() {
        Target.Terms terms = new Target.Terms(
                by("2026-Q3").schedule(),
                new Baseline.Level(number("4")),
                new TargetPath.Linear(),
                null,
                null,
                Cases.SPAN);
        Subject subject = new Subject(
                World.kpi(new Target.Change(false, number("2"), false, terms), Direction.DOWN, Grain.MONTH),
                Cases.NUMBER,
                false,
                false,
                false);
        Measured measured =
                measure(subject, World.asOf("2026-08-15"), World.steady(3).levels());
        assertThat(measured.judgement().pace()).isEqualByComparingTo("1");
    }

    private static Measured measure(Subject subject, Subject.Setting setting, Readings readings) {
        return new Measurement(subject, setting, false).read(readings);
    }

    private static TimeWindow window(String from, String to) {
        return new TimeWindow(
                LocalDate.parse(from).atStartOfDay(), LocalDate.parse(to).atStartOfDay());
    }
}

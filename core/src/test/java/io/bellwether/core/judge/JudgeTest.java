package io.bellwether.core.judge;

import static io.bellwether.core.judge.Cases.by;
import static io.bellwether.core.judge.Cases.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final Target REACH = new Target.Reach(number("75"), by("2026"));
    private static final Target TOTAL = new Target.Total(number("365"), by("2026"));

    @ParameterizedTest
    @CsvSource({
        // 100 days, way from 0 to 100: progress in per cent is the actual; thresholds 0.90 and 0.75
        "90, 2026-04-11, ON_TRACK",
        "89.99, 2026-04-11, AT_RISK",
        "75, 2026-04-11, AT_RISK",
        "74.99, 2026-04-11, OFF_TRACK",
        "-10, 2026-04-11, OFF_TRACK",
        // below 5 % of the way nothing is judged, unless the target is reached
        "0, 2026-01-05, TOO_EARLY",
        "99, 2026-01-05, TOO_EARLY",
        "100, 2026-01-05, ON_TRACK",
        "0, 2026-01-06, OFF_TRACK",
        "4.5, 2026-01-06, ON_TRACK",
    })
    void judgesByPace(String actual, String mark, Status status) {
        // 2026-01-01 to 2026-04-10 are 100 days; the target is due at the end of a longer frame where it stays open.
        Target target = new Target.Reach(number("100"), by("2026-01-01..2026-04-10"));
        LocalDateTime at = LocalDate.parse(mark).atStartOfDay();
        String open = mark.equals("2026-04-11") ? "2026-04-10T23:59:59.999" : at.toString();
        // At the last millisecond all but nothing is expected: 90 of 99.9999… is at 0.90 and a hair more.
        assertThat(Judge.judge(Cases.level(target, Direction.UP, "0", actual, open))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void comparesThresholdsWithoutRounding() {
        // e = 2/3, p = 0.6: the pace is 0.9 and nothing less.
        Target target = new Target.Reach(number("1"), by("2026-01-01..2026-01-03"));
        Judgement judgement = Judge.judge(Cases.level(target, Direction.UP, "0", "0.6", "2026-01-03T00:00"));
        assertThat(judgement.status()).isEqualTo(Status.ON_TRACK);
    }

    @Test
    void aLevelAtItsTargetIsOnTrackUntilTheClose() {
        Judgement open = Judge.judge(Cases.level(REACH, Direction.UP, "62", "76", "2026-06-01T00:00"));
        assertThat(open.status()).isEqualTo(Status.ON_TRACK);
        assertThat(open.isReachedEarly()).isTrue();
        assertThat(open.why()).isEqualTo("Target reached: 76 against 75; it counts at the end of 2026.");
        Judgement closed = Judge.judge(Cases.level(REACH, Direction.UP, "62", "76", "2027-01-01T00:00"));
        assertThat(closed.status()).isEqualTo(Status.ACHIEVED);
        assertThat(Judge.judge(Cases.level(REACH, Direction.UP, "62", "74.9", "2027-01-01T00:00"))
                        .status())
                .isEqualTo(Status.MISSED);
    }

    @Test
    void onlyATotalThatCannotFallIsAchievedEarly() {
        assertThat(Judge.judge(Cases.total(TOTAL, "365", null, true, "2026-06-01T00:00"))
                        .status())
                .isEqualTo(Status.ACHIEVED);
        assertThat(Judge.judge(Cases.total(TOTAL, "365", null, false, "2026-06-01T00:00"))
                        .status())
                .isEqualTo(Status.ON_TRACK);
        assertThat(Judge.judge(Cases.total(TOTAL, "365", null, true, "2026-01-02T00:00"))
                        .status())
                .isEqualTo(Status.ACHIEVED);
    }

    @Test
    void aTotalCountsTheDaysWithCompleteData() {
        // As of 1 July, data is complete to 1 June: 151 days.
        Case given = Cases.total(TOTAL, "151", null, true, "2026-06-01T00:00");
        Case.Moment late = new Case.Moment(
                Cases.CALENDAR,
                given.moment().timeframe(),
                LocalDateTime.parse("2026-07-01T00:00"),
                given.moment().mark(),
                false);
        Judgement judgement = Judge.judge(new Case(given.promise(), late, given.facts(), null));
        assertThat(judgement.pace()).isEqualByComparingTo("1");
    }

    @Test
    void aTimeframeIsOpenUntilItsDataIsComplete() {
        Case given = Cases.level(REACH, Direction.UP, "62", "70", "2026-12-20T00:00");
        Case.Moment over = new Case.Moment(
                Cases.CALENDAR,
                given.moment().timeframe(),
                LocalDateTime.parse("2027-01-05T00:00"),
                given.moment().mark(),
                false);
        assertThat(Judge.judge(new Case(given.promise(), over, given.facts(), null))
                        .status())
                .isEqualTo(Status.OFF_TRACK);
    }

    @ParameterizedTest
    @CsvSource({
        "UP, 75, ON_TRACK",
        "UP, 80, ON_TRACK",
        "UP, 74.9, AT_RISK",
        "UP, 71.25, AT_RISK",
        "UP, 71.24, OFF_TRACK",
        "DOWN, 74, ON_TRACK",
        "DOWN, 76, AT_RISK",
        "DOWN, 79, OFF_TRACK"
    })
    void aStartAtTheTargetIsThereOrNot(Direction direction, String actual, Status status) {
        Judgement judgement = Judge.judge(Cases.level(REACH, direction, "75", actual, "2026-06-01T00:00"));
        assertThat(judgement.status()).isEqualTo(status);
        assertThat(judgement.progress()).isIn(number("0E-10"), number("1.0000000000"));
    }

    @Test
    void aStartBeyondTheTargetIsThereOrNotToo() {
        assertThat(Judge.judge(Cases.level(REACH, Direction.UP, "80", "78", "2026-06-01T00:00"))
                        .status())
                .isEqualTo(Status.ON_TRACK);
        assertThat(Judge.judge(Cases.level(REACH, Direction.UP, "80", "74", "2026-06-01T00:00"))
                        .status())
                .isEqualTo(Status.AT_RISK);
        assertThat(Judge.judge(Cases.level(REACH, Direction.UP, "80", "70", "2026-06-01T00:00"))
                        .status())
                .isEqualTo(Status.OFF_TRACK);
        assertThat(Judge.judge(Cases.level(REACH, Direction.UP, "80", "74", "2027-01-01T00:00"))
                        .status())
                .isEqualTo(Status.MISSED);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "0", "-3"},
            nullValues = "null")
    void aPercentageOfNothingIsAProblemThatNamesThePeriod(String baseline) {
        Target target = new Target.Change(true, number("0.25"), true, by("2026"));
        Judgement judgement = Judge.judge(Cases.level(target, Direction.UP, baseline, "5", "2026-06-01T00:00"));
        assertThat(judgement.status()).isEqualTo(Status.NO_DATA);
        assertThat(judgement.problem().code()).isEqualTo("D360");
        assertThat(judgement.problem().message()).contains("2025");
        assertThat(judgement.problem().fix()).isNotBlank();
        assertThat(judgement.problem().span()).isEqualTo(Cases.SPAN);
    }

    @Test
    void withoutAValueNothingIsJudged() {
        assertThat(Judge.judge(Cases.level(REACH, Direction.UP, "62", null, "2026-06-01T00:00"))
                        .why())
                .isEqualTo("There is no value up to 31 May 2026.");
        assertThat(Judge.judge(Cases.level(REACH, Direction.UP, null, "70", "2026-06-01T00:00"))
                        .why())
                .contains("2025");
        assertThat(Judge.judge(Cases.level(REACH, Direction.UP, "62", null, "2027-01-01T00:00"))
                        .status())
                .isEqualTo(Status.NO_DATA);
    }

    @Test
    void staleDataIsNotJudgedUnlessTheTimeframeWasCompleteBefore() {
        Case given = Cases.level(REACH, Direction.UP, "62", "75", "2026-06-01T00:00");
        Case.Moment stale = new Case.Moment(
                Cases.CALENDAR,
                given.moment().timeframe(),
                LocalDateTime.parse("2026-08-01T00:00"),
                given.moment().mark(),
                true);
        Judgement judgement = Judge.judge(new Case(given.promise(), stale, given.facts(), null));
        assertThat(judgement.status()).isEqualTo(Status.NO_DATA);
        assertThat(judgement.why()).contains("31 May 2026");
        assertThat(judgement.numbers().actual()).isEqualByComparingTo("75");

        Case.Moment closed = new Case.Moment(
                Cases.CALENDAR,
                given.moment().timeframe(),
                LocalDateTime.parse("2027-08-01T00:00"),
                LocalDateTime.parse("2027-02-01T00:00"),
                true);
        assertThat(Judge.judge(new Case(given.promise(), closed, given.facts(), null))
                        .status())
                .isEqualTo(Status.ACHIEVED);
    }

    @Test
    void dataInDoubtIsNeverGreen() {
        Case given = Cases.level(REACH, Direction.UP, "62", "76", "2026-06-01T00:00");
        Judgement judgement =
                Judge.judge(new Case(given.promise(), given.moment(), given.facts(), "A test of sales failed."));
        assertThat(judgement.status()).isEqualTo(Status.NO_DATA);
        assertThat(judgement.why()).isEqualTo("A test of sales failed.");
    }

    @Test
    void beforeTheTimeframeNothingHasStarted() {
        Judgement judgement = Judge.judge(Cases.level(REACH, Direction.UP, null, null, "2026-01-01T00:00"));
        assertThat(judgement.status()).isEqualTo(Status.NOT_STARTED);
        assertThat(judgement.why()).isEqualTo("Starts on 1 Jan 2026.");
    }

    @Test
    void aTargetFromDataIsDueAsFarAsItsDataGoes() {
        Target target = new Target.FromMetric("planned", by("2026"));
        Case.Way way = new Case.Way(null, null, number("80"), number("1000"), number("100"), null, null, true, true);
        Case.Moment moment = Cases.moment(target, LocalDateTime.parse("2026-06-01T00:00"));
        Judgement judgement =
                Judge.judge(new Case(Cases.promise(target, Direction.UP, Cases.NUMBER), moment, way, null));
        assertThat(judgement.pace()).isEqualByComparingTo("0.8");
        assertThat(judgement.status()).isEqualTo(Status.AT_RISK);
        assertThat(judgement.why()).isEqualTo("80 where planned asks for 100 by now, and 1,000 in all of 2026.");
        // The plan says itself what is due, however early: 500 of 31 000 by 5 January, and 500 sold.
        Case.Moment early = Cases.moment(target, LocalDateTime.parse("2026-01-06T00:00"));
        Case.Way exact =
                new Case.Way(null, null, number("500"), number("31000"), number("500"), null, null, true, true);
        Judgement planned =
                Judge.judge(new Case(Cases.promise(target, Direction.UP, Cases.NUMBER), early, exact, null));
        assertThat(planned.status()).isEqualTo(Status.ON_TRACK);
        assertThat(planned.pace()).isEqualByComparingTo("1");
        assertThat(planned.progress()).isEqualByComparingTo("0.0161290323");
    }

    @Test
    void checkPeriodsWithoutDataAreNotMet() {
        Target target = new Target.AtLeast(number("10"), by("2026"));
        List<String> values = Arrays.asList("11", null, "12");
        Judgement judgement = Judge.judge(Cases.months(target, Cases.NUMBER, values));
        assertThat(judgement.progress()).isEqualByComparingTo("0.6666666667");
        assertThat(judgement.status()).isEqualTo(Status.ON_TRACK);
        Judgement missing = Judge.judge(Cases.months(target, Cases.NUMBER, Arrays.asList("11", null)));
        assertThat(missing.status()).isEqualTo(Status.NO_DATA);
        assertThat(missing.why()).isEqualTo("There is no value in Feb 2026.");
    }

    @Test
    void withoutAClosedCheckPeriodItIsTooEarly() {
        Target target = new Target.AtLeast(number("10"), by("2026"));
        Case given = Cases.months(target, Cases.NUMBER, List.of("11"));
        Case.Moment first = Cases.moment(target, LocalDateTime.parse("2026-01-20T00:00"));
        Case none = new Case(given.promise(), first, new Case.Checks(List.of(), 12), null);
        assertThat(Judge.judge(none).status()).isEqualTo(Status.TOO_EARLY);
    }

    @Test
    void aClosedHoldingTargetNeedsTheRequiredShareOfPeriods() {
        List<String> values = List.of("11", "11", "11", "11", "11", "11", "11", "11", "11", "11", "11", "9");
        Target all = new Target.AtLeast(number("10"), by("2026"));
        assertThat(Judge.judge(Cases.months(all, Cases.NUMBER, values)).status())
                .isEqualTo(Status.MISSED);
        Target.Terms terms = by("2026");
        Target most = new Target.AtLeast(
                number("10"),
                new Target.Terms(terms.schedule(), null, terms.path(), null, number("0.9"), terms.span()));
        assertThat(Judge.judge(Cases.months(most, Cases.NUMBER, values)).status())
                .isEqualTo(Status.ACHIEVED);
    }

    @ParameterizedTest
    @CsvSource({
        "95, ON_TRACK",
        "105, ON_TRACK",
        "94, AT_RISK",
        "90.25, AT_RISK",
        "90.24, OFF_TRACK",
        "110.25, AT_RISK",
        "110.26, OFF_TRACK"
    })
    void aBandToleratesAShareOfItsNearerEdge(String value, Status status) {
        Target.Terms half =
                new Target.Terms(by("2026").schedule(), null, by("2026").path(), null, number("0.5"), Cases.SPAN);
        Target target = new Target.Between(number("95"), number("105"), half);
        assertThat(Judge.judge(Cases.months(target, Cases.NUMBER, List.of(value)))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void pathsSayWhatIsExpected() {
        var timeframe = Cases.period("2026-01-01..2026-04-10");
        LocalDateTime start = timeframe.start();
        TargetPath milestones = new TargetPath.Milestones(List.of(
                new TargetPath.Milestone(LocalDate.parse("2026-01-20"), number("0.1")),
                new TargetPath.Milestone(LocalDate.parse("2026-03-01"), number("0.5"))));
        assertThat(Expectation.at(milestones, timeframe, start.plusDays(10), null)
                        .decimal())
                .isEqualByComparingTo("0.05");
        assertThat(Expectation.at(milestones, timeframe, start.plusDays(20), null)
                        .decimal())
                .isEqualByComparingTo("0.1");
        assertThat(Expectation.at(milestones, timeframe, start.plusDays(40), null)
                        .decimal())
                .isEqualByComparingTo("0.3");
        assertThat(Expectation.at(milestones, timeframe, start.plusDays(80), null)
                        .decimal())
                .isEqualByComparingTo("0.75");
        assertThat(Expectation.at(new TargetPath.Step(), timeframe, start.plusDays(99), null))
                .isEqualTo(Share.ZERO);
        assertThat(Expectation.at(new TargetPath.Step(), timeframe, start.plusDays(100), null))
                .isEqualTo(Share.ONE);
        assertThat(Expectation.at(new TargetPath.Seasonal(), timeframe, start.plusDays(50), null)
                        .decimal())
                .as("without earlier years a seasonal path is linear")
                .isEqualByComparingTo("0.5");
    }
}

package io.bellwether.core.judge;

import static io.bellwether.core.judge.Cases.by;
import static io.bellwether.core.judge.Cases.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.unit.Equality;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets, plans, doubles, and promises that are lost. */
class JudgedPromisesTest {
    private static final Target TOTAL = new Target.Total(number("365"), by("2026"));

    @ParameterizedTest
    @CsvSource({
        // 365 for the year, 1 a day is due
        "0, 2026-07-02T12:00, ON_TRACK",
        "182.5, 2026-07-02T12:00, ON_TRACK",
        "202.7, 2026-07-02T12:00, ON_TRACK",
        "203, 2026-07-02T12:00, AT_RISK",
        "243.3, 2026-07-02T12:00, AT_RISK",
        "243.4, 2026-07-02T12:00, OFF_TRACK",
        "366, 2026-01-05T00:00, OFF_TRACK",
        "5, 2026-01-05T00:00, TOO_EARLY",
        "-20, 2026-07-02T12:00, ON_TRACK",
        "365, 2027-01-01T00:00, ACHIEVED",
        "365.01, 2027-01-01T00:00, MISSED",
    })
    void aTotalOfWhatShouldBeSmallIsABudget(String spent, String mark, Status status) {
        Case given = Cases.total(TOTAL, spent, null, true, mark);
        Case.Promise down = Cases.promise(TOTAL, Direction.DOWN, Cases.NUMBER);
        Judgement judgement = Judge.judge(new Case(down, given.moment(), given.facts(), null));
        assertThat(judgement.status()).isEqualTo(status);
        assertThat(judgement.problem()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // 1 200 for 12 equal months: the seventh worked example
        "500, 2026-07-01, ON_TRACK, 0.4166666667, 1.2",
        "650, 2026-07-01, ON_TRACK, 0.5416666667, 0.9230769231",
        "700, 2026-07-01, AT_RISK, 0.5833333333, 0.8571428571",
        "1250, 2026-11-01, OFF_TRACK, 1.0416666667, ",
    })
    void aBudgetIsJudgedByWhatIsDueOverWhatIsSpent(
            String spent, String mark, Status status, String progress, String pace) {
        TargetPath months = new TargetPath.Milestones(List.of(
                new TargetPath.Milestone(LocalDate.parse("2026-06-30"), number("0.5")),
                new TargetPath.Milestone(LocalDate.parse("2026-10-31"), number("0.8333333333"))));
        Target budget = new Target.Total(number("1200"), by("2026", months));
        Case given = Cases.total(budget, spent, null, true, mark + "T00:00");
        Case.Promise down = Cases.promise(budget, Direction.DOWN, Cases.NUMBER);
        Judgement judgement = Judge.judge(new Case(down, given.moment(), given.facts(), null));
        assertThat(judgement.status()).isEqualTo(status);
        assertThat(judgement.progress()).isEqualByComparingTo(progress);
        if (pace != null) {
            assertThat(judgement.pace()).isEqualByComparingTo(pace);
        }
    }

    @Test
    void doublesThatAreEqualUpToTheirDirtMeetTheirTarget() {
        // Of doubles 0.7 + 0.1 + 0.1 is 0.8999999999999999; of decimals that number is below 0.9.
        Target total = new Target.Total(number("0.9"), by("2026"));
        Case given = Cases.total(total, "0.8999999999999999", null, true, "2027-01-01T00:00");
        assertThat(Judge.judge(given).status()).isEqualTo(Status.MISSED);
        assertThat(Judge.judge(given.comparing(Equality.OF_DOUBLES)).status()).isEqualTo(Status.ACHIEVED);
        Case hold = Cases.months(
                new Target.AtLeast(number("0.15"), by("2026")), Cases.PERCENT, List.of("0.1499999999999999"));
        assertThat(Judge.judge(hold).status()).isEqualTo(Status.OFF_TRACK);
        assertThat(Judge.judge(hold.comparing(Equality.OF_DOUBLES)).status()).isEqualTo(Status.ON_TRACK);
        assertThat(Equality.OF_DOUBLES.compare(number("1000000000001"), number("1000000000000")))
                .isZero();
        assertThat(Equality.OF_DOUBLES.compare(number("1000000000003"), number("1000000000000")))
                .isPositive();
        assertThat(Equality.OF_DOUBLES.compare(number("5e-13"), number("-5e-13")))
                .isZero();
        assertThat(Equality.OF_DOUBLES.compare(number("5e-12"), number("0"))).isPositive();
        assertThat(Equality.decimal(0.1 + 0.2)).isEqualByComparingTo("0.3");
    }

    @Test
    void aPromiseThatCanNoLongerBeKeptIsOffTrackWithTheCount() {
        Target all = new Target.AtLeast(number("10"), by("2026"));
        Judgement lost = Judge.judge(Cases.months(all, Cases.NUMBER, List.of("11", "9", "12")));
        assertThat(lost.status()).isEqualTo(Status.OFF_TRACK);
        assertThat(lost.why())
                .isEqualTo("Promised at least 10: 2 of 3 periods kept, all 12 required, so it can no longer be kept; "
                        + "12 in Mar 2026.");
        Target.Terms terms = all.terms();
        Target most = new Target.AtLeast(
                number("10"),
                new Target.Terms(terms.schedule(), null, terms.path(), null, number("0.9"), terms.span()));
        // 11 of 12 are 92 %: one may be missed, two may not.
        assertThat(Judge.judge(Cases.months(most, Cases.NUMBER, List.of("11", "9", "12")))
                        .status())
                .isEqualTo(Status.ON_TRACK);
        assertThat(Judge.judge(Cases.months(most, Cases.NUMBER, List.of("9", "9", "12")))
                        .status())
                .isEqualTo(Status.OFF_TRACK);
    }

    @ParameterizedTest
    @CsvSource({
        "UP, 0.30, OFF_TRACK",
        "UP, 0.40, ON_TRACK",
        "UP, 0.39, AT_RISK",
        "DOWN, 0.40, ON_TRACK",
        "DOWN, 0.5, OFF_TRACK"
    })
    void aRateIsHeldAgainstThePlanOfTheSamePeriod(Direction direction, String value, Status status) {
        Target plan = new Target.FromMetric(
                "planned",
                new Target.Terms(by("2026").schedule(), null, by("2026").path(), null, number("0.5"), Cases.SPAN));
        var january = Cases.period("2026-01");
        var february = Cases.period("2026-02");
        Case.Checks checks = new Case.Checks(
                List.of(
                        new Case.Check(january, number("0.35"), number("0.35")),
                        new Case.Check(february, number(value), number("0.40"))),
                12);
        Case.Moment moment = Cases.moment(plan, LocalDateTime.parse("2026-03-01T00:00"));
        Case given = new Case(Cases.promise(plan, direction, Cases.PERCENT), moment, checks, null);
        assertThat(Judge.judge(given).status()).isEqualTo(status);
        Case.Checks hole = new Case.Checks(List.of(new Case.Check(february, number(value), null)), 12);
        Judgement without = Judge.judge(new Case(given.promise(), moment, hole, null));
        assertThat(without.status()).isEqualTo(Status.NO_DATA);
        assertThat(without.why()).contains("no plan for Feb 2026");
    }

    /** A plan that ends in June says nothing of the year, however much was sold. */
    @Test
    void aPlanWithoutItsLaterPeriodsIsNeverAchieved() {
        Target plan = new Target.FromMetric("planned", by("2026"));
        Case.Way way = new Case.Way(
                null,
                null,
                number("900"),
                number("600"),
                number("600"),
                LocalDateTime.parse("2026-07-01T00:00"),
                null,
                true,
                true);
        Case.Promise promise = Cases.promise(plan, Direction.UP, Cases.NUMBER);
        Judgement open =
                Judge.judge(new Case(promise, Cases.moment(plan, LocalDateTime.parse("2026-10-01T00:00")), way, null));
        assertThat(open.status()).isEqualTo(Status.ON_TRACK);
        assertThat(open.why()).endsWith("It is planned only up to 30 Jun 2026.");
        Judgement over =
                Judge.judge(new Case(promise, Cases.moment(plan, LocalDateTime.parse("2027-01-01T00:00")), way, null));
        assertThat(over.status()).isEqualTo(Status.NO_DATA);
        assertThat(over.why()).contains("planned only up to 30 Jun 2026");
    }
}

package io.bellwether.core.judge;

import static io.bellwether.core.judge.Cases.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class JudgePropertiesTest {
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T00:00");

    @Provide
    Arbitrary<BigDecimal> values() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-500"), new BigDecimal("500"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<TargetPath> paths() {
        return Arbitraries.of(
                new TargetPath.Linear(),
                new TargetPath.Step(),
                new TargetPath.Seasonal(),
                new TargetPath.Milestones(
                        List.of(new TargetPath.Milestone(LocalDate.parse("2026-05-01"), new BigDecimal("0.7")))));
    }

    @Property
    void aBetterActualIsNeverAWorseStatus(
            @ForAll("values") BigDecimal start,
            @ForAll("values") BigDecimal target,
            @ForAll("values") BigDecimal one,
            @ForAll("values") BigDecimal two,
            @ForAll("paths") TargetPath path,
            @ForAll Direction direction,
            @ForAll @IntRange(min = 1, max = 380) int day) {
        if (direction == Direction.NONE) {
            return;
        }
        Target promise = new Target.Reach(target, by("2026", path));
        BigDecimal worse = direction == Direction.UP ? one.min(two) : one.max(two);
        BigDecimal better = direction == Direction.UP ? one.max(two) : one.min(two);
        Judgement low = Judge.judge(way(promise, direction, start, worse, day));
        Judgement high = Judge.judge(way(promise, direction, start, better, day));
        assertThat(high.status()).isGreaterThanOrEqualTo(low.status());
        assertThat(high.progress()).isGreaterThanOrEqualTo(low.progress());
    }

    @Property
    void aLargerTotalIsNeverAWorseStatus(
            @ForAll("values") BigDecimal one,
            @ForAll("values") BigDecimal two,
            @ForAll boolean nonNegative,
            @ForAll @IntRange(min = 1, max = 380) int day) {
        Target promise = new Target.Total(new BigDecimal("300"), by("2026"));
        String mark = START.plusDays(day).toString();
        Judgement low = Judge.judge(Cases.total(promise, one.min(two).toString(), null, nonNegative, mark));
        Judgement high = Judge.judge(Cases.total(promise, one.max(two).toString(), null, nonNegative, mark));
        assertThat(high.status()).isGreaterThanOrEqualTo(low.status());
    }

    @Property
    void aBetterCheckPeriodIsNeverAWorseStatus(
            @ForAll("values") BigDecimal one, @ForAll("values") BigDecimal two, @ForAll("values") BigDecimal bound) {
        Target least = new Target.AtLeast(bound, by("2026"));
        assertThat(month(least, one.max(two))).isGreaterThanOrEqualTo(month(least, one.min(two)));
        Target most = new Target.AtMost(bound, by("2026"));
        assertThat(month(most, one.min(two))).isGreaterThanOrEqualTo(month(most, one.max(two)));
    }

    @Property
    void expectedIsAShareThatNeverFalls(
            @ForAll("paths") TargetPath path, @ForAll @IntRange(min = 0, max = 400) int day) {
        Share now = Expectation.at(path, Cases.period("2026"), START.plusDays(day), null);
        Share later = Expectation.at(path, Cases.period("2026"), START.plusDays(day + 1), null);
        assertThat(now.decimal()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(later).isGreaterThanOrEqualTo(now);
    }

    @Property
    void periodsMetAreAShare(@ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 20) Integer> values) {
        Target target = new Target.AtLeast(BigDecimal.TEN, by("2026"));
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.toString()));
        Judgement judgement = Judge.judge(Cases.months(target, Cases.NUMBER, texts));
        assertThat(judgement.progress()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(judgement.expected()).isNull();
    }

    @Property
    void aRollUpIsTheWorstAndItsProgressAShare(
            @ForAll @Size(min = 1, max = 8) List<Status> statuses, @ForAll("values") BigDecimal progress) {
        List<Rollup> parts = new ArrayList<>();
        for (Status status : statuses) {
            parts.add(Rollup.of(status, progress, BigDecimal.valueOf(parts.size() + 1)));
        }
        Rollup all = Rollup.of(parts).orElseThrow();
        assertThat(statuses).contains(all.status());
        boolean open = statuses.stream().anyMatch(status -> status != Status.MISSED);
        assertThat(all.status() == Status.MISSED).isNotEqualTo(open);
        List<Status> worse =
                List.of(Status.OFF_TRACK, Status.AT_RISK, Status.NO_DATA, Status.ON_TRACK, Status.ACHIEVED);
        int rank = worse.indexOf(all.status());
        assertThat(worse.subList(0, Math.max(rank, 0))).doesNotContainAnyElementsOf(statuses);
        assertThat(all.progress()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }

    private static Status month(Target target, BigDecimal value) {
        return Judge.judge(Cases.months(target, Cases.NUMBER, List.of(value.toString())))
                .status();
    }

    private static Case way(Target target, Direction direction, BigDecimal start, BigDecimal actual, int day) {
        return Cases.level(
                target,
                direction,
                start.toString(),
                actual.toString(),
                START.plusDays(day).toString());
    }
}

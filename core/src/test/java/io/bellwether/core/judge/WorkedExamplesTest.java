package io.bellwether.core.judge;

import static io.bellwether.core.judge.Cases.by;
import static io.bellwether.core.judge.Cases.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.unit.Unit;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of the page that explains how KPIs are judged, one test each. */
class WorkedExamplesTest {
    @Test
    void one_increaseByAShareOfTheBaseline() {
        // The third quarter has 92 days; 46 of them have passed.
        Target target = new Target.Change(true, number("0.25"), true, by("2026-Q3"));
        Judgement judgement = Judge.judge(Cases.level(target, Direction.UP, "40000", "44000", "2026-08-16T00:00"));

        assertThat(judgement.numbers().target()).isEqualByComparingTo("50000");
        assertThat(judgement.progress()).isEqualByComparingTo("0.40");
        assertThat(judgement.expected()).isEqualByComparingTo("0.50");
        assertThat(judgement.pace()).isEqualByComparingTo("0.80");
        assertThat(judgement.status()).isEqualTo(Status.AT_RISK);
        assertThat(spaced(judgement.formula()))
                .containsExactly(
                        "target = 40,000 × (1 + 25 %) = 50,000",
                        "progress = (44,000 − 40,000) / (50,000 − 40,000) = 0.40",
                        "expected = 46 / 92 days = 0.50",
                        "pace = 0.40 / 0.50 = 0.80: at risk (on track from 0.90, at risk from 0.75)");
        assertThat(judgement.why()).isEqualTo("44,000 where 45,000 is due by now on the way to 50,000.");
    }

    @Test
    void two_reachALevel() {
        // Three quarters of four days.
        Target target = new Target.Reach(number("75"), by("2026-01-01..2026-01-04"));
        Judgement judgement = Judge.judge(Cases.level(target, Direction.UP, "62", "70", "2026-01-04T00:00"));

        assertThat(judgement.progress()).isEqualByComparingTo("0.6153846154");
        assertThat(judgement.pace()).isBetween(number("0.820"), number("0.821"));
        assertThat(judgement.status()).isEqualTo(Status.AT_RISK);
    }

    @Test
    void three_decreaseByAShareOfTheBaseline() {
        Target target = new Target.Change(false, number("0.50"), true, by("2026-Q3"));
        Case given = Cases.level(target, Direction.DOWN, "0.04", "0.029", "2026-08-16T00:00");
        Judgement judgement = Judge.judge(given);

        assertThat(judgement.numbers().target()).isEqualByComparingTo("0.02");
        assertThat(judgement.progress()).isEqualByComparingTo("0.55");
        assertThat(judgement.pace()).isEqualByComparingTo("1.10");
        assertThat(judgement.status()).isEqualTo(Status.ON_TRACK);
    }

    @Test
    void four_totalByTime_andBySeason() {
        // Twelve equal months, as near as a calendar comes: 3 of 12 days.
        String timeframe = "2026-06-01..2026-06-12";
        Target linear = new Target.Total(number("1200000"), by(timeframe));
        Judgement judgement = Judge.judge(Cases.total(linear, "300000", null, true, "2026-06-04T00:00"));
        assertThat(judgement.expected()).isEqualByComparingTo("0.25");
        assertThat(judgement.pace()).isEqualByComparingTo("1");
        assertThat(judgement.status()).isEqualTo(Status.ON_TRACK);

        Target seasonal = new Target.Total(number("1200000"), by(timeframe, new TargetPath.Seasonal()));
        Share expected = Share.of(number("0.31"));
        Judgement bySeason = Judge.judge(Cases.total(seasonal, "300000", expected, true, "2026-06-04T00:00"));
        assertThat(bySeason.pace()).isBetween(number("0.806"), number("0.807"));
        assertThat(bySeason.status()).isEqualTo(Status.AT_RISK);
    }

    @Test
    void five_atLeast_everyMonth() {
        List<String> values = List.of("0.9995", "0.9993", "0.9991", "0.9999", "0.9990", "0.9992", "0.9997", "0.992");
        Target target = new Target.AtLeast(number("0.999"), required("0.8", null));
        Judgement judgement = Judge.judge(Cases.months(target, Cases.PERCENT, values));
        assertThat(judgement.progress()).isEqualByComparingTo("0.875");
        assertThat(judgement.status()).isEqualTo(Status.AT_RISK);
        assertThat(judgement.why().replace('\u00a0', ' '))
                .isEqualTo("99.2 % in Aug 2026, promised at least 99.9 %; met in 7 of 8 periods.");

        Target tight =
                new Target.AtLeast(number("0.999"), required("0.8", new Target.Tolerance(number("0.001"), true)));
        assertThat(Judge.judge(Cases.months(tight, Cases.PERCENT, values)).status())
                .isEqualTo(Status.OFF_TRACK);

        Judgement all =
                Judge.judge(Cases.months(new Target.AtLeast(number("0.999"), by("2026")), Cases.PERCENT, values));
        assertThat(all.status()).isEqualTo(Status.OFF_TRACK);
        assertThat(all.why()).contains("7 of 8 periods kept, all 12 required");
    }

    private static Target.Terms required(String share, Target.Tolerance tolerance) {
        Target.Terms terms = by("2026");
        return new Target.Terms(terms.schedule(), null, terms.path(), tolerance, number(share), terms.span());
    }

    @Test
    void six_atMost() {
        Target target = new Target.AtMost(number("4"), required("0.75", null));
        Unit hours = new Unit.Duration(ChronoUnit.HOURS);
        assertThat(Judge.judge(Cases.months(target, hours, List.of("3.5"))).status())
                .isEqualTo(Status.ON_TRACK);
        assertThat(Judge.judge(Cases.months(target, hours, List.of("4.1"))).status())
                .isEqualTo(Status.AT_RISK);
        assertThat(Judge.judge(Cases.months(target, hours, List.of("5"))).status())
                .isEqualTo(Status.OFF_TRACK);
    }

    private static List<String> spaced(List<String> lines) {
        return lines.stream().map(line -> line.replace('\u00a0', ' ')).toList();
    }
}

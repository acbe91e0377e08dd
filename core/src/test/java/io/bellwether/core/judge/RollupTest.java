package io.bellwether.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollupTest {
    private static Rollup kpi(Status status, String progress, int weight) {
        return Rollup.of(status, progress == null ? null : new BigDecimal(progress), BigDecimal.valueOf(weight));
    }

    @Test
    void takesTheWorstStatusAndTheWeightedMeanOfCappedProgress() {
        Rollup all = Rollup.of(List.of(
                        kpi(Status.ON_TRACK, "1.5", 3), kpi(Status.AT_RISK, "0.5", 1), kpi(Status.ON_TRACK, "-0.2", 1)))
                .orElseThrow();
        assertThat(all.status()).isEqualTo(Status.AT_RISK);
        assertThat(all.progress()).isEqualByComparingTo("0.7");
    }

    @Test
    void whatWasNotMeasuredHasNoPartInTheMean() {
        Rollup all = Rollup.of(List.of(kpi(Status.NO_DATA, null, 5), kpi(Status.ON_TRACK, "0.5", 1)))
                .orElseThrow();
        assertThat(all.status()).isEqualTo(Status.NO_DATA);
        assertThat(all.progress()).isEqualByComparingTo("0.5");
        assertThat(Rollup.of(List.of(kpi(Status.NO_DATA, null, 5)))
                        .orElseThrow()
                        .progress())
                .isNull();
    }

    @Test
    void objectivesNestAndWeighWhatTheirKpisWeigh() {
        Rollup inner = Rollup.of(List.of(kpi(Status.ON_TRACK, "1", 2), kpi(Status.OFF_TRACK, "0", 1)))
                .orElseThrow();
        Rollup outer = Rollup.of(List.of(inner, kpi(Status.ACHIEVED, "1", 1))).orElseThrow();
        assertThat(outer.status()).isEqualTo(Status.OFF_TRACK);
        assertThat(outer.progress()).isEqualByComparingTo("0.75");
        assertThat(Rollup.of(List.of())).isEmpty();
    }

    @Test
    void worstFirst() {
        assertThat(List.of(
                        Status.OFF_TRACK,
                        Status.AT_RISK,
                        Status.NO_DATA,
                        Status.TOO_EARLY,
                        Status.ON_TRACK,
                        Status.ACHIEVED))
                .isSorted();
    }
}

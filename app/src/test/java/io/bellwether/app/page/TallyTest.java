package io.bellwether.app.page;

import static io.bellwether.core.judge.Status.ACHIEVED;
import static io.bellwether.core.judge.Status.AT_RISK;
import static io.bellwether.core.judge.Status.MISSED;
import static io.bellwether.core.judge.Status.NO_DATA;
import static io.bellwether.core.judge.Status.OFF_TRACK;
import static io.bellwether.core.judge.Status.ON_TRACK;
import static io.bellwether.core.judge.Status.TOO_EARLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.judge.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void theWorstComesFirst() {
        assertThat(headline(Map.of(OFF_TRACK, 1, AT_RISK, 2, ON_TRACK, 4)))
                .isEqualTo("One KPI is off track, two need watching");
        assertThat(headline(Map.of(OFF_TRACK, 3, MISSED, 1)))
                .isEqualTo("Three KPIs are off track, one missed its target");
        assertThat(headline(Map.of(AT_RISK, 1, ON_TRACK, 1))).isEqualTo("One KPI needs watching, none is off track");
    }

    @Test
    void goodNewsIsSaidToo() {
        assertThat(headline(Map.of(ON_TRACK, 7, ACHIEVED, 1))).isEqualTo("All eight KPIs are on track");
        assertThat(headline(Map.of(ON_TRACK, 1))).isEqualTo("The one KPI is on track");
        assertThat(headline(Map.of(TOO_EARLY, 2, ON_TRACK, 1))).isEqualTo("Nothing is off track");
    }

    @Test
    void neverGreenOnMissingData() {
        assertThat(headline(Map.of(NO_DATA, 1))).isEqualTo("One KPI has no data to judge");
        assertThat(headline(Map.of(NO_DATA, 2, ON_TRACK, 3)))
                .isEqualTo("Two KPIs have no data to judge, nothing else is off track");
        assertThat(headline(Map.of())).isEqualTo("No KPI is judged yet");
    }

    @Test
    void theSummaryCountsEachKpiOnce() {
        var tally = new Tally(Map.of(ON_TRACK, 4, AT_RISK, 2, OFF_TRACK, 1, NO_DATA, 1), 1, 8, 3);
        assertThat(tally.summary())
                .isEqualTo("Eight KPIs under three objectives: four on track, one of them at its target already,"
                        + " two at risk, one off track, one without data to judge.");
    }

    private static String headline(Map<Status, Integer> counts) {
        return new Tally(counts, 0, counts.values().stream().mapToInt(i -> i).sum(), 1).headline();
    }
}

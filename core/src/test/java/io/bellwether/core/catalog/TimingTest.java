package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.time.TimeStep;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void saysWhatIsDoneWithTime() {
        var rolling = new Timing.Frame.Rolling(new TimeStep(28, "day"));
        var back = new Timing.Offset.Back(new TimeStep(1, "fiscal_year"));
        var last = new Timing.OverTime(Timing.Choice.LAST, List.of());
        assertThat(timing(rolling, null, null).words()).isEqualTo(", over 28 days");
        assertThat(timing(new Timing.Frame.ToDate("fiscal_quarter"), back, null).words())
                .isEqualTo(", from the start of the fiscal quarter, 1 fiscal year before");
        assertThat(timing(new Timing.Frame.AllTime(), new Timing.Offset.ToStart("month"), null)
                        .words())
                .isEqualTo(", all so far, at the start of the month");
        assertThat(timing(null, null, last).words()).isEqualTo(", the last of the period");
        assertThat(Timing.PLAIN.words()).isEmpty();
    }

    @Test
    void isPlainWhereRowsOfThePeriodMakeTheValue() {
        assertThat(Timing.PLAIN.isPlain()).isTrue();
        assertThat(timing(new Timing.Frame.AllTime(), null, null).isPlain()).isFalse();
    }

    private static Timing timing(
            Timing.@Nullable Frame frame, Timing.@Nullable Offset offset, Timing.@Nullable OverTime overTime) {
        return new Timing(null, frame, Timing.Pick.END, offset, overTime, null);
    }
}

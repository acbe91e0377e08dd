package io.bellwether.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsualSilenceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void theThirdLongestGapIsUsual() {
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = DAY;
        for (int gap : List.of(1, 1, 1, 9, 1, 4, 1, 1, 6, 1, 1)) {
            days.add(day);
            day = day.plusDays(gap);
        }
        days.add(day);
        assertThat(UsualSilence.of(days)).isEqualTo(4);
    }

    @Test
    void fewDaysTellNothing() {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            days.add(DAY.plusDays(i));
        }
        assertThat(UsualSilence.of(days)).isZero();
        days.add(DAY.plusDays(9));
        assertThat(UsualSilence.of(days)).isEqualTo(1);
        assertThat(UsualSilence.of(List.of())).isZero();
    }
}

package io.bellwether.app.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How many days without rows are usual for data of which nothing is said: the third longest gap between days with rows. */
final class UsualSilence {
    /** With fewer days there is nothing to learn. */
    private static final int FEWEST = 10;

    private static final int LEFT_OUT = 2;

    private UsualSilence() {}

    /**
     * @param days that have rows, in order
     * @return days from one with rows to the next; 0 where it cannot be told
     */
    static int of(List<LocalDate> days) {
        if (days.size() < FEWEST) {
            return 0;
        }
        return IntStream.range(1, days.size())
                .mapToObj(i -> (int) ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)))
                .sorted(Comparator.reverseOrder())
                .skip(LEFT_OUT)
                .findFirst()
                .orElseThrow();
    }
}

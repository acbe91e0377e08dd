package io.bellwether.app.init;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often rows come, where the days with rows show it: a dataset that says so has its silence noticed.
 *
 * <pre>
 *   gaps between days with rows     1 1 1 1 1 3 1 …    every 3 days: nothing comes at weekends
 *                                   7 7 7 7            every week
 *                                   31 28 31 30        every month
 *                                   1 9 2 30 4 …       no rhythm
 * </pre>
 */
final class Rhythm {
    private static final int DAYS = 400;
    private static final int FEWEST_DAYS = 10;
    private static final int FEWEST_PERIODS = 4;
    private static final long LONGEST = 4;

    private final Asking asking;

    Rhythm(Engine engine, Deadline deadline) {
        this.asking = new Asking(engine, deadline);
    }

    /** As {@code expected_every} takes it; empty where the data has no time or no rhythm. */
    Optional<String> of(Profile profile, Columns columns) {
        return columns.time().flatMap(time -> every(days(profile, time)));
    }

    private List<LocalDate> days(Profile profile, ColumnProfile time) {
        String relation = profile.relation();
        String days = "select distinct cast(" + time.expression() + " as date) as d from " + relation + " where "
                + time.expression() + " is not null and isfinite(" + time.expression() + ")";
        String sql = "select cast(d as varchar) from (" + days + ") where d > (select max(d) from (" + days + ")) - "
                + DAYS + " order by 1";
        List<LocalDate> found = new ArrayList<>();
        for (List<@Nullable Object> row : asking.rows(sql)) {
            String day = String.valueOf(row.getFirst());
            if (day.matches("\\d{4}-\\d{2}-\\d{2}")) {
                found.add(LocalDate.parse(day));
            }
        }
        return found;
    }

    static Optional<String> every(List<LocalDate> days) {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            gaps.add(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        gaps.sort(null);
        if (gaps.size() + 1 < FEWEST_PERIODS) {
            return Optional.empty();
        }
        long low = gaps.getFirst();
        long high = gaps.getLast();
        if (low >= 28 && high <= 31) {
            return Optional.of("1 month");
        }
        if (low >= 89 && high <= 92) {
            return Optional.of("3 months");
        }
        if (low == 7 && high == 7) {
            return Optional.of("1 week");
        }
        // As the silence that is usual: the third longest, so that a holiday or two tell nothing.
        long usual = gaps.size() < FEWEST_DAYS ? Long.MAX_VALUE : gaps.get(gaps.size() - 3);
        return usual <= LONGEST ? Optional.of(usual == 1 ? "1 day" : usual + " days") : Optional.empty();
    }
}

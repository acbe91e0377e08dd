package io.bellwether.app.query;

import io.bellwether.core.catalog.DataTest;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look says of tests.
 *
 * @param mark data is complete before this: a period that is not yet is not judged
 */
record TestResults(HealthScan scan, Answer answer, LocalDateTime mark, Calendar calendar) {
    /** Empty where the test holds, or where nothing can be said of it yet. */
    Optional<Health.Failure> failure(DataTest test, int index) {
        return switch (test) {
            case DataTest.RowCount t -> rowCount(t, index);
            case DataTest.VolumeChange t -> volume(t, index);
            case DataTest.NotNull t -> rows(t, index);
            case DataTest.AcceptedValues t -> rows(t, index);
            case DataTest.Condition t -> rows(t, index);
            case DataTest.Related t -> rows(t, index);
            case DataTest.Unique t -> Optional.empty();
            case DataTest.Readable t -> Optional.empty();
        };
    }

    private Optional<Health.Failure> rows(DataTest test, int index) {
        long rows = count(scan.broken(index));
        return rows == 0 ? Optional.empty() : Optional.of(broken(scan.dataset(), test, rows));
    }

    /** @param rows that break it, or -1 where only the fact is known */
    static Health.Failure broken(Dataset dataset, DataTest test, long rows) {
        String who = rows < 0 ? "several rows" : rows == 1 ? "1 row" : rows + " rows";
        String what = TestMeasures.text(test) + (dataset.isTimeTest(test) ? ", so no period counts them" : "");
        String said = rows == 1
                ? what.replaceFirst("^have ", "has ")
                        .replaceFirst("^break ", "breaks ")
                        .replaceFirst("and do not", "and does not")
                : what;
        return new Health.Failure(dataset.name(), test, rows, who + " of " + dataset.name() + " " + said);
    }

    private Optional<Health.Failure> rowCount(DataTest.RowCount test, int index) {
        Grain per = test.per();
        if (per == null) {
            return counted(test, count(scan.broken(index)), "");
        }
        int at = complete(per);
        return at < 0
                ? Optional.empty()
                : counted(
                        test,
                        count(scan.broken(index) + "_" + at),
                        " in " + calendar.text(periods(per).get(at)));
    }

    private Optional<Health.Failure> counted(DataTest.RowCount test, long rows, String when) {
        String has = scan.dataset().name() + " has " + text(rows) + (rows == 1 ? " row" : " rows") + when;
        if (test.atLeast() != null && rows < test.atLeast()) {
            return failure(test, has + ", fewer than " + text(test.atLeast()));
        }
        return test.atMost() != null && rows > test.atMost()
                ? failure(test, has + ", more than " + text(test.atMost()))
                : Optional.empty();
    }

    private Optional<Health.Failure> volume(DataTest.VolumeChange test, int index) {
        int at = complete(test.grain());
        List<Period> periods = periods(test.grain());
        if (at < 0 || at + 1 >= periods.size()) {
            return Optional.empty();
        }
        long now = count(scan.broken(index) + "_" + at);
        long before = count(scan.broken(index) + "_" + (at + 1));
        if (before == 0 || before < test.minimum()) {
            return Optional.empty();
        }
        BigDecimal change =
                BigDecimal.valueOf(Math.abs(now - before)).divide(BigDecimal.valueOf(before), MathContext.DECIMAL64);
        return change.compareTo(test.share()) <= 0
                ? Optional.empty()
                : failure(
                        test,
                        scan.dataset().name() + " has " + text(now) + (now == 1 ? " row in " : " rows in ")
                                + calendar.text(periods.get(at))
                                + " after " + text(before) + " in " + calendar.text(periods.get(at + 1))
                                + ", a change of more than " + NumberText.share(test.share()));
    }

    private Optional<Health.Failure> failure(DataTest test, String text) {
        return Optional.of(new Health.Failure(scan.dataset().name(), test, -1, text));
    }

    private List<Period> periods(Grain grain) {
        return CountScans.periods(grain, scan.asOf(), calendar);
    }

    /** The latest whole period whose data is complete, by its position; -1 where none of those counted is. */
    private int complete(Grain grain) {
        List<Period> periods = periods(grain);
        for (int i = 0; i < periods.size(); i++) {
            if (!periods.get(i).end().isAfter(mark)) {
                return i;
            }
        }
        return -1;
    }

    private static String text(long rows) {
        return NumberText.exact(BigDecimal.valueOf(rows), new Unit.Count());
    }

    private long count(String column) {
        @Nullable Object value = HealthCheck.value(answer, column);
        return value instanceof Number number ? number.longValue() : 0;
    }
}

package io.bellwether.core.time;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The length of a period, shortest first. The fiscal ones follow the workspace's fiscal calendar, which may be one of weeks:
 * {@link Calendar#after} knows then how long they are.
 */
public enum Grain {
    MILLISECOND(1, ChronoUnit.MILLIS),
    SECOND(1, ChronoUnit.SECONDS),
    MINUTE(1, ChronoUnit.MINUTES),
    HOUR(1, ChronoUnit.HOURS),
    DAY(1, ChronoUnit.DAYS),
    WEEK(7, ChronoUnit.DAYS),
    MONTH(1, ChronoUnit.MONTHS),
    QUARTER(3, ChronoUnit.MONTHS),
    YEAR(12, ChronoUnit.MONTHS),
    FISCAL_MONTH(1, ChronoUnit.MONTHS),
    FISCAL_QUARTER(3, ChronoUnit.MONTHS),
    FISCAL_YEAR(12, ChronoUnit.MONTHS);

    /** So long the shortest period of the grain is. */
    public Duration least() {
        return unit == ChronoUnit.MONTHS ? Duration.ofDays(28L * count) : Duration.of(count, unit);
    }

    private final int count;
    private final ChronoUnit unit;

    Grain(int count, ChronoUnit unit) {
        this.count = count;
        this.unit = unit;
    }

    /** Whether it is one of the fiscal year. */
    public boolean isFiscal() {
        return compareTo(FISCAL_MONTH) >= 0;
    }

    /** Local time {@code n} grains of months or days after {@code time}, or before it where negative. */
    LocalDateTime after(LocalDateTime time, int n) {
        return time.plus((long) n * count, unit);
    }

    /** The word in definitions and questions: {@code month}, {@code fiscal_quarter}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Grain> of(String word) {
        for (Grain grain : values()) {
            if (grain.word().equals(word)) {
                return Optional.of(grain);
            }
        }
        return Optional.empty();
    }
}

package io.bellwether.core.time;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * What a period, complete or to date, is held against.
 *
 * @param whole the other period, all of it
 * @param end the exclusive end of the part that is like for like; {@code whole.end()} for a complete period
 */
public record LikeForLike(Period whole, LocalDateTime end) {
    public LocalDateTime start() {
        return whole.start();
    }

    static LikeForLike of(Period period, LocalDateTime completeTo, Period other) {
        if (!completeTo.isBefore(period.end())) {
            return new LikeForLike(other, other.end());
        }
        int years = period.start().getYear() - other.start().getYear();
        if (years > 0 && other.start().equals(period.start().minusYears(years))) {
            return new LikeForLike(other, sameDate(completeTo, years, other));
        }
        Duration elapsed = Duration.between(period.start(), completeTo);
        LocalDateTime end = other.start().plus(elapsed.isNegative() ? Duration.ZERO : elapsed);
        // 30 days of March have no 30 days of February to stand against: all of February then.
        return new LikeForLike(other, end.isBefore(other.end()) ? end : other.end());
    }

    /** To the same date of the other year, whether or not a 29 February lies between; 29 February itself is held against the 28th. */
    private static LocalDateTime sameDate(LocalDateTime completeTo, int years, Period other) {
        LocalDateTime last = completeTo.minusNanos(1);
        LocalDateTime then = last.minusYears(years);
        boolean cut = then.getDayOfMonth() < last.getDayOfMonth();
        LocalDateTime end = cut ? then.toLocalDate().plusDays(1).atStartOfDay() : then.plusNanos(1);
        LocalDateTime begun = end.isBefore(other.start()) ? other.start() : end;
        return begun.isBefore(other.end()) ? begun : other.end();
    }
}

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
        Duration elapsed = Duration.between(period.start(), completeTo);
        LocalDateTime end = other.start().plus(elapsed.isNegative() ? Duration.ZERO : elapsed);
        // 30 days of March have no 30 days of February to stand against: all of February then.
        return new LikeForLike(other, end.isBefore(other.end()) ? end : other.end());
    }
}

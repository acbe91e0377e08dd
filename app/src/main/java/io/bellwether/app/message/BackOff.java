package io.bellwether.app.message;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When a message is tried again: each time after twice as long, and by a random part of it earlier, so that many messages
 * do not come back at once.
 *
 * @param most attempts, after which a message is given up
 * @param dice numbers from 0 to 1
 */
public record BackOff(Duration first, Duration longest, int most, DoubleSupplier dice) {
    /** Half a minute, a minute, … two hours: half a day in all. */
    public static BackOff usual(DoubleSupplier dice) {
        return new BackOff(Duration.ofSeconds(30), Duration.ofHours(2), 14, dice);
    }

    /** @param attempts that failed, at least 1 */
    Duration after(int attempts) {
        long doubled = first.toMillis() << Math.min(attempts - 1, 20);
        long wait = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(wait * (0.5 + dice.getAsDouble() / 2)));
    }

    boolean isOver(int attempts) {
        return attempts >= most;
    }
}

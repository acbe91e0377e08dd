package io.bellwether.app.alert;

import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Alert.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import org.jspecify.annotations.Nullable;

/**
 * What follows from one look. In quiet hours only what is remembered changes; the first look after them tells what is
 * still so, once, whatever happened in between.
 *
 * @param next what is remembered from now on
 * @param moment what is told, or null
 * @param reminder whether it was told before and still holds
 */
record Step(Standing next, @Nullable Moment moment, boolean reminder) {
    /** @param zone of the receiver's clock */
    static Step of(Standing before, Verdict verdict, Alert alert, Instant at, ZoneId zone) {
        if (verdict instanceof Verdict.Resting) {
            return new Step(before.resting(at), null, false);
        }
        Standing seen = before.seen(verdict, at);
        if (isQuiet(alert.quietHours(), at, zone)) {
            return new Step(seen, null, false);
        }
        if (seen.isNews()) {
            Moment moment = moment(seen.now());
            boolean wanted = alert.moments().contains(moment);
            return new Step(seen.told(at), wanted ? moment : null, false);
        }
        if (seen.now() != Standing.State.OK && isDue(seen.toldAt(), alert.renotifyAfter(), at, zone)) {
            Moment moment = moment(seen.now());
            return alert.moments().contains(moment)
                    ? new Step(seen.told(at), moment, true)
                    : new Step(seen, null, false);
        }
        return new Step(seen, null, false);
    }

    private static boolean isQuiet(Alert.@Nullable QuietHours hours, Instant at, ZoneId zone) {
        return hours != null && hours.holds(at.atZone(zone).toLocalTime());
    }

    private static boolean isDue(@Nullable Instant told, @Nullable TemporalAmount after, Instant at, ZoneId zone) {
        return told != null
                && after != null
                && !told.atZone(zone).plus(after).toInstant().isAfter(at);
    }

    private static Moment moment(Standing.State state) {
        return switch (state) {
            case OK -> Moment.RECOVER;
            case FAILING -> Moment.FAIL;
            case ERROR -> Moment.ERROR;
        };
    }
}

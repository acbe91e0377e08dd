package io.bellwether.core.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether something that is done once a period (a check-in, a review) is due. What was done on any day of a period speaks for the
 * period that closed before it:
 *
 * <pre>
 *        missed      about      current
 *   ──┼───────────┼──────────┼─────•────┼──      • today
 *     last here: overdue
 *                  last here: due
 *                             last here: done
 * </pre>
 *
 * @param about the last period that is over: what is to be talked about
 * @param next the first day on which the period after that is to be talked about
 * @param missed how many periods before {@code about} closed without it, since the last time; 0 where there was none
 */
public record Due(State state, Period about, LocalDate next, int missed) {
    private static final int MOST = 99;

    /** Overdue is what was not done for a whole period; who never began has not missed one. */
    public enum State {
        DONE,
        DUE,
        OVERDUE
    }

    /** @param last the day on which it was done last, or null for never */
    public static Due of(Grain cadence, Calendar calendar, @Nullable LocalDate last, LocalDate today) {
        Period current = calendar.period(today.atStartOfDay(), cadence);
        Period about = before(current, cadence, calendar);
        int missed = 0;
        if (last != null) {
            for (Period at = about; missed < MOST && last.atStartOfDay().isBefore(at.start()); missed++) {
                at = before(at, cadence, calendar);
            }
        }
        State state = last != null && !last.atStartOfDay().isBefore(current.start())
                ? State.DONE
                : missed > 0 ? State.OVERDUE : State.DUE;
        return new Due(state, about, current.end().toLocalDate(), missed);
    }

    /** Whether somebody has to do it. */
    public boolean isOpen() {
        return state != State.DONE;
    }

    private static Period before(Period period, Grain grain, Calendar calendar) {
        return calendar.period(period.start().minusNanos(1), grain);
    }
}

package io.bellwether.app.people;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody does about a KPI, as its newest step has it.
 *
 * @param person who opened it: an address, or {@link io.bellwether.app.store.Change#BELLWETHER} for a breach
 * @param source where it came from, as {@link From} spells it
 * @param sourceId the check-in, review or alert that it came from, or null
 * @param stepAt when its newest step was taken
 * @param stepDay the day in the workspace's zone that this was for
 * @param state as {@link State} spells it
 * @param owner who has it
 * @param outcome what came of it, once it is over
 * @param valueText what the KPI stood at when it was over, or null
 */
public record Action(
        long id,
        Instant at,
        String person,
        String kpi,
        String title,
        String source,
        @Nullable Long sourceId,
        Instant stepAt,
        String stepBy,
        LocalDate stepDay,
        String state,
        String owner,
        LocalDate due,
        @Nullable String outcome,
        @Nullable BigDecimal value,
        @Nullable String valueText,
        @Nullable String windowText) {
    /** Where actions come from. */
    public enum From {
        PAGE,
        CHECK_IN,
        REVIEW,
        ALERT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far one is. Done and dropped are for good. */
    public enum State {
        OPEN,
        DONE,
        DROPPED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One that is opened. */
    public record New(
            String kpi,
            String title,
            String owner,
            LocalDate due,
            From from,
            @Nullable Long source) {}

    public boolean isOpen() {
        return state.equals(State.OPEN.word());
    }

    public boolean isDone() {
        return state.equals(State.DONE.word());
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && due.isBefore(today);
    }
}

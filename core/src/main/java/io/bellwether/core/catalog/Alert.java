package io.bellwether.core.catalog;

import io.bellwether.core.source.Span;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is told to whom when something happens; kpi-semantics §11.
 *
 * @param name what tells it from others: written, or made of what it looks at
 * @param on KPIs, metrics, datasets or objectives
 * @param moments of what may happen to it, those that are told
 * @param renotifyAfter how long after the last message one that still holds is told again, or null for never
 */
public record Alert(
        String name,
        List<Subject> on,
        When when,
        List<Channel> to,
        Set<Moment> moments,
        @Nullable TemporalAmount renotifyAfter,
        @Nullable QuietHours quietHours,
        Span span) {
    /** What an alert looks at. */
    public record Subject(Kind kind, String name) {
        /** What a name means. */
        public enum Kind {
            KPI,
            METRIC,
            OBJECTIVE,
            DATASET
        }
    }

    /** What happens to an alert: it begins to hold, ends to hold, or cannot be evaluated. */
    public enum Moment {
        FAIL,
        RECOVER,
        ERROR
    }

    /** When it holds. */
    public sealed interface When {
        /** The status is at risk, off track, missed or without data, and has changed. */
        record StatusChange() implements When {}

        /** The value is one that its own past does not lead to expect. */
        record Anomaly() implements When {}

        /** The data is stale, or fails its tests. */
        record DataTrouble() implements When {}

        /** The value lies above (or below) a bound, in the metric's unit, percentages as shares. */
        record Beyond(boolean above, BigDecimal bound) implements When {}

        /**
         * The value differs by a share or more.
         *
         * @param against {@code previous} or {@code year_ago}
         * @param minimum the least absolute value of the two at which it counts, or null
         */
        record Change(
                BigDecimal share, String against, @Nullable BigDecimal minimum) implements When {}

        /** The chance that the target is met is lower than this share. */
        record ProbabilityBelow(BigDecimal share) implements When {}
    }

    /**
     * Where a message goes.
     *
     * @param address an e-mail address, or a hook's address, or a reference to one
     * @param secret a reference to what a webhook's messages are signed with, or null
     */
    public record Channel(
            Kind kind, String address, @Nullable String secret) {
        /** How a message is delivered. */
        public enum Kind {
            EMAIL,
            WEBHOOK,
            SLACK,
            TEAMS
        }
    }

    /** Every day from one time to another, over midnight where the second is the earlier; nobody is told anything then. */
    public record QuietHours(LocalTime from, LocalTime to) {
        /** Whether a time of day lies in them. */
        public boolean holds(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }
}

package io.bellwether.app.remind;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person has to do.
 *
 * @param key what tells it from all others, and the day from the day after where it is said again: another key is told anew
 * @param person an address
 * @param title what it is about
 * @param text one sentence
 * @param link its page, or null
 */
public record Duty(
        Kind kind,
        String key,
        String person,
        String title,
        String text,
        @Nullable String link) {
    /** Whether it is to talk about one of these KPIs. */
    public boolean isCheckInOf(Set<String> kpis) {
        return kind == Kind.CHECK_IN && kpis.stream().anyMatch(name -> key.startsWith("check_in|" + name + "|"));
    }

    /** What is to be done. */
    public enum Kind {
        ACTION("To do"),
        VALUES("Waiting for a value"),
        CHECK_IN("Needs a check-in"),
        REVIEW("To review");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        /** What stands above some of it. */
        public String heading() {
            return heading;
        }
    }
}

package io.bellwether.app.schedule;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * Work that is done again and again.
 *
 * @param name on the command line: {@code alerts}
 * @param what it does, in a few words
 * @param cadence asked each time, since the definitions that say it may be edited
 */
public record Job(String name, String what, Supplier<Cadence> cadence, Work work) {
    /** What a job does. */
    @FunctionalInterface
    public interface Work {
        /**
         * @param at the moment that the run speaks for; nothing in it reads the clock
         * @throws io.bellwether.core.source.DiagnosticException where it could not be done
         */
        Result run(Instant at);
    }

    /**
     * What a run did.
     *
     * @param text one sentence
     * @param troubled whether some of it failed
     */
    public record Result(String text, boolean troubled) {
        public static Result fine(String text) {
            return new Result(text, false);
        }

        public static Result troubled(String text) {
            return new Result(text, true);
        }
    }
}

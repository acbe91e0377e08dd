package io.bellwether.core.time;

import java.util.Optional;

/** What is made of a moment to group by it. */
public sealed interface TimeCut {
    /** The word in a question, after {@code time.}: {@code month}, {@code day_of_week}, a calendar table's grain. */
    String word();

    /** The moment itself, in the workspace's zone. */
    record Moment() implements TimeCut {
        @Override
        public String word() {
            return "moment";
        }
    }

    /** The start of its period. */
    record At(Grain grain) implements TimeCut {
        @Override
        public String word() {
            return grain.word();
        }
    }

    /** A number within a larger period. */
    record Part(DatePart part) implements TimeCut {
        @Override
        public String word() {
            return part.word();
        }
    }

    /** What a calendar table says of its day (or hour…). */
    record Named(String name) implements TimeCut {
        @Override
        public String word() {
            return name;
        }
    }

    /** By a grain's word; empty for what is not a grain of every calendar. */
    static Optional<TimeCut> at(String word) {
        return Grain.of(word).map(At::new);
    }
}

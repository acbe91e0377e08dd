package io.bellwether.core.time;

/** Another period to hold a period against, like for like: a period to date against as much of the other. */
public sealed interface Comparison {
    /** The suffix of the column in an answer. */
    String word();

    /** The period before. */
    record Previous() implements Comparison {
        @Override
        public String word() {
            return "previous";
        }
    }

    /** The same period a year ago; weeks shift by 52 (53 where the calendar says so), so that weekdays match. */
    record YearAgo() implements Comparison {
        @Override
        public String word() {
            return "year_ago";
        }
    }

    /** @param count how many periods back, at least 1 */
    record PeriodsAgo(int count) implements Comparison {
        @Override
        public String word() {
            return count + "_ago";
        }
    }
}

package io.bellwether.app.demo;

import java.util.stream.IntStream;

/** Spreads a day's events over its hours, in order, without keeping any of them. */
enum DayClock {
    /** The web shop: never quite asleep, busiest in the evening. */
    WEB(2, 1, 1, 1, 1, 2, 4, 6, 7, 8, 9, 9, 10, 9, 9, 9, 9, 10, 12, 14, 15, 13, 9, 5),
    /** Tills and marketplaces: opening hours. */
    COUNTER(0, 0, 0, 0, 0, 0, 0, 0, 2, 8, 11, 12, 14, 13, 12, 12, 12, 9, 5, 2, 1, 1, 0, 0);

    static final int SECONDS_A_DAY = 86_400;

    private final int[] hours;
    /** The hour that each unit of weight falls into, and the units before each hour. */
    private final int[] hourOf;

    private final int[] before;

    DayClock(int... hours) {
        this.hours = hours;
        this.hourOf = IntStream.range(0, hours.length)
                .flatMap(hour -> IntStream.generate(() -> hour).limit(hours[hour]))
                .toArray();
        this.before = IntStream.range(0, hours.length)
                .map(hour -> IntStream.of(hours).limit(hour).sum())
                .toArray();
    }

    /** The second of the day by which this share of the day's events, in [0, 1), has happened. */
    int secondAt(double share) {
        double units = share * hourOf.length;
        int hour = hourOf[(int) units];
        return (int) ((hour + (units - before[hour]) / hours[hour]) * 3600);
    }
}

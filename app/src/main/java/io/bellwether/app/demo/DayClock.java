package io.bellwether.app.demo;

/** Spreads a day's events over its hours, in order, without keeping any of them. */
enum DayClock {
    /** The web shop: never quite asleep, busiest in the evening. */
    WEB(2, 1, 1, 1, 1, 2, 4, 6, 7, 8, 9, 9, 10, 9, 9, 9, 9, 10, 12, 14, 15, 13, 9, 5),
    /** Tills and marketplaces: opening hours. */
    COUNTER(0, 0, 0, 0, 0, 0, 0, 0, 2, 8, 11, 12, 14, 13, 12, 12, 12, 9, 5, 2, 1, 1, 0, 0);

    static final int SECONDS_A_DAY = 86_400;

    private final int[] hours;
    private final int total;

    DayClock(int... hours) {
        this.hours = hours;
        int sum = 0;
        for (int hour : hours) {
            sum += hour;
        }
        this.total = sum;
    }

    /** The second of the day by which this share of the day's events has happened. */
    int secondAt(double share) {
        double left = share * total;
        int hour = 0;
        while (left >= hours[hour]) {
            left -= hours[hour++];
        }
        return (int) ((hour + left / hours[hour]) * 3600);
    }
}

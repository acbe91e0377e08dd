package io.bellwether.app.demo;

import java.time.LocalDate;

/**
 * When the stories of the shop happen. They hang on the last day, so that a demo opened next year tells them just as fresh;
 * the seasons of the year stay where the calendar has them. Days are counted from the first day, which is 0.
 */
final class Scenario {
    /** Beyond this a day's order numbers would run out of digits. */
    static final int LARGEST_SCALE = 10_000;

    private final LocalDate end;
    private final LocalDate start;
    private final long startEpochDay;
    private final int days;
    private final int scale;

    /**
     * @param end the last day with data
     * @param scale how many times larger than the small shop; customers, visits and orders grow with it, days and
     *     products do not
     */
    Scenario(LocalDate end, int scale) {
        if (scale < 1 || scale > LARGEST_SCALE) {
            throw new IllegalArgumentException("scale must be between 1 and " + LARGEST_SCALE + ", not " + scale);
        }
        this.end = end;
        this.start = end.minusMonths(24).withDayOfMonth(1);
        this.startEpochDay = start.toEpochDay();
        this.days = (int) (end.toEpochDay() - startEpochDay) + 1;
        this.scale = scale;
    }

    int scale() {
        return scale;
    }

    LocalDate end() {
        return end;
    }

    /** The first day: two years and the rest of that month before the end. */
    LocalDate start() {
        return start;
    }

    int days() {
        return days;
    }

    LocalDate date(int day) {
        return start.plusDays(day);
    }

    /** Days since 1970. */
    long epochDay(int day) {
        return startEpochDay + day;
    }

    /** The epoch second at which a day begins on the shop's own clock. */
    long midnight(int day) {
        return epochDay(day) * DayClock.SECONDS_A_DAY;
    }

    int day(LocalDate date) {
        return (int) (date.toEpochDay() - startEpochDay);
    }

    /** The Studio range of lamps comes out. */
    int launch() {
        return days - 1 - 190;
    }

    /** Textiles cost 15 % more from this day on, and more of them come back. */
    int priceRise() {
        return days - 1 - 75;
    }

    /** The data centre fails in the morning: web shop, tills and monitoring are down until the evening. */
    int outage() {
        return days - 1 - 33;
    }

    /** The help desk's export stops after this day, as exports do. */
    int lastTickets() {
        return days - 1 - 3;
    }

    /** Vouchers for the gift season go out. */
    int campaign() {
        return days - 1 - 1;
    }
}

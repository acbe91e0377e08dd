package io.bellwether.app.demo;

import java.time.LocalDate;

/**
 * When the stories of the shop happen. They hang on the last day, so that a demo opened next year tells them just as fresh;
 * the seasons of the year stay where the calendar has them.
 *
 * @param end the last day with data
 * @param scale how many times larger than the small shop; customers, visits and orders grow with it, days and products do not
 */
record Scenario(LocalDate end, int scale) {
    /** Beyond this a day's order numbers would run out of digits. */
    static final int LARGEST_SCALE = 10_000;

    Scenario {
        if (scale < 1 || scale > LARGEST_SCALE) {
            throw new IllegalArgumentException("scale must be between 1 and " + LARGEST_SCALE + ", not " + scale);
        }
    }

    /** The first day: two years and the rest of that month before the end. */
    LocalDate start() {
        return end.minusMonths(24).withDayOfMonth(1);
    }

    int days() {
        return (int) (end.toEpochDay() - start().toEpochDay()) + 1;
    }

    LocalDate date(int day) {
        return start().plusDays(day);
    }

    /** The Studio range of lamps comes out. */
    LocalDate launch() {
        return end.minusDays(190);
    }

    /** Textiles cost 15 % more from this day on, and more of them come back. */
    LocalDate priceRise() {
        return end.minusDays(75);
    }

    /** The data centre fails in the morning: web shop, tills and monitoring are down until the evening. */
    LocalDate outage() {
        return end.minusDays(33);
    }

    /** The help desk's export stops after this day, as exports do. */
    LocalDate lastTickets() {
        return end.minusDays(3);
    }

    /** Vouchers for the gift season go out. */
    LocalDate campaign() {
        return end.minusDays(1);
    }
}

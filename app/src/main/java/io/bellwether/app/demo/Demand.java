package io.bellwether.app.demo;

import io.bellwether.app.demo.Dice.Topic;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** How busy a day is: season, weekday, holidays, growth, the launch, the outage, and a little chance. */
final class Demand {
    private static final double VISITS = 395;
    private static final double COUNTER_ORDERS = 53;
    private static final double GROWTH_A_YEAR = 0.13;
    /** How much busier than the average each month is, felt at its middle. */
    private static final double[] MONTHS = {.74, .80, .92, .92, .93, .88, .84, .86, .97, 1.08, 1.40, 1.62};
    /** Monday to Sunday. */
    private static final double[] WEEKDAYS = {.92, .90, .93, .98, 1.06, 1.25, .96};

    private final Scenario scenario;

    Demand(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Visits to the web shop that day. */
    int visits(int day) {
        return count(VISITS * expected(day) * noise(day, 0) * disruption(day));
    }

    /** Orders at the tills and through marketplaces that day; those of the web shop come from its visits. */
    int counterOrders(int day) {
        return count(COUNTER_ORDERS * expected(day) * noise(day, 1) * disruption(day));
    }

    /** Customers who buy for the first time that day. */
    int newCustomers(int day) {
        return count(11 * expected(day) * noise(day, 2) * disruption(day));
    }

    /** What a planner would expect of the day, relative to an average day at the start: no chance, no accidents. */
    double expected(int day) {
        LocalDate date = scenario.date(day);
        double growth = 1 + GROWTH_A_YEAR * day / 365;
        return growth * season(date) * WEEKDAYS[date.getDayOfWeek().getValue() - 1] * occasion(date) * launchLift(day);
    }

    private double launchLift(int day) {
        int since = day - scenario.launch();
        return since < 0 ? 1 : since < 21 ? 1.18 : 1.03;
    }

    private double disruption(int day) {
        return day == scenario.outage() ? 0.07 : 1;
    }

    /** The month's level, linear from the middle of one month to the middle of the next. */
    private static double season(LocalDate date) {
        int half = date.lengthOfMonth() / 2;
        int month = date.getMonthValue() - 1;
        int fromMiddle = date.getDayOfMonth() - half;
        int neighbour = fromMiddle < 0 ? (month + 11) % 12 : (month + 1) % 12;
        double away = Math.abs(fromMiddle) / 31.0;
        return MONTHS[month] * (1 - away) + MONTHS[neighbour] * away;
    }

    private static double occasion(LocalDate date) {
        int month = date.getMonthValue();
        int dayOfMonth = date.getDayOfMonth();
        if (month == 12 && dayOfMonth >= 23) {
            return dayOfMonth == 25 ? 0.06 : dayOfMonth > 25 ? 0.45 : 0.75;
        }
        if (month == 1 && dayOfMonth == 1) {
            return 0.35;
        }
        return isBlackFriday(date) ? 1.9 : isBlackFriday(date.minusDays(3)) ? 1.5 : 1;
    }

    /** The day after the fourth Thursday of November. */
    static boolean isBlackFriday(LocalDate date) {
        return date.getMonthValue() == 11
                && date.getDayOfWeek() == DayOfWeek.FRIDAY
                && date.getDayOfMonth() >= 23
                && date.getDayOfMonth() <= 29;
    }

    /** Between 0.88 and 1.12, mostly near 1. */
    private double noise(int day, int part) {
        Dice dice = Dice.of(Topic.NOISE, scenario.epochDay(day), part);
        return 0.88 + 0.08 * (dice.unit() + dice.unit() + dice.unit());
    }

    private int count(double small) {
        return (int) Math.max(1, Math.round(small * scenario.scale()));
    }
}

package io.bellwether.app.demo;

import io.bellwether.app.demo.Dice.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes one day of business: the visits, and the orders that come from them and from the tills and marketplaces. */
final class Trading {
    private static final double CONVERSION = 0.0505;
    private static final double CONVERSION_GAIN_A_YEAR = 0.0055;
    private static final long NUMBERS_A_DAY = 10_000_000;

    private final Scenario scenario;
    private final Demand demand;
    private final Customers customers;

    Trading(Scenario scenario, Demand demand, Customers customers) {
        this.scenario = scenario;
        this.demand = demand;
        this.customers = customers;
    }

    /** A day's visits and orders, each in order of time. */
    record Day(List<Visit> visits, List<Order> orders) {}

    Day day(int day) {
        List<Visit> visits = visits(day);
        List<Order> orders = orders(day, visits);
        for (Order order : orders) {
            if (order.visit() != Table.NULL) {
                int index = (int) (order.visit() % NUMBERS_A_DAY) - 1;
                visits.set(index, visits.get(index).by(order.customer()));
            }
        }
        return new Day(visits, orders);
    }

    private List<Visit> visits(int day) {
        int count = demand.visits(day);
        List<Visit> visits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            visits.add(visit(day, i, count));
        }
        return visits;
    }

    private Visit visit(int day, int index, int count) {
        LocalDate date = scenario.date(day);
        Dice dice = Dice.of(Topic.VISIT, date.toEpochDay(), index);
        long second = second(date, DayClock.WEB, (index + dice.unit()) / count);
        int device = dice.pick(.58, .93, 1);
        int source = dice.pick(.38, .58, .78, .90, 1);
        double rate = (CONVERSION + CONVERSION_GAIN_A_YEAR * day / 365) * affinity(device, source);
        boolean converted = Dice.even(Topic.CONVERSION, day * 4_000L + index) < rate;
        long customer = dice.chance(.3) ? customers.known(day, dice) : Table.NULL;
        int pages = 1 + (int) (14 * dice.unit() * dice.unit()) + (converted ? 4 : 0);
        return new Visit(number(date, index), second, customer, device, source, pages, converted);
    }

    /** Phones browse, desktops buy; a newsletter's reader knows what he wants. */
    private static double affinity(int device, int source) {
        double byDevice = device == 0 ? .80 : device == 1 ? 1.35 : 1.05;
        double bySource = source == 1 ? 1.55 : source >= 3 ? .62 : 1;
        return byDevice * bySource;
    }

    private List<Order> orders(int day, List<Visit> visits) {
        List<Order> orders = new ArrayList<>();
        for (Visit visit : visits) {
            if (visit.converted()) {
                orders.add(webOrder(day, visit));
            }
        }
        int counter = demand.counterOrders(day);
        for (int i = 0; i < counter; i++) {
            orders.add(counterOrder(day, i, counter));
        }
        orders.sort(Comparator.comparingLong(Order::second));
        return numbered(day, orders);
    }

    private Order webOrder(int day, Visit visit) {
        Dice dice = Dice.of(Topic.ORDER, visit.id(), 0);
        long lastSecond = (scenario.date(day).toEpochDay() + 1) * DayClock.SECONDS_A_DAY - 1;
        long second = Math.min(lastSecond, visit.second() + dice.between(120, 1_500));
        long customer = visit.customer() == Table.NULL ? customers.known(day, dice) : visit.customer();
        return new Order(0, day, second, customer, visit.id(), Order.WEB, dice.chance(voucherShare(day)), false);
    }

    private Order counterOrder(int day, int index, int count) {
        LocalDate date = scenario.date(day);
        Dice dice = Dice.of(Topic.ORDER, date.toEpochDay(), index + 1L);
        long second = second(date, DayClock.COUNTER, (index + dice.unit()) / count);
        int channel = dice.chance(.62) ? Order.STORE : Order.MARKETPLACE;
        boolean walkIn = channel == Order.STORE && dice.chance(.35);
        long customer = walkIn ? Table.NULL : customers.known(day, dice);
        return new Order(0, day, second, customer, Table.NULL, channel, dice.chance(voucherShare(day) / 2), false);
    }

    private double voucherShare(int day) {
        return scenario.date(day).isBefore(scenario.campaign()) ? .06 : .18;
    }

    /** Gives the numbers, and spreads the day's new customers evenly over the orders that have a name on them. */
    private List<Order> numbered(int day, List<Order> orders) {
        int named = (int)
                orders.stream().filter(order -> order.customer() != Table.NULL).count();
        long fresh = Math.min(customers.newOn(day), named);
        List<Order> numbered = new ArrayList<>(orders.size());
        long seen = 0;
        for (Order order : orders) {
            long customer = order.customer();
            boolean first = false;
            if (customer != Table.NULL) {
                long before = seen++ * fresh / named;
                first = seen * fresh / named > before;
                customer = first ? customers.firstNewOn(day) + before : customer;
            }
            numbered.add(new Order(
                    number(scenario.date(day), numbered.size()),
                    day,
                    order.second(),
                    customer,
                    order.visit(),
                    order.channel(),
                    order.voucher(),
                    first));
        }
        return numbered;
    }

    /** Like 26111400000017: year, month, day, and the place within the day, counted from 1. */
    private static long number(LocalDate date, int index) {
        long prefix = (date.getYear() % 100) * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
        return prefix * NUMBERS_A_DAY + index + 1;
    }

    private static long second(LocalDate date, DayClock clock, double share) {
        return date.toEpochDay() * DayClock.SECONDS_A_DAY + clock.secondAt(share);
    }
}

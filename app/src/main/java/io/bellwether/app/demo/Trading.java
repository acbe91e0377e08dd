package io.bellwether.app.demo;

import io.bellwether.app.demo.Dice.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes one day of business: the visits, and the orders that come from them and from the tills and marketplaces. */
final class Trading {
    private static final double CONVERSION = 0.0505;
    private static final double CONVERSION_GAIN_A_YEAR = 0.0055;
    private static final double[] DEVICES = {.58, .93, 1};
    private static final double[] SOURCES = {.38, .58, .78, .90, 1};
    private static final long NUMBERS_A_DAY = 10_000_000;

    private final Scenario scenario;
    private final Demand demand;
    private final Customers customers;

    Trading(Scenario scenario, Demand demand, Customers customers) {
        this.scenario = scenario;
        this.demand = demand;
        this.customers = customers;
    }

    /** A day's visits, in order of time; who ordered is known by name. */
    List<Visit> visits(int day) {
        List<Visit> visits =
                visits(day, IntStream.range(0, demand.visits(day))).collect(Collectors.toCollection(ArrayList::new));
        for (Order order : orders(day)) {
            if (order.visit() != Table.NULL) {
                int index = (int) (order.visit() % NUMBERS_A_DAY) - 1;
                visits.set(index, visits.get(index).by(order.customer()));
            }
        }
        return visits;
    }

    /** A day's orders, in order of time. */
    List<Order> orders(int day) {
        List<Order> orders = new ArrayList<>();
        buyingVisits(day).map(visit -> webOrder(day, visit)).forEach(orders::add);
        int counter = demand.counterOrders(day);
        for (int i = 0; i < counter; i++) {
            orders.add(counterOrder(day, i, counter));
        }
        orders.sort(Comparator.comparingLong(Order::second));
        return numbered(day, orders);
    }

    private Stream<Visit> visits(int day, IntStream indices) {
        int count = demand.visits(day);
        long firstNumber = firstNumber(scenario.date(day));
        return indices.mapToObj(index -> {
            Dice dice = Dice.of(Topic.VISIT, scenario.epochDay(day), index);
            double place = dice.unit();
            int device = dice.pick(DEVICES);
            int source = dice.pick(SOURCES);
            boolean converted = converts(day, index, device, source);
            long second = scenario.midnight(day) + DayClock.WEB.secondAt((index + place) / count);
            long customer = dice.chance(.3) ? customers.known(day, dice) : Table.NULL;
            int pages = 1 + (int) (14 * dice.unit() * dice.unit()) + (converted ? 4 : 0);
            return new Visit(firstNumber + index, second, customer, device, source, pages, converted);
        });
    }

    /** The visits that end with an order; the many others are not made just to be thrown away. */
    private Stream<Visit> buyingVisits(int day) {
        return visits(day, IntStream.range(0, demand.visits(day)).filter(index -> {
            Dice dice = Dice.of(Topic.VISIT, scenario.epochDay(day), index);
            dice.unit(); // its place in the day
            return converts(day, index, dice.pick(DEVICES), dice.pick(SOURCES));
        }));
    }

    private boolean converts(int day, int index, int device, int source) {
        double rate = CONVERSION + CONVERSION_GAIN_A_YEAR * day / 365;
        return Dice.even(Topic.CONVERSION, day * 4_000L + index) < rate * affinity(device, source);
    }

    /** Phones browse, desktops buy; a newsletter's reader knows what he wants. */
    private static double affinity(int device, int source) {
        double byDevice = device == 0 ? .80 : device == 1 ? 1.35 : 1.05;
        double bySource = source == 1 ? 1.55 : source >= 3 ? .62 : 1;
        return byDevice * bySource;
    }

    private Order webOrder(int day, Visit visit) {
        Dice dice = Dice.of(Topic.ORDER, visit.id(), 0);
        long second = Math.min(scenario.midnight(day + 1) - 1, visit.second() + dice.between(120, 1_500));
        long customer = visit.customer() == Table.NULL ? customers.known(day, dice) : visit.customer();
        return new Order(0, day, second, customer, visit.id(), Order.WEB, dice.chance(voucherShare(day)), false);
    }

    private Order counterOrder(int day, int index, int count) {
        Dice dice = Dice.of(Topic.ORDER, scenario.epochDay(day), index + 1L);
        long second = scenario.midnight(day) + DayClock.COUNTER.secondAt((index + dice.unit()) / count);
        int channel = dice.chance(.62) ? Order.STORE : Order.MARKETPLACE;
        boolean walkIn = channel == Order.STORE && dice.chance(.35);
        long customer = walkIn ? Table.NULL : customers.known(day, dice);
        return new Order(0, day, second, customer, Table.NULL, channel, dice.chance(voucherShare(day) / 2), false);
    }

    private double voucherShare(int day) {
        return day < scenario.campaign() ? .06 : .18;
    }

    /** Gives the numbers, and spreads the day's new customers evenly over the orders that have a name on them. */
    private List<Order> numbered(int day, List<Order> orders) {
        long named = orders.stream().filter(Order::named).count();
        long fresh = Math.min(customers.newOn(day), named);
        long number = firstNumber(scenario.date(day));
        List<Order> numbered = new ArrayList<>(orders.size());
        long seen = 0;
        for (Order order : orders) {
            if (!order.named()) {
                numbered.add(order.numbered(number++));
                continue;
            }
            long before = seen++ * fresh / named;
            boolean first = seen * fresh / named > before;
            Order next = order.numbered(number++);
            numbered.add(first ? next.firstOf(customers.firstNewOn(day) + before) : next);
        }
        return numbered;
    }

    /** Like 2611140000001: year, month, day, and the place within the day, counted from 1. */
    private static long firstNumber(LocalDate date) {
        long prefix = (date.getYear() % 100) * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
        return prefix * NUMBERS_A_DAY + 1;
    }
}

package io.bellwether.app.demo;

import io.bellwether.app.demo.Dice.Topic;

/** When a shipped order left, was due and arrived; days since 1970. Most parcels are early, some late, more before Christmas. */
record Shipping(long left, long due, long arrived) {

    static Shipping of(Order order, Scenario scenario) {
        Dice dice = Dice.of(Topic.DELIVERY, order.id(), 0);
        long ordered = scenario.epochDay(order.day());
        long left = ordered + dice.between(0, 1);
        long due = ordered + (order.channel() == Order.WEB ? 4 : 5);
        boolean rush = scenario.date(order.day()).getMonthValue() == 12;
        boolean late = dice.chance(rush ? .085 : .028);
        long arrived = late ? due + dice.between(1, 4) : Math.max(left + 1, due - dice.between(0, 2));
        return new Shipping(left, due, arrived);
    }
}

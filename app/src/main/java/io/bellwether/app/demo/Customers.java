package io.bellwether.app.demo;

import io.bellwether.app.demo.Dice.Topic;

/** Who can buy: customers are numbered in the order in which they first bought. */
final class Customers {
    private static final int BEFORE_THE_START = 5_200;

    private final int[] knownAtDawn;

    Customers(Scenario scenario, Demand demand) {
        knownAtDawn = new int[scenario.days() + 1];
        knownAtDawn[0] = BEFORE_THE_START * scenario.scale();
        for (int day = 0; day < scenario.days(); day++) {
            knownAtDawn[day + 1] = knownAtDawn[day] + demand.newCustomers(day);
        }
    }

    int beforeTheStart() {
        return knownAtDawn[0];
    }

    int newOn(int day) {
        return knownAtDawn[day + 1] - knownAtDawn[day];
    }

    /** The number of the first customer who is new that day. */
    long firstNewOn(int day) {
        return knownAtDawn[day] + 1L;
    }

    /** Somebody known before that day; those who came lately come back more often. */
    long known(int day, Dice dice) {
        double u = dice.unit();
        return knownAtDawn[day] - (long) (u * u * knownAtDawn[day]);
    }

    /** What belongs to a customer for good. */
    static Dice traits(long customer) {
        return Dice.of(Topic.CUSTOMER, customer, 0);
    }
}

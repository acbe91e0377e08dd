package io.bellwether.app.demo;

/**
 * Chance that is always the same: a splitmix64 sequence keyed by what it decides about. Written out here, with no floating
 * point function beyond the four operations, so that every machine and every JDK draws the same numbers.
 */
final class Dice {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice for one thing: the topic keeps draws about different matters of the same thing apart. */
    static Dice of(Topic topic, long key, long part) {
        return new Dice(mix(mix(mix(topic.ordinal() + 1L) ^ key) ^ part));
    }

    /** A number in [0, 1). */
    double unit() {
        state += GOLDEN;
        return (mix(state) >>> 11) * UNIT;
    }

    /** Whether something with this probability happens. */
    boolean chance(double probability) {
        return unit() < probability;
    }

    /** A whole number from low to high, both included. */
    int between(int low, int high) {
        return low + (int) (unit() * (high - low + 1));
    }

    /** An index into cumulative shares that end with 1. */
    int pick(double... cumulative) {
        double u = unit();
        int index = 0;
        while (index < cumulative.length - 1 && u >= cumulative[index]) {
            index++;
        }
        return index;
    }

    /**
     * The n-th number of a sequence that fills [0, 1) evenly. A rate decided with it comes out almost exactly as planned, so
     * that the shop's statuses are a design and not a matter of luck.
     */
    static double even(Topic topic, long n) {
        return ((mix(topic.ordinal() + 1L) + n * GOLDEN) >>> 11) * UNIT;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** What is decided. The order is part of the data: add new ones at the end. */
    enum Topic {
        NOISE,
        VISIT,
        CONVERSION,
        ORDER,
        CUSTOMER,
        ITEM,
        PRODUCT,
        RETURN,
        DELIVERY,
        TICKET,
        SURVEY,
        CHECK
    }
}

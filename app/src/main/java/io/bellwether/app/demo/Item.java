package io.bellwether.app.demo;

import io.bellwether.app.demo.Dice.Topic;
import java.util.ArrayList;
import java.util.List;

/** One line of an order; money in pence. */
record Item(Order order, int line, int product, int quantity, int price, int discount, int cost) {
    private static final double[] LINES = {.36, .68, .87, .95, .985, 1};
    private static final double[] QUANTITIES = {.74, .92, .97, 1};
    private static final double VOUCHER = 0.10;

    static List<Item> of(Order order, Products products) {
        Dice dice = Dice.of(Topic.ITEM, order.id(), 0);
        int lines = dice.pick(LINES) + 1;
        List<Item> items = new ArrayList<>(lines);
        for (int line = 1; line <= lines; line++) {
            int product = products.choose(order.day(), dice);
            int quantity = dice.pick(QUANTITIES) + 1;
            int price = products.price(product, order.day());
            int discount = order.voucher() ? (int) Math.round(quantity * price * VOUCHER) : 0;
            items.add(new Item(order, line, product, quantity, price, discount, quantity * Products.cost(product)));
        }
        return items;
    }

    /** What was paid for the line. */
    int paid() {
        return quantity * price - discount;
    }
}

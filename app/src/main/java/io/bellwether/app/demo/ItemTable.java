package io.bellwether.app.demo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code order_items}: the lines of the orders, by time of sale. */
record ItemTable(Scenario scenario, Trading trading, Products products) implements Table {
    @Override
    public String name() {
        return "order_items";
    }

    @Override
    public List<String> columns() {
        return List.of("order_id", "line", "sold_at", "product_id", "quantity", "unit_price", "discount", "cost");
    }

    @Override
    public String select() {
        return String.join(
                ", ",
                "order_id",
                Table.integer("line"),
                Table.timestamp("sold_at"),
                Table.integer("product_id"),
                Table.integer("quantity"),
                Table.money("unit_price"),
                Table.money("discount"),
                Table.money("cost"));
    }

    @Override
    public Stream<List<long[]>> batches() {
        return IntStream.range(0, scenario.days()).mapToObj(this::rows);
    }

    private List<long[]> rows(int day) {
        return trading.orders(day).stream()
                .flatMap(order -> Item.of(order, products).stream())
                .map(ItemTable::row)
                .toList();
    }

    private static long[] row(Item item) {
        Order order = item.order();
        return new long[] {
            order.id(),
            item.line(),
            order.second(),
            item.product(),
            item.quantity(),
            item.price(),
            item.discount(),
            item.cost()
        };
    }
}

package io.bellwether.app.demo;

import io.bellwether.app.demo.Dice.Topic;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code returns}: lines sent back, by the time they came in. Dear textiles come back three times as often. */
record ReturnTable(Scenario scenario, Trading trading, Products products) implements Table {
    private static final double USUAL = 0.042;
    private static final double DEAR_TEXTILES = 0.15;
    private static final int DISAPPOINTED = 3;

    @Override
    public String name() {
        return "returns";
    }

    @Override
    public List<String> columns() {
        return List.of("returned_at", "order_id", "line", "quantity", "refund", "reason");
    }

    @Override
    public String select() {
        return String.join(
                ", ",
                "row_number() over (order by returned_at, order_id, line) as id",
                Table.timestamp("returned_at"),
                "order_id",
                Table.integer("line"),
                Table.integer("quantity"),
                Table.money("refund"),
                Table.word("reason", "['damaged', 'unwanted', 'wrong item', 'not worth the price']"));
    }

    @Override
    public String order() {
        return "id";
    }

    @Override
    public Stream<List<long[]>> batches() {
        return IntStream.range(0, scenario.days()).mapToObj(this::rows);
    }

    private List<long[]> rows(int day) {
        return trading.orders(day).stream()
                .flatMap(order -> Item.of(order, products).stream())
                .flatMap(this::row)
                .toList();
    }

    private Stream<long[]> row(Item item) {
        Order order = item.order();
        Dice dice = Dice.of(Topic.RETURN, order.id(), item.line());
        boolean dear = Products.category(item.product()) == Category.TEXTILES && order.day() >= scenario.priceRise();
        if (!dice.chance(dear ? DEAR_TEXTILES : USUAL)) {
            return Stream.empty();
        }
        int day = order.day() + dice.between(3, 18);
        if (day >= scenario.days()) {
            return Stream.empty();
        }
        long second = scenario.midnight(day) + DayClock.COUNTER.secondAt(dice.unit());
        int reason = dear && dice.chance(.75) ? DISAPPOINTED : dice.between(0, DISAPPOINTED - 1);
        return Stream.of(new long[] {second, order.id(), item.line(), item.quantity(), item.paid(), reason});
    }
}
